/* find-page.js: the search page. Query, page and what narrows them stand in the address. Sets text, never HTML. */
(() => {
  "use strict";
  const { say, Index, Words, Facets, words, element, shown, result, link, pager, ways } = window.lsFind;
  const A_PAGE = 12, PAUSE_MS = 160, WAIT_MS = 600, LEFT = "ls-find-left";
  const NARROWING = ["kind", "year", "region", "level", "distinction", "group", "topic", "film"];

  class Page {
    constructor(form) {
      const part = (name) => document.querySelector(`[data-ls-${name}]`);
      Object.assign(this, { form, input: form.elements.q, found: part("found"), list: part("results"), pager: part("pager") });
      const base = new URL(form.dataset.lsIndex, document.baseURI), narrowing = part("facets");
      this.root = new URL("..", base);
      this.index = new Index(base);
      this.words = new Words(this.index);
      this.facets = Facets && narrowing ? new Facets(this.index, narrowing) : null;
      Object.assign(this, { asked: 0, chosen: {}, timer: 0, typed: false, title: document.title });
      this.note = element("p", "ls-count__note");
      this.found.after(this.note);
      this.nothing = element("div", "ls-empty");
      this.list.after(this.nothing);
      this.listen();
      this.restore().then(() => this.scrollBack());
    }

    listen() {
      let composing = false;
      const soon = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.go(this.input.value, 1, true), PAUSE_MS); };
      this.input.addEventListener("compositionstart", () => { composing = true; clearTimeout(this.timer); });
      this.input.addEventListener("compositionend", () => { composing = false; soon(); });
      this.input.addEventListener("input", (event) => { if (!composing && !event.isComposing) soon(); });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!composing) this.go(this.input.value, 1);
      });
      window.addEventListener("popstate", () => { clearTimeout(this.timer); this.typed = false; this.restore(); });
      window.addEventListener("online", () => { if (this.missed) this.show(...this.missed); });
      window.addEventListener("pagehide", () => { try { sessionStorage.setItem(LEFT, JSON.stringify([location.search, scrollY])); } catch (error) { /* nothing is kept */ } });
      if (this.facets) this.facets.onchange = (chosen) => { this.chosen = chosen; this.go(this.input.value, 1); };
    }

    /* Back to a page that the browser did not keep: its results came too late for the browser to find the place again. */
    scrollBack() {
      const [how] = performance.getEntriesByType("navigation");
      if (!how || !["back_forward", "reload"].includes(how.type)) return;
      try {
        const [address, place] = JSON.parse(sessionStorage.getItem(LEFT)) || [];
        if (address === location.search) scrollTo({ top: place, behavior: "instant" });
      } catch (error) { /* nothing was kept */ }
    }

    restore() {
      const state = new URLSearchParams(location.search);
      this.chosen = Object.fromEntries(NARROWING.filter((name) => state.get(name)).map((name) => [name, state.get(name)]));
      this.input.value = state.get("q") || "";
      return this.show(this.input.value, Number(state.get("page")) || 1);
    }

    address(query, page) {
      const state = new URLSearchParams(query.trim() ? { q: query } : {});
      for (const name of NARROWING) if (this.chosen[name]) state.set(name, this.chosen[name]);
      if (page > 1) state.set("page", page);
      return location.pathname + (String(state) && `?${state}`);
    }

    /* Goes to a query: into the address, then onto the page. A new step each time; but while typing, one step for all
       keys, so that Back leads to what was there before, however slowly it was typed. What waits to be asked is overtaken. */
    go(query, page, typing = false) {
      const address = this.address(query, page), step = typing && this.typed ? "replaceState" : "pushState";
      const isNew = address !== location.pathname + location.search;
      clearTimeout(this.timer);
      try { if (isNew) history[step](null, "", address); } catch (error) { /* too often, or from a file */ }
      this.typed = typing && (isNew || this.typed);
      return this.show(query, page);
    }

    /* As a visitor goes by a link: the box shows the query, and the eye and the keyboard start at the count. */
    async follow(query, page) {
      this.input.value = query;
      await this.go(query, page);
      this.found.tabIndex = -1;
      this.found.focus({ preventScroll: true });
      this.form.scrollIntoView();
    }

    /* What was found: `ids` of the query, `meant` the query that was asked instead (a synonym), or null. */
    async ask(query) {
      await this.index.open();
      if (!words(query).length) return { words: [], ids: this.isNarrowed() && this.facets ? null : [], query, blank: true };
      const answer = await this.index.search(query);
      if (answer.ids.length) return { ...answer, query };
      for (const meant of await this.words.instead(query).catch(() => [])) {
        const other = await this.index.search(meant.query);
        if (other.ids.length) return { ...other, query: meant.query, meant };
      }
      return { ...answer, query };
    }

    isNarrowed() { return Object.keys(this.chosen).length > 0; }

    /* The synonyms of a query; none where the table cannot be had. */
    synonyms(query) { return this.words.synonyms(query).catch(() => []); }

    async show(query, page) {
      const asked = ++this.asked, isLate = () => asked !== this.asked;
      document.title = query.trim() ? `${shown(query)}　${this.title}` : this.title;
      this.missed = null;
      const waiting = setTimeout(() => this.found.replaceChildren(say("waiting")), WAIT_MS);
      try {
        const [answer, narrows] = await Promise.all([this.ask(query), this.facets ? this.facets.open(this.chosen) : false]);
        if (isLate()) return;
        if (answer.ids === null && !narrows) throw new Error("facets");
        const ids = narrows ? this.facets.narrow(answer.ids, this.chosen) : answer.ids || [];
        const last = Math.max(1, Math.ceil(ids.length / A_PAGE)), now = Math.min(Math.max(1, Math.trunc(page) || 1), last);
        const cards = await Promise.all(ids.slice((now - 1) * A_PAGE, now * A_PAGE).map((id) =>
          Promise.all([this.index.card(id), this.index.passages(id)])));
        clearTimeout(waiting);
        if (isLate()) return;
        if (narrows) this.drawFacets(answer);
        this.draw(answer, ids, cards, now);
        await this.hint(query, answer, ids.length, isLate);
      } catch (error) {
        if (!isLate()) this.miss(query, page);
      } finally {
        clearTimeout(waiting);
      }
    }

    /* The index did not come: a sentence and a way on. When the network is back, it is asked again by itself. */
    miss(query, page) {
      this.missed = [query, page];
      this.draw({ words: [], query: "", blank: true }, [], [], 1);
      this.nothing.hidden = true;
      this.found.textContent = say("no_index");
      this.note.replaceChildren(link(say("again"), this.address(query, page), () => this.follow(query, page)));
    }

    drawFacets(answer) {
      this.facets.draw(answer.blank ? null : answer.ids, this.chosen);
      if (!answer.blank && !answer.ids.length && !this.isNarrowed()) this.facets.nav.hidden = true;
    }

    draw(answer, ids, cards, page) {
      const asked = !answer.blank || this.isNarrowed();
      const count = element("span", "", String(ids.length));
      count.dataset.resultCount = "";
      this.found.closest("[data-ls-wait]")?.removeAttribute("data-ls-wait");
      this.found.replaceChildren(...(asked ? [answer.blank ? say("found") : say("found_of", { query: shown(answer.query) }), count, say("items")] : []));
      this.note.replaceChildren(...(answer.meant ? [say("meant", answer.meant)] : []));
      this.list.replaceChildren(...cards.map(([card, texts]) => result(card, texts, answer.words, this.root)));
      this.nothing.hidden = !asked || ids.length > 0;
      this.nothing.replaceChildren(element("p", "ls-empty__title", answer.blank ? say("none_fits") : say("none_of", { query: shown(answer.query) })));
      const to = (label, n) => link(label, this.address(answer.query, n), () => this.follow(answer.query, n));
      this.pager.replaceChildren(...pager(page, Math.ceil(ids.length / A_PAGE), to));
    }

    /* Ways on: to the synonym of what was found as written; from nothing to likely names, to fewer words, to browsing. */
    async hint(query, answer, count, isLate) {
      const to = (label, other) => link(label, this.address(other, 1), () => this.follow(other, 1));
      if (count && !answer.blank && !answer.meant) {
        const others = await this.words.counted((await this.synonyms(query)).map((each) => each.query), isLate);
        if (!isLate() && others.length) this.note.replaceChildren(say("also"), ...others.map(([other, n]) => to(say("counted", { words: other, n }), other)));
      }
      if (count || this.nothing.hidden) return;
      const lines = await this.ways(query, answer, isLate).catch(() => []);
      if (isLate()) return;
      const browse = [element("a", "", say("browse"))];
      browse[0].href = "#browse";
      this.nothing.append(...lines.flatMap(([label, found]) => ways(label, found, ([other, words]) => to(words || other, other))),
        ...ways(say("or"), browse, (each) => each));
    }

    async ways(query, answer, isLate) {
      if (answer.blank) return [];
      if (answer.ids.length) {
        const all = link(say("all", { n: answer.ids.length }), `?${new URLSearchParams({ q: query })}`, () => { this.chosen = {}; this.follow(answer.query, 1); });
        this.nothing.append(element("p", "ls-empty__ways", element("span", "", say("unnarrowed")), all));
        return [];
      }
      const plain = await this.words.plain(query) || query, alike = await this.words.alike(plain);
      const fewer = await this.words.fewer(query, isLate);
      return [[say("alike"), alike.map((name) => [name])],
        [say("fewer"), fewer.map(([other, n]) => [other, say("counted", { words: other, n })])]];
    }
  }

  const form = document.querySelector("[data-ls-find]");
  if (form) window.lsFind.page = new Page(form);
})();
