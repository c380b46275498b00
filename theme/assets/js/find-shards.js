/* find-shards.js: reads one binary shard of the index (docs/search-format.md): its keys, what grows below them, its shelves. */
(() => {
  "use strict";
  const START = "\x01", HAN = 0x4e00;

  class Bits {
    constructor(bytes) { this.bytes = bytes; this.at = 0; }

    bit() { const at = this.at++; return (this.bytes[at >> 3] >> (7 - (at & 7))) & 1; }

    /* As many bits at a time as the byte still holds. */
    plain(k) {
      let value = 0;
      while (k > 0) {
        const off = this.at & 7, take = Math.min(8 - off, k);
        value = value * 2 ** take + ((this.bytes[this.at >> 3] >> (8 - off - take)) & ((1 << take) - 1));
        this.at += take;
        k -= take;
      }
      return value;
    }

    rice(k) {
      let quotient = 0;
      for (;;) {
        const off = this.at & 7, rest = (this.bytes[this.at >> 3] << off) & 255, zeros = rest ? Math.clz32(rest) - 24 : 8 - off;
        quotient += zeros;
        this.at += zeros;
        if (rest) break;
        if (this.at >= 8 * this.bytes.length) throw new Error("a shard ends too early");
      }
      this.at += 1;
      return quotient * 2 ** k + this.plain(k);
    }

    counted() { const length = this.plain(5); return length ? 2 ** (length - 1) + this.plain(length - 1) : 0; }

    align() { this.at = (this.at + 7) & ~7; }

    rows() { const low = this.plain(8); return low + 256 * this.plain(8); }
  }

  /* The k of Rice codes for `count` numbers out of `universe`. */
  const riceK = (universe, count) => {
    const mean = Math.floor(Math.floor((universe * 11) / 16) / Math.max(count, 1));
    return Math.max((mean ? Math.floor(Math.log2(mean)) + 1 : 0) - 1, 0);
  };

  /* `count` rising numbers below `universe`; all of them are not written. */
  const members = (bits, universe, count) => {
    if (count === universe) return Array.from({ length: count }, (_, n) => n);
    const k = riceK(universe, count), found = new Array(count);
    for (let i = 0, last = -1; i < count; i += 1) found[i] = last += bits.rice(k) + 1;
    return found;
  };

  /* What stands after the columns of a row: its documents (places among the parent's), and where it is a whole value. */
  const filled = (bits, node, universe, parent) => {
    const count = bits.counted(), wholes = bits.plain(1) ? bits.counted() : 0;
    const found = members(bits, universe, count);
    node.documents = parent ? found.map((rank) => parent.documents[rank]) : found;
    node.wholes = wholes ? new Set(members(bits, count, wholes).map((rank) => node.documents[rank])) : null;
    return node;
  };

  const readRoots = (bits, documents) => {
    const roots = [], count = bits.rows(), k = riceK(1 << 24, count);
    for (let i = 0, key = 0; i < count; i += 1) {
      key += bits.rice(k);
      roots.push(filled(bits, { key, field: bits.plain(3), longer: new Map() }, documents, null));
    }
    return roots;
  };

  /* Documents of rare keys: a key's place is the lower bits of its `sign` (hash, or last character), which others share. */
  const readShelf = (bits, documents, universe) => {
    const count = bits.counted(), places = count ? 2 ** bits.plain(5) : 1, numbers = members(bits, universe * places, count);
    return (sign) => {
      const begin = (sign & (places - 1)) * universe, found = [];
      for (const number of numbers) if (number >= begin && number < begin + universe) found.push(documents ? documents[number - begin] : number - begin);
      return found;
    };
  };

  const readLonger = (bits, parents, common) => {
    const found = [];
    for (let i = 0, at = 0, count = bits.rows(); i < count; i += 1) {
      at += bits.rice(1);
      const char = String.fromCodePoint(bits.plain(1) ? bits.plain(15) + HAN : bits.plain(21));
      const node = filled(bits, { longer: new Map() }, parents[at].documents.length, parents[at]);
      parents[at].longer.set(char, node);
      found.push(node);
    }
    bits.align();
    for (const node of parents) if (node.documents.length > common) node.rare = readShelf(bits, node.documents, node.documents.length);
    bits.align();
    return found;
  };

  /* {roots: Map of key → Map of field → node, rare: hash → documents}. A node has documents, wholes, longer; if common, rare. */
  const readShard = (bytes, documents, common) => {
    const bits = new Bits(bytes), roots = new Map();
    let level = readRoots(bits, documents);
    for (const node of level) {
      if (!roots.has(node.key)) roots.set(node.key, new Map());
      roots.get(node.key).set(node.field, node);
    }
    for (bits.align(); level.length;) level = readLonger(bits, level, common);
    return { roots, rare: readShelf(bits, null, documents) };
  };

  /* 32 bits of a key: FNV-1a over its code points, two of them side by side; then mixed. `chars` is an array. */
  const hash = (chars) => {
    let value = 0x811c9dc5;
    for (const char of chars) value = Math.imul(value ^ char.codePointAt(0), 0x01000193);
    if (chars.length === 2) value = (chars[0].codePointAt(0) << 16) ^ chars[1].codePointAt(0);
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  };

  /* The lexicon as it is used: for each length of code the first code and the pieces. */
  const readLexicon = ({ lengths, pieces }) => {
    const all = pieces.split("\x1f");
    let at = 0, code = 0;
    return lengths.map((count) => {
      const row = { code: code *= 2, pieces: all.slice(at, at + count) };
      at += count;
      code += count;
      return row;
    });
  };

  /* The text that `bytes` hold, up to its end. */
  const readText = (bytes, lexicon) => {
    const bits = new Bits(bytes), found = [];
    for (;;) {
      let code = 0, row = -1, piece;
      while (piece === undefined) {
        code = code * 2 + bits.bit();
        row += 1;
        piece = lexicon[row].pieces[code - lexicon[row].code];
      }
      if (piece === "\0") return found.join("");
      found.push(piece === "\x01" ? String.fromCodePoint(bits.plain(21)) : piece);
    }
  };

  Object.assign(window.lsFind, { readLexicon, readText });
  Object.assign(window.lsFind, { readShard, hash, START });
})();
