/* gallery.js: the first tap on a picture fetches gallery-viewer.js and its styles, which show it over the page.
   Without them, or with a key held down for a new tab, the link leads to the large file. */
(() => {
  "use strict";
  const home = document.currentScript.src;
  let loading = null;

  const fetched = (tag, wishes) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement(tag), wishes, { onload: done, onerror: failed }));
  });

  const load = () => {
    loading = loading || Promise.all([
      fetched("link", { rel: "stylesheet", href: new URL("gallery-viewer.css", home) }),
      fetched("script", { src: new URL("gallery-viewer.js", home) }),
    ]);
    return loading;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-ls-gallery] a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !window.HTMLDialogElement) return;
    event.preventDefault();
    load().then(() => window.lsViewer(link), () => { location.href = link.href; });
  });
  for (const link of document.querySelectorAll("[data-ls-gallery] a")) link.setAttribute("aria-haspopup", "dialog");
})();
