/* find-words.js: what people may have meant: synonyms of the editors' table, names that sound alike, fewer words. */
(() => {
  "use strict";
  const { fold, words, isLatin, say } = window.lsFind;
  const MOST = 6, TRIES = 6;
  const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]$/u;

  /* What many speakers do not tell apart is one: the rules of generator/showcase/find/alike.py. */
  const likeness = (reading) => reading.replace(/v/g, "u").replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/l/g, "n");

  const hash = (text) => {
    let value = 0x811c9dc5;
    for (const char of text) value = Math.imul(value ^ char.codePointAt(0), 0x01000193) >>> 0;
    return value;
  };

  class Words {
    constructor(index) { this.index = index; }

    async open() {
      await this.index.open();
      this.known = this.known || await this.index.load("words.json");
    }

    /* The query with one of the table's forms replaced by its word: [{ form, word, query }], longest form first. */
    async synonyms(query) {
      await this.open();
      const text = words(query).join(" "), seen = new Set();
      return this.known.synonyms.map(([form, word]) => [form, word, this.at(text, form, fold(word))])
        .filter(([form, , at]) => at >= 0 && !seen.has(form) && seen.add(form))
        .sort((a, b) => b[0].length - a[0].length)
        .map(([form, word, at]) => ({ form, word, query: (text.slice(0, at) + word + text.slice(at + form.length)).trim() }));
    }

    /* Where `form` stands in the query; not where the word stands already (手机 in 智能手机), Latin only as a whole word. */
    at(text, form, word) {
      const at = text.indexOf(form);
      if (at < 0 || (text.includes(word) && word.includes(form))) return -1;
      return !isLatin(form) || ` ${text} `.includes(` ${form} `) ? at : -1;
    }

    /* Regions with a page whose name or reading begins as the query: [{ name, url }]. */
    async regions(query) {
      await this.open();
      const sought = fold(query).replace(/ /g, "");
      if (!sought) return [];
      const fits = ([name, short, readings]) => (isLatin(sought)
        ? sought.length > 2 && readings.split(" ").some((reading) => reading.startsWith(sought))
        : fold(name).startsWith(sought) || fold(short) === sought);
      return this.known.regions.filter(fits).map(([name, , , url]) => ({ name, url }));
    }

    /* Names that sound like the query: 沈玉蓝 and shengyulan give 沈玉兰. */
    async alike(query) {
      await this.open();
      const reading = await this.reading(query), sound = likeness(reading);
      if (!/^[a-z]{4,80}$/.test(sound)) return [];
      const shard = await this.index.load(`alike/${hash(sound) % this.known.alike}.json`);
      const names = Object.hasOwn(shard, sound) ? shard[sound].split("\n") : await this.within(reading);
      return [...new Set(names)].filter((name) => fold(name) !== fold(query)).slice(0, MOST);
    }

    /* Names of which a part is read so: 楼体间 gives 桥头社区楼梯间读书会. */
    async within(reading) {
      const ids = (await this.index.readings(reading, "within")).slice(0, MOST);
      return (await Promise.all(ids.map((id) => this.index.card(id)))).map((card) => card.name);
    }

    /* The query in Latin letters: itself, or how its characters are read; "" where one has no reading. */
    async reading(query) {
      const text = fold(query).replace(/ /g, "");
      if (isLatin(text)) return text;
      if (Array.from(text).length > 20 || !Array.from(text).every((char) => HAN.test(char))) return "";
      const sounds = await this.index.sounds(text);
      return sounds.every(Boolean) ? sounds.join("") : "";
    }

    /* The query without what was only said along (那个叫沈玉兰的老师，): a place, 的, a form of address, punctuation stand apart
       or go, and so do Latin letters. "" where nothing goes or nothing stays. */
    async plain(query) {
      await this.open();
      const text = fold(query), names = this.known.regions.flatMap(([name, short]) => [fold(name), fold(short)]);
      const place = names.find((name) => name && name !== text && text.startsWith(name)) || "";
      const parts = `${place} ${text.slice(place.length)}`.replace(/[^\p{L}\p{N}\p{M}-]+/gu, " ")
        .replace(/[a-z]+|[0-9]+/g, " $& ").replace(new RegExp(say("filling"), "g"), " ").split(" ");
      const called = new RegExp(`(.)(?:${say("addresses")})$`), alone = new RegExp(`^(?:${say("addresses")})$`);
      const kept = parts.filter((part) => part && !alone.test(part)).map((part) => part.replace(called, "$1")).join(" ");
      return kept === words(query).join(" ") ? "" : kept;
    }

    /* What is asked instead of a query that finds nothing: [{ form, word, query }], the table's words before fewer words. */
    async instead(query) {
      const [others, plain] = await Promise.all([this.synonyms(query), this.plain(query)]);
      return plain ? [...others, { form: query.trim(), word: plain, query: plain }] : others;
    }

    /* Queries that ask for less: each word alone, or a word without its end, its beginning or its middle. */
    shorter(query) {
      const sought = words(query);
      if (sought.length > 1) return sought.slice(0, TRIES);
      const chars = Array.from(sought[0] || ""), size = chars.length;
      if (size < 2 || size > 60) return [];
      if (size < 4) return isLatin(sought[0]) ? [] : this.halves(chars);
      const half = Math.ceil(size / 2);
      const cuts = [chars.slice(0, -1), chars.slice(1), chars.slice(0, half), chars.slice(-half), chars.slice(0, 3), chars.slice(-3)].map((cut) => cut.join(""));
      return [...new Set(cuts)];
    }

    /* A name of which one character is wrong (沈雪兰): two of the three, then the first alone. */
    halves(chars) {
      const [first, ...rest] = chars, last = rest.at(-1);
      return rest.length === 1 ? [first, last] : [first + rest[0], rest.join(""), `${first} ${last}`, first];
    }

    /* Queries that ask for less and find something: [[query, n]]. */
    async fewer(query, isLate) {
      const plain = await this.plain(query);
      return this.counted([...new Set([plain, query].flatMap((each) => this.shorter(each)))], isLate);
    }

    /* Those of `queries` that find something, each with its number: [[query, n]]; the first few are tried. */
    async counted(queries, isLate = () => false) {
      const found = [];
      for (const query of queries.slice(0, TRIES)) {
        if (isLate()) return [];
        const { ids } = await this.index.search(query);
        if (ids.length) found.push([query, ids.length]);
      }
      return found;
    }
  }

  Object.assign(window.lsFind, { Words, likeness });
})();
