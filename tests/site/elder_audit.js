/* elder_audit.js: what on this page is not as 长辈版 promises; an object of lists, all empty when it is. */
() => {
  const seen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest(".ls-sr, .ls-skip");
  const path = (element) => element.closest("[class]")?.className.toString().split(" ").slice(0, 2).join(".") + " " + element.textContent.trim().slice(0, 12);
  const said = new Map();
  const say = (what, element, more) => said.set(what, (said.get(what) || new Set()).add(`${path(element)} ${more}`));

  const rgba = (text) => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
  const over = (top, ground) => { const mix = (key) => top[key] * top.a + ground[key] * (1 - top.a); return { r: mix("r"), g: mix("g"), b: mix("b"), a: 1 }; };
  const ground = (element) => {
    if (!element) return { r: 255, g: 255, b: 255, a: 1 };
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = ({ r, g, b }) => [r, g, b].map((part) => { const c = part / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; }).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => { const [high, low] = [light(one), light(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };

  const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let letters = 0;
  for (let node; (node = text.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || !seen(element) || /^(SCRIPT|STYLE|OPTION|NOSCRIPT)$/.test(element.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (!boxes.length) continue;
    letters += node.data.trim().length;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize), onGround = ground(element), color = rgba(style.color);
    if (size < 24 && !element.closest(".ls-slip .ls-seal")) say("small", element, size);
    if (contrast(over(color, onGround), onGround) < 7) say("faint", element, contrast(over(color, onGround), onGround).toFixed(2));
    const lines = new Set(boxes.map((box) => Math.round(box.top)));
    if (lines.size > 1 && style.writingMode === "horizontal-tb" && parseFloat(style.lineHeight) / size < 1.499) say("tight", element, style.lineHeight);
  }

  /* the stamp on the slip is a picture of a seal; the page's title says the same */
  const isInline = (link) => getComputedStyle(link).display === "inline" && [...link.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const body = (target) => target.closest(".ls-choice") || (target.closest(".ls-card__name, .ls-results h3") && target.closest(".ls-card, li")) || target;
  for (const target of document.querySelectorAll("a[href], button, input, select, summary, label[for=__drawer]")) {
    if (!seen(target) || target.closest(".ls-band, .md-toggle, .md-sidebar, .md-overlay, [tabindex='-1']") || target.matches(".md-overlay") || isInline(target)) continue;
    const box = body(target).getBoundingClientRect();
    if (box.height && box.height < 60) say("low", target, Math.round(box.height));
    if (box.width && box.width < 60 && target.matches("button, .ls-button, label, summary, .ls-pager a")) say("narrow", target, Math.round(box.width));
  }
  for (const main of document.querySelectorAll(".ls-button, .ls-tool, .md-tabs__link, .md-header .ls-word, .ls-find__input, .ls-choice, .ls-pager a, summary"))
    if (main.checkVisibility() && parseFloat(getComputedStyle(main).fontSize) < 30) say("plain", main, getComputedStyle(main).fontSize);

  const COLUMN = ".ls-cards, .ls-story, .ls-person, .ls-project, .ls-week, .ls-seek, .ls-browse, .ls-gallery, .ls-film, .ls-colophon, .ls-groups, .ls-ways, .ls-rows > li, .ls-weeks > li, .ls-days > li, .ls-now__inner, .ls-now__list, .ls-roll, .ls-voices, .ls-ticks, .ls-asked > div, .ls-month, .ls-side";
  for (const column of document.querySelectorAll(COLUMN)) {
    const boxes = [...column.children].filter(seen).map((child) => child.getBoundingClientRect()).filter((box) => box.height > 1);
    for (const [at, box] of boxes.entries())
      if (boxes.slice(at + 1).some((other) => other.top < box.bottom - 2 && other.bottom > box.top + 2)) { say("beside", column, ""); break; }
  }
  if (document.documentElement.scrollWidth > innerWidth) said.set("wide", [document.documentElement.scrollWidth]);
  return { letters, wrong: Object.fromEntries([...said].map(([what, where]) => [what, [...where]])) };
}
