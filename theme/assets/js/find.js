/* find.js: the search page. Query and page stand in the address; every word from outside is set as text, never as HTML. */
(() => {
  "use strict";
  const { Index, trace, places, words } = window.lsFind;
  const A_PAGE = 12, BEFORE = 14, PASSAGE = 72, PAUSE_MS = 160;

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  /* The parts of `text` that the words cover, as [start, end] offsets in order, none overlapping. */
  const marks = (text, sought) => {
    const traced = trace(text), spans = [];
    for (const word of sought) {
      const size = Array.from(word).length;
      for (const i of places(traced, word)) {
        const last = traced.from[i + size - 1];
        spans.push([traced.from[i], last + String.fromCodePoint(text.codePointAt(last)).length]);
      }
    }
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return spans.filter(([, end], i) => spans.slice(0, i).every(([, earlier]) => end > earlier))
      .map(([start, end], i, kept) => [i ? Math.max(start, kept[i - 1][1]) : start, end]);
  };

  /* `text` from offset `first` to `end`, with <mark> around what was found. */
  const marked = (text, spans, first, end) => {
    const parts = [];
    let at = first;
    for (const [start, stop] of spans) {
      if (start < at || stop > end) continue;
      parts.push(text.slice(at, start), element("mark", "", text.slice(start, stop)));
      at = stop;
    }
    return [...parts, text.slice(at, end)];
  };

  /* Never between the two halves of a rare character. */
  const whole = (text, offset) => (/[\udc00-\udfff]/.test(text[offset] || "") ? offset - 1 : offset);

  /* The passage to show: where most of the words stand, else the beginning of the text. */
  const passage = (card, sought) => {
    const texts = [...card.texts, ...card.facts];
    const counts = texts.map((text) => sought.filter((word) => places(trace(text), word).length).length);
    const best = Math.max(0, ...counts);
    const text = texts[counts.indexOf(best)] || "";
    const spans = marks(text, sought);
    const first = whole(text, spans.length && spans[0][0] > BEFORE + 6 ? spans[0][0] - BEFORE : 0);
    const end = whole(text, Math.max(Math.min(text.length, first + PASSAGE), spans.length ? spans[0][1] : 0));
    return [first ? "……" : "", ...marked(text, spans, first, end), end < text.length ? "……" : ""];
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

  const result = (card, sought, root) => {
    const link = element("a", "", ...marked(card.name, marks(card.name, sought), 0, card.name.length));
    link.href = new URL(card.url, root).href;
    const long = Array.from(card.name).length > 6 ? " ls-card__name--long" : "";
    const item = element("li", "", plate(card, root), element("h3", `ls-name${long}`, link),
      element("p", "ls-results__kind", card.line), element("p", "ls-results__text", ...passage(card, sought)));
    item.dataset.record = card.record;
    return item;
  };

  class Page {
    constructor(form) {
      const part = (name) => document.querySelector(`[data-ls-${name}]`);
      Object.assign(this, { form, input: form.elements.q, found: part("found"), list: part("results"), pager: part("pager") });
      const base = new URL(form.dataset.lsIndex, document.baseURI);
      this.root = new URL("..", base);
      this.index = new Index(base);
      this.asked = 0;
      this.nothing = element("div", "ls-empty");
      this.list.after(this.nothing);
      this.listen();
      this.restore();
    }

    listen() {
      let composing = false, timer = 0;
      const soon = () => { clearTimeout(timer); timer = setTimeout(() => this.go(this.input.value, 1, "replaceState"), PAUSE_MS); };
      this.input.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
      this.input.addEventListener("compositionend", () => { composing = false; soon(); });
      this.input.addEventListener("input", (event) => { if (!composing && !event.isComposing) soon(); });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        clearTimeout(timer);
        if (!composing) this.go(this.input.value, 1, "pushState");
      });
      window.addEventListener("popstate", () => { clearTimeout(timer); this.restore(); });
    }

    restore() {
      const state = new URLSearchParams(location.search);
      this.input.value = state.get("q") || "";
      this.show(this.input.value, Number(state.get("page")) || 1);
    }

    address(query, page) {
      const state = new URLSearchParams(query.trim() ? { q: query } : {});
      if (page > 1) state.set("page", page);
      return location.pathname + (String(state) && `?${state}`);
    }

    /* Goes to a query: into the address (a new step, or in place of the last while typing), then onto the page. */
    go(query, page, step) {
      const address = this.address(query, page);
      if (address !== location.pathname + location.search) history[step](null, "", address);
      return this.show(query, page);
    }

    async show(query, page) {
      const asked = ++this.asked;
      try {
        if (!words(query).length) return this.draw(query, null, [], 1);
        const answer = await this.index.search(query);
        const last = Math.max(1, Math.ceil(answer.ids.length / A_PAGE)), now = Math.min(Math.max(1, Math.trunc(page)), last);
        const cards = await Promise.all(answer.ids.slice((now - 1) * A_PAGE, now * A_PAGE).map((id) => this.index.card(id)));
        if (asked === this.asked) this.draw(query, answer, cards, now);
      } catch (error) {
        if (asked !== this.asked) return;
        this.draw(query, null, [], 1);
        this.found.textContent = "索引没有取到，请检查网络后再找一次。";
      }
    }

    draw(query, answer, cards, page) {
      const shown = query.trim(), count = element("span", "", String(answer ? answer.ids.length : 0));
      count.dataset.resultCount = "";
      this.found.replaceChildren(...(answer ? [`“${shown}”：找到`, count, "条"] : []));
      this.list.replaceChildren(...cards.map((card) => result(card, answer.words, this.root)));
      this.nothing.hidden = !answer || answer.ids.length > 0;
      this.nothing.style.display = this.nothing.hidden ? "none" : "";
      this.nothing.replaceChildren(element("p", "ls-empty__title", `没有找到“${shown}”`), element("p", "", "也可以只输姓，或输入所在的县、街道。"));
      this.drawPager(query, page, answer ? Math.ceil(answer.ids.length / A_PAGE) : 0);
    }

    drawPager(query, page, last) {
      const link = (label, target) => {
        const made = element("a", "", label);
        made.href = this.address(query, target);
        made.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.go(query, target, "pushState").then(() => this.form.scrollIntoView());
        });
        return made;
      };
      const current = element("span", "", String(page));
      current.setAttribute("aria-current", "page");
      const numbers = [];
      for (let n = 1; n <= last; n += 1) if (n === 1 || n === last || Math.abs(n - page) < 3) numbers.push(n === page ? current : link(String(n), n));
      this.pager.replaceChildren(...(last > 1 ? [...(page > 1 ? [link("上一页", page - 1)] : []), ...numbers, ...(page < last ? [link("下一页", page + 1)] : [])] : []));
    }
  }

  const form = document.querySelector("[data-ls-find]");
  if (form) window.lsFind.page = new Page(form);
})();
