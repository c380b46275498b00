/* find-suggest.js: suggestions below a box while somebody types: a combobox with a list (WAI-ARIA). */
(() => {
  "use strict";
  const { say, Index, Words, words, element, lit } = window.lsFind;
  const MOST = 8, PAUSE_MS = 120, WAIT_MS = 600, LONGEST = 200, EDGE_PX = 8, LEAST_PX = 120;
  const indexes = new Map();
  let boxes = 0;

  /* One index for all boxes of a page; on the search page, the one that it asks itself. */
  const sourcesOf = (base) => {
    if (!indexes.has(base.href)) {
      const { page } = window.lsFind, index = page && page.index.base.href === base.href ? page.index : new Index(base);
      indexes.set(base.href, { index, words: new Words(index) });
    }
    return indexes.get(base.href);
  };

  class Box {
    constructor(form) {
      Object.assign(this, { form, input: form.elements.q, asked: 0, active: -1, composing: false, timer: 0, options: [] });
      const base = new URL(form.dataset.lsIndex, document.baseURI);
      this.root = new URL("..", base);
      Object.assign(this, sourcesOf(base));
      this.id = `ls-suggest-${(boxes += 1)}`;
      this.list = Object.assign(element("ul", "ls-suggest"), { id: this.id, hidden: true });
      this.said = element("p", "ls-sr");
      this.dress();
      this.listen();
      if (this.input.value) this.soon();
    }

    dress() {
      const roles = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": this.id };
      for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", say("suggestions"));
      this.said.setAttribute("role", "status");
      this.input.parentElement.append(this.list, this.said);
    }

    listen() {
      const { input, list, form } = this;
      input.addEventListener("compositionstart", () => { this.composing = true; clearTimeout(this.timer); });
      input.addEventListener("compositionend", () => { this.composing = false; this.soon(); });
      input.addEventListener("input", (event) => { if (!this.composing && !event.isComposing) this.soon(); });
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => { const option = event.target.closest("[role=option]"); if (option) this.go(option); });
      form.addEventListener("submit", (event) => { if (this.composing) event.preventDefault(); });
      window.addEventListener("pageshow", () => this.close());
      window.addEventListener("online", () => { if (this.missed) this.ask(); });
      if (window.visualViewport) visualViewport.addEventListener("resize", () => { if (!list.hidden) this.fit(); });
    }

    /* Keys of an input method are its own: also the Enter that ends a composition (229 in some browsers). */
    key(event) {
      if (event.isComposing || event.keyCode === 229) { if (event.key === "Enter") event.preventDefault(); return; }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) { event.preventDefault(); this.move(step); }
      else if (event.key === "Enter" && this.active >= 0) { event.preventDefault(); this.go(this.options[this.active]); }
      else if (event.key === "Escape") { event.preventDefault(); this.escape(); }
    }

    escape() {
      clearTimeout(this.timer);
      this.asked += 1;
      if (!this.list.hidden) this.close();
      else if (this.input.value) this.input.value = "";
      else this.form.dispatchEvent(new Event("ls-leave"));
    }

    move(step) {
      if (this.list.hidden) { if (this.options.length) this.open(); else this.ask(); return; }
      const size = this.options.length + 1;
      this.choose(((this.active + 1 + step + size) % size) - 1);
    }

    /* Marks an option; -1 stands for the text as typed. */
    choose(active) {
      this.active = active;
      this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
      if (active < 0) { this.input.removeAttribute("aria-activedescendant"); return; }
      this.input.setAttribute("aria-activedescendant", this.options[active].id);
      this.options[active].scrollIntoView({ block: "nearest" });
    }

    go(option) { location.assign(option.dataset.lsHref); }

    soon() { clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), PAUSE_MS); }

    async ask() {
      const asked = ++this.asked, query = Array.from(this.input.value).slice(0, LONGEST).join("");
      clearTimeout(this.waiting);
      if (!words(query).length) { this.draw([], ""); return; }
      const isWanted = () => asked === this.asked && document.activeElement === this.input;
      this.waiting = setTimeout(() => { if (isWanted()) this.wait(); }, WAIT_MS);
      this.missed = false;
      try {
        const found = await this.find(query);
        if (isWanted()) this.draw(...found);
      } catch (error) {
        if (asked === this.asked) { this.missed = true; this.draw([], ""); }
      }
    }

    /* What is seen and heard while a slow network brings nothing yet. */
    wait() {
      this.draw([], say("waiting"));
      this.list.replaceChildren(element("li", "ls-suggest__line ls-suggest__wait", say("waiting")));
      this.list.firstChild.setAttribute("aria-hidden", "true");
      this.list.setAttribute("aria-busy", "true");
      this.list.hidden = false;
    }

    /* The options for a query, and what is said of them. Names come first, as in every result. */
    async find(query) {
      const [answer, regions] = await Promise.all([this.index.search(query), this.words.regions(query).catch(() => [])]);
      const places = regions.slice(0, 2).map(({ name, url }) => this.option(new URL(url, this.root).href, lit(name, answer.words), say("regions")));
      const total = answer.ids.length;
      if (!total && !places.length) return this.meant(query);
      const cards = await Promise.all(answer.ids.slice(0, MOST - places.length).map((id) => this.index.card(id)));
      const options = [...places, ...cards.map((card) => this.option(new URL(card.url, this.root).href, lit(card.name, answer.words), ...lit(card.line, answer.words)))];
      const said = say("suggested", { n: options.length, total });
      return [total ? [...options, this.last(query, say("see_all", { total }))] : options, said];
    }

    /* Nothing found: what the query may stand for, else less of it; and always the page that says more. */
    async meant(query) {
      const others = (await this.words.instead(query)).map((each) => each.query), plain = others.at(-1) || query;
      const [known, names] = await Promise.all([this.words.counted(others), this.words.alike(plain)]);
      const fewer = known.length || names.length ? [] : await this.words.fewer(query);
      const near = [...known.map(([other]) => other), ...names].slice(0, 3).map((name) => this.option(this.search(name), [name], say("alike_short")));
      const less = fewer.slice(0, 3).map(([other, n]) => this.option(this.search(other), [say("counted", { words: other, n })]));
      const options = [...near, ...less];
      return [[...options, this.last(query, say("none_so"))], options.length ? say("none_but", { n: options.length }) : say("none")];
    }

    search(query) {
      const address = new URL(this.form.action);
      address.search = new URLSearchParams({ q: query });
      return address.href;
    }

    /* The row below all others, which leads to the search page. */
    last(query, said) {
      const option = this.option(this.search(query), [said]);
      option.classList.add("ls-suggest__all");
      return option;
    }

    option(href, name, ...line) {
      const option = element("li", "", element("span", "ls-suggest__name", ...name));
      if (line.length) option.append(" ", element("span", "ls-suggest__line", ...line));
      option.setAttribute("role", "option");
      option.dataset.lsHref = href;
      return option;
    }

    draw(options, said) {
      this.options = options;
      options.forEach((option, i) => { option.id = `${this.id}-${i}`; });
      clearTimeout(this.waiting);
      this.list.replaceChildren(...options);
      this.list.removeAttribute("aria-busy");
      this.said.textContent = said;
      if (options.length) this.open(); else this.close();
    }

    /* Below a box that stays in its place, the list ends where the window or the keyboard of a phone begins. */
    fit() {
      const seen = window.visualViewport, { bottom } = this.input.getBoundingClientRect();
      if (!seen) return;
      const room = seen.offsetTop + seen.height - bottom - EDGE_PX, isCovered = seen.height < 0.8 * innerHeight;
      const isTight = room > LEAST_PX && (isCovered || this.form.closest("header"));
      if (isTight) this.list.style.setProperty("--ls-room", `${Math.floor(room)}px`); else this.list.style.removeProperty("--ls-room");
    }

    open() {
      this.list.hidden = false;
      this.fit();
      this.input.setAttribute("aria-expanded", "true");
      this.choose(-1);
      if (!this.form.closest("header")) this.list.scrollIntoView({ block: "nearest" });
    }

    close() {
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.choose(-1);
    }
  }

  window.lsFind.suggest = (form) => new Box(form);
})();
