/* gallery-viewer.js: one picture over the whole page, with its words and its place among the others.
   Arrows, Home and End, a sweep or the buttons lead on; Esc, the button and Back close it. Pinching stays the browser's. */
window.lsViewer = (() => {
  "use strict";
  const element = (tag, className, ...inside) => {
    const made = Object.assign(document.createElement(tag), { className });
    made.append(...inside);
    return made;
  };
  const button = (words, act, className = "") => {
    const made = element("button", `ls-button ${className}`, words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  /* The picture that the page shows small; the browser chooses its file for the whole window. A copy loads at once. */
  const enlarged = (link) => {
    const copy = link.querySelector("picture").cloneNode(true), img = copy.querySelector("img");
    for (const part of copy.children) part.sizes = "100vw";
    img.loading = "eager";
    img.style.background = "none";
    img.style.maxInlineSize = `${img.getAttribute("width")}px`;
    return copy;
  };

  const FAR_PX = 45, TWICE_MS = 500;   // who taps twice means one tap
  /* A sweep by one finger, to the side, while nothing is enlarged by pinching. */
  const onSweep = (place, turn) => {
    let from = null;
    const isAlone = (event) => event.touches.length === 1 && !(window.visualViewport && visualViewport.scale > 1.05);
    place.addEventListener("touchstart", (event) => { from = isAlone(event) ? event.touches[0] : null; }, { passive: true });
    place.addEventListener("touchend", (event) => {
      const to = event.changedTouches[0];
      const x = from ? to.clientX - from.clientX : 0, y = from ? to.clientY - from.clientY : 0;
      from = null;
      if (Math.abs(x) > FAR_PX && Math.abs(x) > 1.5 * Math.abs(y)) turn(x < 0 ? 1 : -1);
    }, { passive: true });
  };

  const viewer = (gallery) => {
    const [name, before, after, close, count] = gallery.dataset.lsGallery.split("|");
    const links = [...gallery.querySelectorAll("a")], copies = [];
    let here = 0, opener = null, opened = 0;
    const stage = element("div", "ls-viewer__stage"), words = element("figcaption", "ls-viewer__words");
    const place = element("p", "ls-viewer__count");
    place.setAttribute("role", "status");
    const turn = (by) => show((here + by + links.length) % links.length);
    const turns = links.length > 1 ? [button(before, () => turn(-1), "ls-viewer__before"), button(after, () => turn(1), "ls-viewer__after")] : [];
    const leave = button(close, () => dialog.close(), "ls-viewer__close");
    const dialog = element("dialog", "ls-viewer", element("figure", "ls-viewer__figure", stage, words), element("div", "ls-viewer__bar", place, ...turns, leave));
    dialog.setAttribute("aria-label", name);

    const copy = (index) => { copies[index] = copies[index] || enlarged(links[index]); return copies[index]; };
    const show = (index) => {
      here = index;
      stage.replaceChildren(copy(here));
      const said = links[here].parentElement.querySelector("figcaption");
      words.replaceChildren(...(said ? said.cloneNode(true).childNodes : []));
      const [first, between, last] = count.split("#");
      const alt = element("span", "ls-sr", `：${stage.querySelector("img").alt}`);
      place.replaceChildren(`${first}${here + 1}${between}${links.length}${last}`, alt);
      for (const by of [1, links.length - 1]) copy((here + by) % links.length);
    };
    const keys = { ArrowRight: () => turn(1), ArrowLeft: () => turn(-1), Home: () => show(0), End: () => show(links.length - 1) };
    dialog.addEventListener("keydown", (event) => {
      if (!keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    onSweep(stage, turn);
    stage.addEventListener("click", (event) => { if (event.target === stage && event.timeStamp - opened > TWICE_MS) dialog.close(); });
    dialog.addEventListener("close", () => {
      opener.focus({ preventScroll: true });
      if (history.state && history.state.lsViewer) history.back();
    });
    window.addEventListener("popstate", () => { if (dialog.open) dialog.close(); });
    gallery.after(dialog);
    return (link) => {
      if (dialog.open) return;   // a second tap before the first one was answered
      opener = link;
      opened = performance.now();
      show(links.indexOf(link));
      history.pushState({ lsViewer: true }, "");
      dialog.showModal();
      leave.focus();
    };
  };

  const known = new Map();
  return (link) => {
    const gallery = link.closest("[data-ls-gallery]");
    if (!known.has(gallery)) known.set(gallery, viewer(gallery));
    known.get(gallery)(link);
  };
})();
