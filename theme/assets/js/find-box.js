/* find-box.js: on every page, small. `/`, f and s go to the box, the phone's icon opens it, and who begins to type
   gets the rest of the scripts (find-suggest.js) and their styles. Without this file the box is a plain form. */
(() => {
  "use strict";
  const REST = ["find-fold", "find-say", "find-shards", "find-index", "find-marks", "find-words", "find-suggest"];
  const home = document.currentScript.src;
  const header = document.querySelector(".md-header"), opener = document.querySelector(".ls-search-link");
  const box = document.querySelector(".md-search__form"), page = document.querySelector("[data-ls-find]");
  let loading = null;

  const isThere = (name) => [...document.scripts].some((script) => script.src.split("?")[0].endsWith(`/${name}.js`));

  const dress = () => new Promise((done) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("find-suggest.css", home), onload: done, onerror: done }));
  });

  /* True when all of it came; else the next key tries again, with all of it. */
  const load = () => {
    const made = [];
    loading = loading || Promise.all([dress(), ...REST.filter((name) => !isThere(name)).map((name) => new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: new URL(`${name}.js`, home), async: false, onload: done, onerror: failed });
      made.push(script);
      document.head.append(script);
    }))]).then(() => true, () => { for (const script of made) script.remove(); loading = null; });
    return loading;
  };

  const begin = (form) => {
    const start = async () => { if (!form.lsBox && await load()) form.lsBox = form.lsBox || window.lsFind.suggest(form); };
    for (const event of ["focus", "input"]) form.elements.q.addEventListener(event, start);
  };

  const isOpen = () => header.classList.contains("ls-searching");
  const open = (wish) => {
    header.classList.toggle("ls-searching", wish);
    opener.setAttribute("aria-expanded", String(wish));
    if (wish) box.elements.q.focus();
  };
  const close = (back) => {
    if (!isOpen()) return;
    open(false);
    if (back) opener.focus();
  };

  const phone = () => {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", (event) => { event.preventDefault(); if (page) page.elements.q.focus(); else open(true); });
    opener.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); opener.click(); } });
    box.querySelector(".ls-search-close").addEventListener("click", () => close(true));
    box.addEventListener("ls-leave", () => close(true));
    document.addEventListener("click", (event) => { if (!header.contains(event.target)) close(false); });
  };

  /* Whether a key typed here belongs to somebody else. */
  const isTyping = (target) => target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (!["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    const form = page || box;
    if (form === box && !box.offsetParent) open(true);
    form.elements.q.focus();
    form.elements.q.select();
  });

  document.querySelectorAll("[data-ls-box]").forEach(begin);
  if (header && opener && box) phone();
})();
