/* find-facets.js: narrows a result by what its documents are. Reads find/facets.json (docs/search-format.md, Facets). */
(() => {
  "use strict";
  const { say } = window.lsFind;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = Object.fromEntries(Array.from(DIGITS, (digit, value) => [digit, value]));
  const SHORT = new Set(["region"]), MOST = { topic: 12 };

  /* The set's number of each document, from its runs. */
  const decode = (text, size) => {
    const codes = new Uint16Array(size);
    let at = 0, id = 0;
    const next = () => {
      let value = 0, weight = 1, digit;
      do { digit = VALUE[text[at++]]; value += (digit & 31) * weight; weight *= 32; } while (digit & 32);
      return value;
    };
    while (at < text.length) {
      const head = next(), end = id + (head & 1 ? next() + 2 : 1);
      codes.fill(head >> 1, id, end);
      id = end;
    }
    return codes;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  /* The values chosen of one facet: one, several set apart by commas, or a list of them. */
  const listed = (facet, chosen) => {
    const given = chosen[facet.name];
    if (!given || !given.length) return [];
    if (Array.isArray(given)) return given;
    return facet.words && facet.words.has(given) ? [given] : given.split(",").filter(Boolean);
  };

  class Facets {
    constructor(index, nav) {
      Object.assign(this, { index, nav, facets: [], size: 0, total: 0, onchange: () => {} });
      this.spoken = element("div", "ls-chosen");
      const head = element("summary", "", say("narrow"));
      Object.assign(head.dataset, { lsUnfold: say("unfold"), lsFold: say("fold") });
      this.box = element("details", "", head);
      this.body = element("div");
      this.box.append(this.body);
    }

    /* Reads the facets; those with a file of their own only when chosen. False where the index has none. */
    async open(chosen = Object.fromEntries(new URLSearchParams(location.search))) {
      try {
        if (!this.size) {
          const head = await this.index.load("facets.json");
          this.facets = head.facets;
          this.size = head.documents;
          for (const facet of this.facets) if (facet.documents !== undefined) this.read(facet, facet);
        }
        await Promise.all(this.facets.filter((facet) => chosen[facet.name]).map((facet) => this.fetch(facet)));
        return true;
      } catch (error) {
        return false;
      }
    }

    async fetch(facet) {
      if (!facet.codes) this.read(facet, await this.index.load(`facets-${facet.name}.json`));
    }

    read(facet, { values, sets, documents }) {
      Object.assign(facet, { words: new Map(values), values: values.map(([value]) => value), sets, codes: decode(documents, this.size) });
    }

    /* Every document, the best first: what there is to narrow while nothing is asked. */
    all() { return Array.from({ length: this.size }, (_, n) => this.size - 1 - n); }

    /* The facets in which something is chosen, each with what its sets say to that: 1 fits, 0 not. */
    wanted(chosen) {
      return this.facets.filter((facet) => facet.codes && listed(facet, chosen).length).map((facet) => {
        const places = listed(facet, chosen).map((value) => facet.values.indexOf(value));
        return { facet, fits: Uint8Array.from(facet.sets, (set) => places.some((place) => set.includes(place))) };
      });
    }

    /* The ids among `ids` (null: all there are) that have one of the chosen values of every facet, in their order. */
    narrow(ids, chosen) {
      const wanted = this.wanted(chosen);
      return (ids || this.all()).filter((id) => wanted.every(({ facet, fits }) => fits[facet.codes[id]]));
    }

    /* Map of facet → number of documents for each of its values. What is chosen in a facet itself does not count there. */
    counts(ids, chosen) {
      const wanted = this.wanted(chosen), tallies = new Map();
      this.total = 0;
      for (const facet of this.facets) if (facet.codes) tallies.set(facet, new Uint32Array(facet.sets.length));
      for (const id of ids || this.all()) {
        const missed = wanted.filter(({ facet, fits }) => !fits[facet.codes[id]]);
        if (!missed.length) { this.total += 1; for (const [facet, tally] of tallies) tally[facet.codes[id]] += 1; }
        else if (missed.length === 1) tallies.get(missed[0].facet)[missed[0].facet.codes[id]] += 1;
      }
      return new Map([...tallies].map(([facet, tally]) => {
        const counted = new Uint32Array(facet.values.length);
        facet.sets.forEach((set, code) => { for (const place of set) counted[place] += tally[code]; });
        return [facet, counted];
      }));
    }

    /* Draws what can be chosen among `ids` (the result before it is narrowed). Focus and open folds stay. */
    draw(ids, chosen) {
      const held = this.nav.contains(document.activeElement) && document.activeElement.dataset.lsChoice;
      const counts = this.counts(ids, chosen);
      const parts = this.facets.map((facet) => this.part(facet, counts.get(facet), chosen, ids)).filter(Boolean);
      this.drawChosen(chosen);
      this.body.replaceChildren(...parts);
      this.nav.replaceChildren(...(this.spoken.childElementCount ? [this.spoken] : []), ...(parts.length ? [this.box] : []));
      this.nav.hidden = !this.nav.childElementCount;
      if (held) this.focus(held);
    }

    /* Where the choice that had the focus is gone, its neighbour in reading order: the fold's head. */
    focus(held) {
      const same = [...this.nav.querySelectorAll("[data-ls-choice]")].find((one) => one.dataset.lsChoice === held);
      (same || this.nav.querySelector("summary") || this.nav.querySelector("a") || this.nav).focus();
    }

    part(facet, counts, chosen, ids) {
      if (!facet.codes) return this.fold(facet, ids, chosen);
      const here = new Set(listed(facet, chosen));
      let places = facet.values.map((_, place) => place).filter((place) => counts[place] || here.has(facet.values[place]));
      if (!here.size && (!places.length || (places.length === 1 && counts[places[0]] === this.total))) return null;
      if (MOST[facet.name]) places = places.sort((a, b) => counts[b] - counts[a] || a - b)
        .filter((place, rank) => rank < MOST[facet.name] || here.has(facet.values[place]));
      const items = places.map((place) => element("li", "", this.choice(facet, facet.values[place], counts[place], chosen)));
      return element("div", `ls-facet${SHORT.has(facet.name) ? " ls-facet--close" : ""}`, element("h2", "", facet.title), element("ul", "", ...items));
    }

    /* A facet whose file nobody has asked for yet: a button that fetches it and puts its choices in its place. */
    fold(facet, ids, chosen) {
      if (!this.total) return null;
      const button = element("button", "ls-facet__more", facet.title);
      const holder = element("div", "ls-facet", element("h2", "", button));
      button.type = "button";
      Object.assign(button.dataset, { lsChoice: `${facet.name}=`, lsUnfold: say("unfold") });
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", async () => {
        try { await this.fetch(facet); } catch (error) { button.textContent = say("not_fetched", { title: facet.title }); return; }
        const part = this.part(facet, this.counts(ids, chosen).get(facet), chosen, ids) || Object.assign(element("p", "ls-facet", say("no_choice", { title: facet.title })), { tabIndex: -1 });
        holder.replaceWith(part);
        (part.querySelector("a") || part).focus();
      });
      return holder;
    }

    choice(facet, value, number, chosen) {
      const here = listed(facet, chosen), isHere = here.includes(value);
      const left = isHere ? here.filter((one) => one !== value) : [...here, value];
      const link = this.link({ ...chosen, [facet.name]: left.join(",") }, element("span", "", facet.words.get(value) || value), " ", element("span", "ls-num", String(number), element("span", "ls-sr", say("items"))));
      if (isHere) link.setAttribute("aria-current", "true");
      link.dataset.lsChoice = `${facet.name}=${value}`;
      return link;
    }

    drawChosen(chosen) {
      const links = [];
      for (const facet of this.facets) for (const value of listed(facet, chosen)) {
        const words = (facet.words && facet.words.get(value)) || value;
        const left = listed(facet, chosen).filter((one) => one !== value).join(",");
        links.push(this.link({ ...chosen, [facet.name]: left }, words));
        links[links.length - 1].setAttribute("aria-label", say("without", { words }));
      }
      if (links.length > 1) {
        links.push(this.link({}, say("without_all")));
        links[links.length - 1].className = "ls-chosen__all";
      }
      this.spoken.replaceChildren(...links);
    }

    /* A real link to the narrowed result; a plain click stays on the page and tells it. */
    link(chosen, ...children) {
      const state = new URLSearchParams(location.search), kept = {};
      state.delete("page");
      for (const { name } of this.facets) {
        if (chosen[name]) { state.set(name, chosen[name]); kept[name] = chosen[name]; } else state.delete(name);
      }
      const made = element("a", "", ...children), query = String(state);
      made.href = location.pathname + (query && `?${query}`);
      made.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        this.onchange(kept);
      });
      return made;
    }
  }

  window.lsFind.Facets = Facets;
})();
