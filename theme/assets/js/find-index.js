/* find-index.js: asks the static index (docs/search-format.md) which documents contain every word of a query. */
(() => {
  "use strict";
  const { words, learn, isLatin, fold } = window.lsFind;
  const WHOLE = "\n", LONGEST = 4, AT_ONCE = 4;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = Object.fromEntries(Array.from(DIGITS, (digit, value) => [digit, value]));

  /* Reads the postings of one key: Map of field → Map of document → places (null: only documents are kept). */
  const decode = (posting, withPlaces) => {
    const fields = new Map();
    for (const group of posting ? posting.split(" ") : []) {
      const documents = new Map();
      let at = 1, id = 0;
      const next = () => {
        let value = 0, weight = 1, digit;
        do { digit = VALUE[group[at++]]; value += (digit & 31) * weight; weight *= 32; } while (digit & 32);
        return value;
      };
      while (at < group.length) {
        id += next();
        let place = 0, step = 1;
        const places = withPlaces ? [] : null;
        while (withPlaces && step & 1) { step = next(); place += step >> 1; places.push(place); }
        documents.set(id, places);
      }
      fields.set(Number(group[0]), documents);
    }
    return fields;
  };

  const hash = (chars) => {
    let value = 0x811c9dc5;
    for (const char of chars) value = Math.imul(value ^ char.codePointAt(0), 0x01000193) >>> 0;
    return value;
  };

  /* The keys that cover a word: [start, key] each, lengthened where a key is common. Greedy from the left. */
  const cover = (chars, common) => {
    let windows = chars.slice(1).map((_, start) => [start, 2]);
    const ends = new Map();
    while (windows.length) {
      const longer = new Map();
      for (const [start, size] of windows) {
        const key = chars.slice(start, start + size).join("");
        if (size === chars.length || size === LONGEST || !common.has(key)) { ends.set(`${start} ${size}`, [start, size, key]); continue; }
        for (const s of [start - 1, start]) if (s >= 0 && s + size < chars.length) longer.set(s, [s, size + 1]);
      }
      windows = [...longer.values()];
    }
    const chosen = [], all = [...ends.values()];
    for (let covered = 0; covered < chars.length;) {
      const best = all.filter(([s, n]) => s <= covered && s + n > covered).reduce((a, b) => (b[0] + b[1] > a[0] + a[1] ? b : a));
      chosen.push([best[0], best[2]]);
      covered = best[0] + best[1];
    }
    return chosen;
  };

  /* Keeps, for each field and document, the places where the word can begin: those that both sides allow. */
  const meet = (begun, fields, start) => {
    const kept = new Map();
    for (const [field, documents] of fields) {
      const left = new Map();
      for (const [id, places] of documents) {
        const before = begun && begun.get(field) && begun.get(field).get(id);
        if (begun && !before) continue;
        const here = places && places.map((place) => place - start).filter((place) => !before || before.includes(place));
        if (!here || here.length) left.set(id, here);
      }
      if (left.size) kept.set(field, left);
    }
    return kept;
  };

  class Index {
    constructor(base) { this.base = base; this.files = new Map(); this.head = null; }

    /* The one place that fetches: a packed index answers from memory where fetch is refused (file://). */
    load(path) {
      if (!this.files.has(path)) {
        const packed = window.lsFindPack;
        const file = packed ? Promise.resolve(packed[path]) : this.fetch(path);
        this.files.set(path, file);
        file.catch(() => this.files.delete(path));
      }
      return this.files.get(path);
    }

    /* Only the head is asked for anew; its version keeps the other files apart from those of an older build. */
    async fetch(path) {
      const query = this.head ? `?v=${this.head.version}` : "", cache = this.head ? "default" : "no-cache";
      const answer = await fetch(new URL(path + query, this.base), { cache });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    }

    async open() {
      if (this.head) return;
      const head = await this.load("index.json");
      for (const family of ["names", "texts"]) head[family].isCommon = new Set(head[family].common);
      learn(head.variants);
      this.head = head;
    }

    async posting(family, key, withPlaces) {
      const chars = Array.from(key), shards = this.head[family].shards;
      const shard = await this.load(`${family}/${hash(key[0] === WHOLE ? chars.slice(1, 3) : chars) % shards}.json`);
      return decode(Object.hasOwn(shard, key) ? shard[key] : "", withPlaces);
    }

    /* Fields and documents of a family in which `word` stands. One character counts in names only. */
    async containing(family, word) {
      const chars = Array.from(isLatin(word) ? ` ${word}` : word), common = this.head[family].isCommon;
      if (chars.length === 1) return family === "names" ? this.posting(family, word, false) : new Map();
      const keys = cover(chars, common);
      let begun = null;
      for (let i = 0; i < keys.length && (!begun || begun.size); i += AT_ONCE) {
        const some = keys.slice(i, i + AT_ONCE);
        const found = await Promise.all(some.map(([, key]) => this.posting(family, key, !common.has(key))));
        found.forEach((fields, k) => { begun = meet(begun, fields, some[k][0]); });
      }
      return begun;
    }

    /* Map of document → score of one word: twice the field, one more where it is only a part of a value. */
    async scored(word) {
      const scores = new Map();
      const families = await Promise.all(["names", "texts"].map((family) =>
        Promise.all([this.containing(family, word), this.posting(family, WHOLE + word, false)])));
      for (const [parts, wholes] of families) for (const [fields, part] of [[wholes, 0], [parts, 1]])
        for (const [field, documents] of fields) for (const id of documents.keys())
          scores.set(id, Math.min(scores.has(id) ? scores.get(id) : Infinity, 2 * field + part));
      return scores;
    }

    /* Ids of the documents that contain every word of `query`, best first; `words` as they were compared. */
    async search(query) {
      await this.open();
      const sought = words(query);
      let total = sought.length ? null : new Map();
      for (let i = 0; i < sought.length && (!total || total.size); i += AT_ONCE)
        for (const scores of await Promise.all(sought.slice(i, i + AT_ONCE).map((word) => this.scored(word))))
          total = total ? new Map([...total].filter(([id]) => scores.has(id)).map(([id, sum]) => [id, sum + scores.get(id)])) : scores;
      const named = total.size ? await this.posting("names", WHOLE + fold(query).replace(/ /g, ""), false) : new Map();
      for (const documents of named.values()) for (const id of documents.keys()) if (total.has(id)) total.set(id, -1);
      const ids = [...total.keys()].sort((a, b) => total.get(a) - total.get(b) || b - a);
      return { words: sought, ids };
    }

    /* The toneless reading of each character of `text` (沉玉兰 → ["chen", "yu", "lan"]), null where it has none. */
    async sounds(text) {
      await this.open();
      const table = await this.load("sounds.json");
      this.spoken = this.spoken || new Map(Object.entries(table).flatMap(([sound, chars]) => Array.from(chars, (char) => [char, sound])));
      return Array.from(fold(text).replace(/ /g, ""), (char) => this.spoken.get(char) || null);
    }

    /* Ids of the documents, best first, whose name is read as `reading`: the whole of it, or ("within") from a syllable on. */
    async readings(reading, how = "whole") {
      const sound = fold(reading).replace(/ /g, "");
      if (!isLatin(sound)) return [];
      const { ids } = await this.search(sound);
      if (how !== "whole") return ids;
      const named = (await this.posting("names", WHOLE + sound, false)).get(1) || new Map();
      return ids.filter((id) => named.has(id));
    }

    /* The texts of a document from which a passage is cut, the likely ones first. */
    async passages(id) {
      const card = await this.card(id);
      return [...card.texts, ...card.facts];
    }

    async card(id) { return (await this.load(`cards/${Math.floor(id / this.head.chunk)}.json`))[id]; }
  }

  window.lsFind.Index = Index;
})();
