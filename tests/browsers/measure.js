/* measure.js: how a page is built up, as every browser should build it: the texts that are seen, in their order, and how wide which block stands where. */
() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;   /* a desk of before Chromium 131 folds the choices of lists */
  const seen = (element) => element.checkVisibility ? element.checkVisibility({ checkVisibilityCSS: true }) : element.getClientRects().length > 0;
  const said = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); )
    if (node.data.trim() && !/^(SCRIPT|STYLE|NOSCRIPT)$/.test(node.parentElement.tagName) && seen(node.parentElement) && !node.parentElement.closest(".ls-facets summary")) said.push(node.data.replace(/\s+/g, ""));
  const BLOCKS = "header, .md-tabs, main, footer, .ls-page, .ls-part__head, article, aside, figure, video, .ls-card__plate, h1, .ls-card, .ls-band__shelf, .ls-band__spine, form, table, .ls-button";
  const boxes = [...document.querySelectorAll(BLOCKS)].filter((block) => seen(block) && !block.closest("dialog")).map((block) => {
    const { left, width } = block.getBoundingClientRect();
    return [`${block.tagName} ${block.className}`, Math.round(left), Math.round(width)];
  });
  return { said, boxes, height: document.documentElement.scrollHeight };
}
