/* find-index.js: asks the static index (docs/search-format.md) which documents contain every word of a query. */
(() => {
  "use strict";
  const { words, learn, isLatin, fold, trace, places, readShard, readLexicon, readText, hash, START } = window.lsFind;
  const NAME = 0, PINYIN = 1, INITIALS = 2, TEXT = 7, FIELDS = [NAME, 3, 4, 5, 6, TEXT];
  const LONGEST_WHOLE = 60, READING_LETTERS = 3, AT_ONCE = 8, KEY = 0xffffff;

  /* The characters of a word as they were written into the index: START before each Latin word (not in the midst of one). */
  const symbols = (word) => {
    const marked = Array.from(word.replace(/[a-z]+/g, `${START}$&`));
    return isLatin(word) || marked[0] !== START ? marked : marked.slice(1);
  };

  const home = (word) => Array.from(word.replace(/[a-z]+/g, `${START}$&`)).slice(0, 2);

  const both = (some, others) => { const known = new Set(others); return some.filter((id) => known.has(id)); };

  /* The chain of keys that begin with `root` and spell `chars` from `at` on. */
  const chain = (root, chars, at) => {
    const found = [root];
    for (let node = root; at < chars.length && (node = node.longer.get(chars[at])); at += 1) found.push(node);
    return found;
  };

  class Index {
    constructor(base) { this.base = base; this.files = new Map(); this.head = null; }

    /* The one place that fetches: a packed index answers from memory where fetch is refused (file://). */
    load(path) {
      if (!this.files.has(path)) {
        const file = window.lsFindPack ? this.unpack(path) : this.fetch(path);
        this.files.set(path, file);
        file.catch(() => this.files.delete(path));
      }
      return this.files.get(path);
    }

    /* A binary file lies in the pack as base64. */
    async unpack(path) {
      const file = window.lsFindPack[path];
      if (file === undefined) throw new Error(`${path}: not in the pack`);
      return path.endsWith(".json") ? file : Uint8Array.from(atob(file), (char) => char.charCodeAt(0));
    }

    /* Only the head is asked for anew; its version keeps the other files apart from those of an older build. */
    async fetch(path) {
      const query = this.head ? `?v=${this.head.version}` : "", cache = this.head ? "default" : "no-cache";
      const answer = await fetch(new URL(path + query, this.base), { cache });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return path.endsWith(".json") ? answer.json() : new Uint8Array(await answer.arrayBuffer());
    }

    async open() {
      if (this.head) return;
      const head = await this.load("index.json");
      learn(head.variants);
      this.shards = new Map();
      this.cards = new Map();
      this.head = head;
    }

    /* The shard in which keys of `chars` lie. */
    shard(chars) {
      const { shards, common } = this.head.grams, number = Math.floor((hash(chars) / 2 ** 32) * shards);
      if (!this.shards.has(number)) {
        const read = this.load(`grams/${number}.bin`).then((bytes) => readShard(bytes, this.head.documents, common));
        this.shards.set(number, read);
        read.catch(() => this.shards.delete(number));
      }
      return this.shards.get(number);
    }

    /* Map of field → node of a key that is looked up by hash. */
    async root(chars, key = chars) {
      return (await this.shard(chars)).roots.get(hash(key) & KEY) || new Map();
    }

    /* What pairs of characters from `at` on say: chains of keys by field, and who has the pair in fields in which it is rare. */
    async start(chars, at) {
      const pair = chars.slice(at, at + 2), shard = await this.shard(pair), number = hash(pair), chains = new Map();
      for (const [field, node] of shard.roots.get(number & KEY) || []) if (FIELDS.includes(field)) chains.set(field, chain(node, chars, at + 2));
      return { at, chains, rare: shard.rare(number) };
    }

    /* Who may have the word in `field`, as far as start `i` says: where the next key would exist, were it not too rare,
       those on its shelf. It would if its part without the first character, which start i + 1 begins, is common too. */
    narrowed(chars, starts, i, field) {
      const { at, chains, rare } = starts[i], here = chains.get(field), next = starts[i + 1];
      if (!here) return rare;
      const last = here.at(-1), after = chars[at + here.length + 1], follows = next && next.at === at + 1 && next.chains.get(field);
      if (after === undefined || !last.rare || !follows || follows.length < here.length || !follows[here.length - 1].rare) return last.documents;
      return last.rare(after.codePointAt(0));
    }

    /* Who may have the word in `field`, as far as `starts` say. */
    possible(chars, starts, field) { return starts.map((_, i) => this.narrowed(chars, starts, i, field)).reduce(both); }

    /* Adds to `scores` what keys answer by themselves; returns those documents whose texts must be read. */
    async spelled(chars, put) {
      const starts = [await this.start(chars, 0)], size = chars.length;
      const open = FIELDS.filter((field) => {
        const keys = starts[0].chains.get(field), last = keys && keys.length === size - 1 && keys[size - 2];
        if (last) for (const id of last.documents) put(id, 2 * field + (last.wholes && last.wholes.has(id) ? 0 : 1));
        return !last;
      });
      let maybe = this.union(chars, starts, open);
      /* the last pair first, then evenly: neighbours say the same; all of them only while too many are left */
      for (let at = 1; maybe.length && at < size - 1; at += AT_ONCE) {
        const next = Array.from({ length: Math.min(AT_ONCE, size - 1 - at) }, (_, i) => this.start(chars, at + i));
        starts.push(...await Promise.all(next));
        maybe = this.union(chars, starts, open);
        if (maybe.length <= AT_ONCE) break;
      }
      return maybe;
    }

    union(chars, starts, fields) { return [...new Set(fields.flatMap((field) => this.possible(chars, starts, field)))]; }

    /* Readings that begin with `word` at a syllable, initials that contain it. */
    async read(word, put) {
      const chars = [START, ...word], first = chars.slice(0, READING_LETTERS + 1), maybe = [];
      const roots = await this.root(first);
      for (const field of [PINYIN, INITIALS]) {
        if (!roots.has(field)) continue;
        const keys = chain(roots.get(field), chars, first.length), { documents, rare } = keys.at(-1), after = chars[first.length + keys.length - 1];
        if (after === undefined) for (const id of documents) put(id, 2 * field + 1);
        else maybe.push(...(rare ? rare(after.codePointAt(0)) : documents));
      }
      return maybe;
    }

    /* One word: Map of document → score (twice the field, one more for a part of a value), and whom to read to be sure. */
    async scored(word) {
      const scores = new Map(), chars = symbols(word);
      const put = (id, score) => scores.set(id, Math.min(scores.has(id) ? scores.get(id) : Infinity, score));
      if (chars.length === 1) for (const [field, node] of await this.root(chars)) {
        for (const id of field === NAME ? node.documents : node.wholes || []) put(id, 2 * field + (field === NAME ? 1 : 0));
      }
      const maybe = await Promise.all([chars.length > 1 ? this.spelled(chars, put) : [], isLatin(word) ? this.read(word, put) : []]);
      for (const [field, node] of await this.root(home(word), ["=", ...word])) for (const id of node.documents) put(id, 2 * field);
      return { word, scores, maybe: new Set(maybe.flat()) };
    }

    /* The least score of a word in one document, from its texts: what keys could not say. */
    async judged(id, word) {
      const card = await this.card(id), latin = isLatin(word), many = Array.from(word).length > 1;
      const fields = [[NAME, [card.name]], ...card.fields.map((values, i) => [i + 3, values]), [TEXT, card.texts]];
      const found = [];
      for (const [field, values] of fields) for (const value of values) {
        const traced = trace(value);
        const whole = field === NAME ? traced.chars.join("").replace(/ /g, "") : traced.chars.join("");
        if (whole === word && field !== TEXT && (field === NAME || traced.chars.length <= LONGEST_WHOLE)) found.push(2 * field);
        else if ((many || latin || field === NAME) && places(traced, word).length) found.push(2 * field + 1);
      }
      if (latin) found.push(...this.heard(card.reading.split(" "), word));
      /* no text outweighs what the card shows, so the rest of a long one is read only for the first hit */
      const isIn = (value) => (many || latin) && places(trace(value), word).length;
      if (!found.length && card.more && (await this.texts(id)).some(isIn)) found.push(2 * TEXT + 1);
      return Math.min(...found);
    }

    heard(reading, word) {
      const whole = reading.join("") === word, begins = reading.some((_, i) => reading.slice(i).join("").startsWith(word));
      const initials = reading.map((syllable) => syllable[0]).join("");
      return [...(whole ? [2 * PINYIN] : begins ? [2 * PINYIN + 1] : []), ...(initials.includes(word) ? [2 * INITIALS + 1] : [])];
    }

    /* Map of document → sum of scores, for the documents that contain all words. */
    async together(found) {
      const all = found.map(({ scores, maybe }) => new Set([...scores.keys(), ...maybe]));
      const ids = [...all[0]].filter((id) => all.every((some) => some.has(id)));
      const sums = await Promise.all(ids.map(async (id) => {
        let sum = 0;
        for (const { word, scores, maybe } of found) sum += maybe.has(id) ? Math.min(await this.judged(id, word), scores.get(id) ?? Infinity) : scores.get(id);
        return [id, sum];
      }));
      return new Map(sums.filter(([, sum]) => sum < Infinity));
    }

    /* Ids of the documents that contain every word of `query`, best first; `words` as they were compared. */
    async search(query) {
      await this.open();
      const sought = this.sought = words(query), found = [];
      for (const word of sought) {
        const one = await this.scored(word);
        found.push(one);
        if (!one.scores.size && !one.maybe.size) break;
      }
      const total = found.length ? await this.together(found) : new Map();
      const joined = fold(query).replace(/ /g, "");
      const named = total.size ? await this.root(home(joined), ["=", ...joined]) : new Map();
      for (const { documents } of named.values()) for (const id of documents) if (total.has(id)) total.set(id, -1);
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
      await this.open();
      const sound = fold(reading).replace(/ /g, "");
      if (!isLatin(sound)) return [];
      if (how !== "whole") return (await this.search(sound)).ids;
      const node = (await this.root(home(sound), ["=", ...sound])).get(PINYIN);
      return node ? [...node.documents].reverse() : [];
    }

    /* The lines of a text that the lexicon codes. */
    async lines(path) {
      this.lexicon = this.lexicon || this.load("lexicon.json").then(readLexicon);
      this.lexicon.catch(() => { this.lexicon = null; });
      const [bytes, lexicon] = await Promise.all([this.load(path), this.lexicon]);
      return readText(bytes, lexicon).split("\n");
    }

    async readCard(id) {
      const [record, end, name, line, reading, picture, more, ...rest] = await this.lines(`cards/${id}.bin`);
      const fields = rest.slice(0, 4).map((values) => values.split("\t").filter(Boolean));
      const [path, width, height] = picture.split("\t"), facts = [...new Set(fields.flat())];
      const url = end[0] === "\t" ? end.slice(1) : record + end;
      const below = line.split("\x02").join(fields[1][0]);
      const card = { record, url, name, line: below, reading, fields, facts, texts: rest.slice(4).filter(Boolean), more: Boolean(more) };
      return path ? { ...card, picture: [path, Number(width), Number(height)] } : card;
    }

    /* What a result shows: record, url, name, line, facts, texts, picture. */
    async card(id) {
      await this.open();
      if (!this.cards.has(id)) {
        const card = this.readCard(id);
        this.cards.set(id, card);
        card.catch(() => this.cards.delete(id));
      }
      return this.cards.get(id);
    }

    /* All paragraphs of a document; those of a long one lie in a file of its own. */
    async texts(id) {
      const card = await this.card(id);
      if (!card.more) return card.texts;
      const key = -1 - id;
      if (!this.cards.has(key)) this.cards.set(key, this.lines(`texts/${id}.bin`));
      this.cards.get(key).catch(() => this.cards.delete(key));
      return [...card.texts, ...await this.cards.get(key)];
    }

    /* The texts of a document from which a passage is cut, the likely ones first. The rest of a long text is
       fetched only if the card shows no word of the last query. */
    async passages(id) {
      const card = await this.card(id), near = [...card.texts, ...card.facts];
      const isShown = (word) => [card.name, ...near].some((text) => places(trace(text), word).length);
      return card.more && this.sought && !this.sought.some(isShown) ? [...await this.texts(id), ...card.facts] : near;
    }
  }

  window.lsFind.Index = Index;
})();
