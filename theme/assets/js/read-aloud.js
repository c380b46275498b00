/* read-aloud.js: reads a text aloud, sentence by sentence, and marks the one that is spoken. display.js fetches it when somebody
   presses the button, which it shows only where the device itself has a Chinese voice: a voice from the network would send the text away. */
(() => {
  "use strict";
  const ENDS = /[。！？!?；;…]+[”’」』）》】)"']*|\n+|\.(?=\s|$)/g, COMMA = /[，,、：:]/g, LONG = 90;
  const BLOCKS = "h1, h2, h3, h4, p, li, td, th, dt, dd, blockquote, figcaption";
  const RATES = [0.75, 1, 1.35], SPEED = "ls-speed";

  /* A text in sentences: joined they are the text again. Closing quotes stay with their sentence; a very long one ends at commas. */
  const split = (text) => {
    const ends = [...text.matchAll(ENDS)].map((end) => end.index + end[0].length), cuts = [];
    for (const end of [...ends, text.length]) {
      const from = cuts.at(-1) || 0;
      if (end <= from) continue;
      const commas = end - from > LONG ? [...text.slice(from, end).matchAll(COMMA)].map((comma) => from + comma.index + 1) : [];
      for (const comma of commas) if (comma - (cuts.at(-1) || 0) > LONG / 2 && end - comma > LONG / 4) cuts.push(comma);
      cuts.push(end);
    }
    return cuts.map((end, at) => text.slice(cuts[at - 1] || 0, end));
  };

  /* Every sentence of `prose` as {text, parts}: each of its parts lies in a <span> from now on. */
  const sentencesOf = (prose) => {
    const blocks = new Map(), walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      const block = node.parentElement.closest(BLOCKS);
      if (!block || !prose.contains(block) || node.parentElement.closest(".ls-reader, .ls-sr, .headerlink, [hidden], [aria-hidden=true], script, style")) continue;
      blocks.set(block, [...(blocks.get(block) || []), node]);
    }
    return [...blocks.values()].flatMap(wrap).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  };
  const wrap = (nodes) => {
    const found = split(nodes.map((node) => node.data).join("")).map((text) => ({ text: text.trim(), length: text.length, parts: [] }));
    let at = 0, left = found.length ? found[0].length : 0;
    for (const node of nodes)
      for (let rest = node; rest && rest.length; ) {
        const next = rest.length > left ? rest.splitText(left) : null;
        left -= rest.length;
        const part = document.createElement("span");
        rest.replaceWith(part);
        part.append(rest);
        found[at].parts.push(part);
        if (!left && ++at < found.length) left = found[at].length;
        rest = next;
      }
    return found;
  };

  /* `store` by its name: where a visitor refuses to keep anything, naming it is an error already. */
  const kept = (store, key) => { try { return Number(window[store].getItem(key) ?? NaN); } catch { return NaN; } };
  const keep = (store, key, value) => { try { if (value === null) window[store].removeItem(key); else window[store].setItem(key, value); } catch { /* then it begins anew */ } };

  /* Reads `prose` with `voice`; `show` is told after each change what is going on. */
  const reader = (prose, voice, show) => {
    const synth = window.speechSynthesis, sentences = sentencesOf(prose), place = `ls-place:${location.pathname}`;
    const state = { at: kept("sessionStorage", place) || 0, isOn: false, isReading: false, total: sentences.length, speed: kept("localStorage", SPEED) };
    if (!(state.speed in RATES)) state.speed = 1;
    if (state.at >= sentences.length) state.at = 0;
    let turn = 0, spoken = null;   // `spoken`: a browser forgets to say that it has ended when nobody holds the utterance

    const mark = (wish) => {
      for (const part of prose.querySelectorAll(".ls-spoken")) part.classList.remove("ls-spoken");
      if (!wish) return;
      for (const part of sentences[state.at].parts) part.classList.add("ls-spoken");
      const box = sentences[state.at].parts[0].getBoundingClientRect();
      if (box.top < innerHeight * 0.2 || box.bottom > innerHeight * 0.85)
        sentences[state.at].parts[0].scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    };
    const hush = () => { turn += 1; synth.cancel(); };
    const say = () => {
      hush();
      const mine = turn;
      spoken = Object.assign(new SpeechSynthesisUtterance(sentences[state.at].text), { voice, lang: voice.lang.replace("_", "-"), rate: RATES[state.speed] });
      spoken.onend = () => { if (mine === turn) { if (state.at + 1 < sentences.length) go(state.at + 1); else stop(); } };
      spoken.onerror = () => { if (mine === turn) pause(); };
      synth.speak(spoken);
    };
    const settle = () => { keep("sessionStorage", place, state.at); mark(true); show(state); };
    const go = (to) => { state.at = Math.max(0, Math.min(to, sentences.length - 1)); if (state.isReading) say(); settle(); };
    const play = () => { Object.assign(state, { isOn: true, isReading: true }); say(); settle(); };
    const pause = () => { if (!state.isReading) return; state.isReading = false; hush(); settle(); };
    const stop = () => { Object.assign(state, { at: 0, isOn: false, isReading: false }); hush(); keep("sessionStorage", place, null); mark(false); show(state); };
    const setSpeed = (speed) => { state.speed = speed; keep("localStorage", SPEED, speed); if (state.isReading) say(); show(state); };
    addEventListener("pagehide", () => { if (state.isReading) { state.isReading = false; hush(); show(state); } });
    document.addEventListener("play", pause, true);   // a film or a sound begins: one voice at a time
    return { state, go, play, pause, stop, setSpeed };
  };

  /* The line of buttons in `slot`; its words: start, pause, on, stop, before, next, speed, slow, usual, fast, place. */
  const panel = (slot, prose, voice) => {
    const [start, pause, on, stop, before, next, speed, slow, usual, fast, place, machine] = slot.dataset.lsListen.split("|");
    const play = slot.querySelector("button");
    const add = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text, ...more });
    const button = (text, act) => { const made = add("button", text, { type: "button", className: "ls-button" }); made.addEventListener("click", act); return made; };
    const where = add("span", "", { className: "ls-reader__place" }), rates = add("span", "", { className: "ls-reader__speed" });
    const show = (state) => {
      slot.classList.toggle("ls-reader--on", state.isOn);
      play.textContent = state.isReading ? pause : state.isOn || state.at ? on : start;
      where.textContent = place.replace("#", state.at + 1).replace("#", state.total);
      [...rates.children].forEach((rate, at) => rate.setAttribute("aria-pressed", String(at === state.speed)));
    };
    const voiceOver = reader(prose, voice, show), { state } = voiceOver;
    rates.setAttribute("role", "group");
    rates.setAttribute("aria-label", speed);
    rates.append(...[slow, usual, fast].map((word, at) => button(word, () => voiceOver.setSpeed(at))));
    const halt = () => { voiceOver.stop(); play.focus(); };
    slot.append(button(before, () => voiceOver.go(state.at - 1)), button(next, () => voiceOver.go(state.at + 1)), button(stop, halt), rates, where, add("span", machine, { className: "ls-reader__machine" }));
    play.addEventListener("click", () => { if (state.isReading) voiceOver.pause(); else voiceOver.play(); });
    slot.addEventListener("keydown", (event) => { if (event.key === "Escape" && state.isOn) halt(); });
    show(state);
    return voiceOver;
  };

  window.lsListen = { split, sentencesOf, panel };
})();
