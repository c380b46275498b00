/* slides.js: starts reveal.js on the sheets; full screen, 长辈版 contrast, and a speaker view that works from file:// too.
   Plain script: from a disk browsers load no modules. Words come from data-ls-words of <body>. */
(() => {
  "use strict";
  const root = document.documentElement, body = document.body, words = JSON.parse(body.dataset.lsWords);
  const bar = document.querySelector(".ls-deck__bar"), say = document.querySelector(".ls-deck__say");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept, then */ } };

  root.classList.replace("no-js", "js");
  if (new URLSearchParams(location.search).get("mode") === "elder" || read("ls-mode") === "elder") root.dataset.lsMode = "elder";

  /* On the wall a line ends behind marks and before words of two signs or more, where the browser knows Chinese words. */
  const whole = (place) => {
    const parts = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(place.textContent)];
    const ends = (at) => at && parts[at].isWordLike && parts[at].segment.length > 1 && parts[at - 1].isWordLike && !/\d$/.test(parts[at - 1].segment);
    place.replaceChildren(...parts.flatMap(({ segment }, at) => (ends(at) ? [document.createElement("wbr"), segment] : [segment])));
    place.classList.add("ls-slide__words");
  };
  if (Intl.Segmenter) document.querySelectorAll(".ls-slide__text, .ls-slide__told").forEach(whole);

  const deck = window.Reveal;
  deck.initialize({
    width: 1920, height: 1080, margin: 0, minScale: 0.05, maxScale: 4, center: false, hash: true, controls: false,
    progress: true, transition: still ? "none" : "fade", backgroundTransition: "none", navigationMode: "linear",
    scrollActivationWidth: null, pdfSeparateFragments: false, hideInactiveCursor: true, help: false, postMessage: false,
    overview: false, jumpToSlide: false, keyboard: { 83: () => speaker.open(), 69: () => contrast(), 67: () => contrast() },
  });

  const contrast = () => {
    const on = root.dataset.lsMode !== "elder";
    if (on) root.dataset.lsMode = "elder"; else delete root.dataset.lsMode;
    write("ls-mode", on ? "elder" : "");
    press();
  };
  const press = () => bar.querySelector('[data-ls-do="contrast"]').setAttribute("aria-pressed", String(root.dataset.lsMode === "elder"));
  /* One step on. On its sheet the first begins the film and the next goes on: a clicker has no other key. A black screen lights up. */
  const forth = () => {
    const sheet = deck.getCurrentSlide(), film = sheet && sheet.querySelector("video");
    if (deck.isPaused()) deck.togglePause();
    else if (film && !film.dataset.lsBegun) { film.dataset.lsBegun = "1"; film.play().catch(() => {}); }
    else deck.next();
  };
  const back = () => { if (deck.isPaused()) deck.togglePause(); else deck.prev(); };
  const STEPS = { ArrowRight: forth, ArrowDown: forth, PageDown: forth, " ": forth, Enter: forth, n: forth, ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, p: back };
  const OWN = { " ": "button, video", Enter: "a, button, video" };   /* what these keys press when it has the focus */
  const keyed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (OWN[event.key] && event.target.closest(OWN[event.key]))) return;
    const step = event.key === " " && event.shiftKey ? back : STEPS[event.key];
    if (!step || (event.shiftKey && event.key !== " ")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    step();
  };
  addEventListener("keydown", keyed, true);

  const full = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(() => {});

  /* The speaker's window is an empty one that this page fills: both are of one origin, also on a disk, and nothing is fetched. */
  const speaker = {
    view: null, begun: Date.now(),
    open() {
      if (!this.view || this.view.closed) this.view = window.open("", "ls-speaker", "width=1200,height=760");
      say.hidden = Boolean(this.view);
      if (!this.view) { say.textContent = words.blocked; return; }
      this.begun = Date.now();
      this.build(this.view.document);
      this.show();
      this.view.focus();
    },
    build(page) {
      page.documentElement.lang = "zh-Hans";
      page.title = words.title;
      page.head.replaceChildren(...[...document.querySelectorAll("link[rel=stylesheet]")].map((link) => {
        const copy = page.createElement("link");
        copy.rel = "stylesheet";
        copy.href = link.href;
        return copy;
      }));
      const make = (name, kind, text = "") => Object.assign(page.createElement(name), { className: kind, textContent: text });
      const part = (title, kind) => {
        const box = make("section", `ls-speaker__part ls-speaker__part--${kind}`);
        box.append(make("h2", "ls-speaker__head", title), make("div", `ls-speaker__${kind}`));
        return box;
      };
      const clock = make("p", "ls-speaker__time"), again = make("button", "ls-deck__key", words.again);
      clock.append(make("span", "", `${words.time} `), make("b", "ls-speaker__clock", "0:00"), again);
      again.addEventListener("click", () => { this.begun = Date.now(); this.tick(); });
      page.body.className = "ls-speaker";
      page.body.dataset.mdColorScheme = "default";
      page.body.replaceChildren(part(words.now, "now"), part(words.next, "next"), part(words.notes, "notes"), clock);
      page.onkeydown = (event) => this.key(event);
    },
    key(event) {
      keyed(event);
      if (event.key.toLowerCase() === "b" || event.key === ".") deck.togglePause();
    },
    /* A sheet small, without what would play a second time. */
    small(place, sheet) {
      place.replaceChildren();
      if (!sheet) { place.textContent = words.last; return; }
      const copy = this.view.document.importNode(sheet, true), frame = this.view.document.createElement("div");
      copy.querySelectorAll("video, audio, .notes").forEach((each) => each.remove());
      copy.removeAttribute("hidden");
      copy.removeAttribute("aria-hidden");
      copy.style.cssText = "";
      copy.className = [...sheet.classList].filter((name) => name.startsWith("ls-")).join(" ");
      copy.querySelectorAll("img").forEach((image) => { image.src = image.src; });
      sheet.querySelectorAll("img").forEach((image, at) => { copy.querySelectorAll("img")[at].src = image.currentSrc || image.src; });
      frame.className = "ls-speaker__frame";
      frame.append(copy);
      place.append(frame);
    },
    show() {
      if (!this.view || this.view.closed) return;
      const page = this.view.document, sheets = deck.getSlides(), at = sheets.indexOf(deck.getCurrentSlide());
      const notes = page.querySelector(".ls-speaker__notes"), own = sheets[at] && sheets[at].querySelector(".notes");
      this.small(page.querySelector(".ls-speaker__now"), sheets[at]);
      this.small(page.querySelector(".ls-speaker__next"), sheets[at + 1]);
      notes.replaceChildren(...(own ? [...own.children].map((each) => page.importNode(each, true)) : []));
      if (!own) notes.textContent = words.none;
      page.documentElement.dataset.lsMode = root.dataset.lsMode || "";
      this.tick();
    },
    tick() {
      if (!this.view || this.view.closed) return;
      const seconds = Math.floor((Date.now() - this.begun) / 1000);
      this.view.document.querySelector(".ls-speaker__clock").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    },
  };
  setInterval(() => speaker.tick(), 1000);
  addEventListener("pagehide", () => { if (speaker.view) speaker.view.close(); });

  deck.on("ready", () => { bar.hidden = false; press(); captions(); });
  const hush = () => document.querySelectorAll("video").forEach((film) => film.pause());
  deck.on("slidechanged", () => { hush(); speaker.show(); });
  deck.on("paused", hush);
  const captions = () => document.querySelectorAll("video").forEach((film) => { for (const track of film.textTracks) track.mode = "showing"; });

  /* A film that this browser cannot play gives way to the words that stand inside it for browsers without any film. */
  const unplayed = (film) => film.replaceWith(Object.assign(document.createElement("p"), { className: "ls-slide__told", textContent: film.textContent.trim() }));
  document.querySelectorAll("video").forEach((film) => {
    if (film.error || film.networkState === film.NETWORK_NO_SOURCE) { unplayed(film); return; }
    film.addEventListener("play", () => { film.dataset.lsBegun = "1"; });
    for (const part of [film, ...film.querySelectorAll("source")]) part.addEventListener("error", () => unplayed(film));
  });

  const doing = { next: forth, previous: back, full, speaker: () => speaker.open(), contrast };
  bar.addEventListener("click", (event) => { const key = event.target.closest("[data-ls-do]"); if (!key) return; doing[key.dataset.lsDo](); if (event.detail) key.blur(); });   /* the mouse leaves no focus that a space would press again */
  /* A click on the sheet is a step, as in other programs; a finger swipes, and its touch shows the keys. */
  let pointer = "";
  addEventListener("pointerdown", (event) => { pointer = event.pointerType; });
  document.querySelector(".slides").addEventListener("click", (event) => { if (pointer === "mouse" && !event.target.closest("a, button, video") && getSelection().isCollapsed) forth(); });
  let asleep = 0;
  const wake = () => { body.classList.add("ls-deck--awake"); clearTimeout(asleep); asleep = setTimeout(() => body.classList.remove("ls-deck--awake"), 2500); };
  for (const kind of ["mousemove", "touchstart"]) addEventListener(kind, wake, { passive: true });
})();
