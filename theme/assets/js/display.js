/* display.js: the button 长辈版, the panel of what a visitor may set, and the way to it in a phone's drawer.
   What was chosen is kept by modes.js, which also sets it before the first paint of the next page. */
(() => {
  "use strict";
  const modes = window.lsModes, panel = document.getElementById("ls-display");
  document.querySelector(".ls-tool--elder")?.addEventListener("click", () => modes.setElder(!modes.isElder()));

  addEventListener("beforeprint", () => { for (const said of document.querySelectorAll(".ls-film details")) said.open = true; });

  /* listening: offered where the device has a Chinese voice of its own (many Android browsers have none, and say so late) */
  const slot = document.querySelector("[data-ls-listen]"), synth = window.speechSynthesis, home = document.currentScript.src;
  const prose = slot && (slot.parentElement.querySelector(".ls-prose") || slot.parentElement);
  const rank = ({ lang, localService }) => (localService && /^(zh|cmn|yue)(?![a-z])/i.test(lang) ? (/cn|hans|cmn/i.test(lang) && !/latn/i.test(lang) ? 2 : 1) : 0);
  const offer = () => {
    const voice = [...synth.getVoices()].sort((one, other) => rank(other) - rank(one))[0];
    if (!voice || !rank(voice)) return;
    synth.removeEventListener?.("voiceschanged", offer);
    const button = slot.querySelector("button");
    button.hidden = false;
    try { if (sessionStorage.getItem(`ls-place:${location.pathname}`)) button.textContent = slot.dataset.lsListen.split("|")[2]; } catch { /* nothing is kept */ }
    button.addEventListener("click", () => {
      const script = Object.assign(document.createElement("script"), { src: new URL("read-aloud.js", home) });
      script.onload = () => window.lsListen.panel(slot, prose, voice).play();
      document.head.append(script);
    }, { once: true });
  };
  if (slot && synth?.getVoices) { synth.addEventListener?.("voiceschanged", offer); offer(); }
  if (!panel) return;

  const show = () => {
    const chosen = [modes.size(), document.body.dataset.mdColorScheme];
    for (const choice of panel.querySelectorAll("input")) choice.checked = chosen.includes(choice.value);
    panel.showModal();
  };
  panel.addEventListener("change", ({ target }) => { if (target.name === "ls-size") modes.setSize(target.value); });
  panel.addEventListener("click", ({ target }) => { if (target === panel || target.closest("[data-ls-close]")) panel.close(); });

  const list = document.querySelector(".md-nav--primary > .md-nav__list");
  if (list) {
    const item = document.createElement("li"), title = panel.querySelector(".ls-display__title");
    item.className = "md-nav__item";
    item.append(Object.assign(document.createElement("button"), { type: "button", className: "ls-display-way", textContent: title.textContent }));
    item.firstChild.dataset.lsDisplay = "";
    list.append(item);
  }
  for (const opener of document.querySelectorAll("[data-ls-display]")) opener.addEventListener("click", show);
})();
