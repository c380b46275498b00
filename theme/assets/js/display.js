/* display.js: the button 长辈版, the panel of what a visitor may set, and the way to it in a phone's drawer, whose button is made here too.
   What was chosen is kept by modes.js, which also sets it before the first paint of the next page.
   It stands before Material's bundle, which takes charge of the colours as soon as it finds them in the panel. */
(() => {
  "use strict";
  const modes = window.lsModes, opener = document.querySelector("[data-ls-display]");
  const TWICE_MS = 500;   // who taps twice means one tap
  let tapped = -TWICE_MS;
  document.querySelector(".ls-tool--elder")?.addEventListener("click", ({ timeStamp }) => {
    if (timeStamp - tapped >= TWICE_MS) modes.setElder(!modes.isElder());
    tapped = timeStamp;
  });

  /* on a phone the keyboard and the screen reader get a real button for the drawer, in the header and with a state;
     without a script Material's own checkbox before the header stays in its place */
  const toggle = document.getElementById("__drawer"), label = document.querySelector('.md-header label[for="__drawer"]');
  if (toggle && label) {
    const menu = Object.assign(document.createElement("button"), { type: "button", className: "ls-sr ls-menu", textContent: label.textContent.trim() });
    const say = () => menu.setAttribute("aria-expanded", String(toggle.checked));
    menu.addEventListener("click", () => toggle.click());
    menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && toggle.checked) toggle.click(); });
    toggle.addEventListener("change", say);
    toggle.hidden = true;
    label.setAttribute("aria-hidden", "true");
    label.before(menu);
    say();
  }

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
    const wait = () => button.addEventListener("click", begin, { once: true }), begin = () => {
      const script = Object.assign(document.createElement("script"), { src: new URL("read-aloud.js", home) });
      script.onload = () => window.lsListen.panel(slot, prose, voice).play();
      script.onerror = () => { script.remove(); wait(); };   // no network: the next tap tries again
      document.head.append(script);
    };
    wait();
  };
  if (slot && synth?.getVoices) { synth.addEventListener?.("voiceschanged", offer); offer(); }
  if (!opener) return;

  /* the panel: its words stand on the button in the order of the panel, and of each palette media, scheme and two colours */
  const words = opener.dataset.lsDisplay.split("|"), colours = opener.dataset.lsPalette?.split("|") || [];
  const row = (id, name, many) => `<form class="ls-display__row" aria-labelledby="${id}"><p class="ls-display__what" id="${id}"></p>${`<label class="ls-choice"><input type="radio" name="${name}"></label>`.repeat(many)}</form>`;
  const panel = document.createElement("dialog");
  panel.id = panel.className = "ls-display";
  panel.setAttribute("aria-labelledby", "ls-display-h");
  panel.innerHTML = `<h2 class="ls-display__title" id="ls-display-h"></h2>${row("ls-size-h", "ls-size", 3)}${colours.length ? row("ls-scheme-h", "__palette", colours.length / 4) : ""}<button class="ls-button" type="button" data-ls-close></button>`;
  for (const said of panel.querySelectorAll("h2, p, label, button")) said.append(words.shift());
  const [sizes, schemes] = panel.querySelectorAll("form"), title = panel.firstChild.textContent;
  sizes.classList.add("ls-display__sizes");
  [...sizes.elements].forEach((size, n) => { size.value = n + 1; });
  for (const scheme of schemes?.elements || []) {
    for (const key of ["Media", "Scheme", "Primary", "Accent"]) scheme.dataset[`mdColor${key}`] = colours.shift();
    scheme.value = scheme.dataset.mdColorScheme;
  }
  if (schemes) schemes.dataset.mdComponent = "palette";
  document.querySelector(".md-header").after(panel);

  const show = () => {
    const chosen = [modes.size(), document.body.dataset.mdColorScheme];
    for (const choice of panel.querySelectorAll("input")) choice.checked = chosen.includes(choice.value);
    tapped = performance.now();
    panel.showModal();
  };
  panel.addEventListener("change", ({ target }) => { if (target.name === "ls-size") modes.setSize(target.value); });
  panel.addEventListener("click", ({ target, timeStamp }) => { if ((target === panel && timeStamp - tapped >= TWICE_MS) || target.closest("[data-ls-close]")) panel.close(); });

  const list = document.querySelector(".md-nav--primary > .md-nav__list");
  if (list) {
    list.insertAdjacentHTML("beforeend", '<li class="md-nav__item"><button type="button" class="ls-display-way" data-ls-display></button></li>');
    list.lastChild.firstChild.textContent = title;
  }
  for (const way of document.querySelectorAll("[data-ls-display]")) way.addEventListener("click", show);
  opener.setAttribute("aria-haspopup", "dialog");
})();
