/* find-results.js: what the search page shows: results, the pager, and the ways on when nothing was found. */
(() => {
  "use strict";
  const { say, element, lit, passage } = window.lsFind;
  const LONGEST_SHOWN = 40;

  /* A query as it is repeated on the page: whole, or its beginning. */
  const shown = (query) => {
    const chars = Array.from(query.trim());
    return chars.length > LONGEST_SHOWN ? `${chars.slice(0, LONGEST_SHOWN).join("")}……` : chars.join("");
  };

  const plate = (card, root) => {
    if (!card.picture) {
      const blank = element("span", "ls-card__blank", Array.from(card.name.replace(/[“”《》「」]/g, ""))[0] || "");
      blank.setAttribute("aria-hidden", "true");
      return element("div", "ls-card__plate", blank);
    }
    const [path, width, height] = card.picture;
    const image = Object.assign(element("img"), { alt: "", width, height, loading: "lazy" });
    image.src = new URL(path, root).href;
    return element("div", "ls-card__plate", image);
  };

  const result = (card, texts, sought, root) => {
    const link = element("a", "", ...lit(card.name, sought));
    link.href = new URL(card.url, root).href;
    const long = Array.from(card.name).length > 6 ? " ls-card__name--long" : "";
    const item = element("li", "", plate(card, root), element("h3", `ls-name${long}`, link),
      element("p", "ls-results__kind", ...lit(card.line, sought)), element("p", "ls-results__text", ...passage(texts, sought)));
    item.dataset.record = card.record;
    return item;
  };

  /* A link that the page follows itself; a new tab and a copied address work as well. */
  const link = (label, address, follow) => {
    const made = element("a", "", label);
    made.href = address;
    made.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      follow();
    });
    return made;
  };

  /* The pages around `page`: `to(label, number)` makes a link. */
  const pager = (page, last, to) => {
    if (last < 2) return [];
    const current = element("span", "", String(page)), numbers = [];
    current.setAttribute("aria-current", "page");
    for (let n = 1; n <= last; n += 1) if (n === 1 || n === last || Math.abs(n - page) < 3) numbers.push(n === page ? current : to(String(n), n));
    return [...(page > 1 ? [to(say("previous"), page - 1)] : []), ...numbers, ...(page < last ? [to(say("next"), page + 1)] : [])];
  };

  /* A line of ways on: “您是不是要找：沈玉兰、…”. `to(query)` makes a link; nothing without queries. */
  const ways = (label, queries, to) => {
    if (!queries.length) return [];
    const links = queries.map(to);
    return [element("p", "ls-empty__ways", element("span", "", label), ...links)];
  };

  Object.assign(window.lsFind, { shown, result, link, pager, ways });
})();
