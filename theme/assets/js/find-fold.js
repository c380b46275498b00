/* find-fold.js: what two texts must share to be called the same. The rules of generator/showcase/model/folding.py. */
(() => {
  "use strict";
  const SILENT = new RegExp("[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064" +
    "\\ufe00-\\ufe0f\\ufeff\\ud800-\\udfff\\u{e0100}-\\u{e01ef}]", "u");
  const WHITE = /[\t-\r\x85\u1680\u2028\u2029]/;
  const DOT = /[.．﹒]/, ALNUM = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/;
  const QUOTES = { "“": '"', "”": '"', "‘": "'", "’": "'" };
  const cache = new Map();
  let variants = new Map();

  const foldOne = (char) => {
    if (SILENT.test(char)) return "";
    if (WHITE.test(char)) return " ";
    const parts = char.normalize("NFKD").replace(/[uU]\u0308/g, "v").replace(/[\u0300-\u036f]/g, "");
    const plain = parts.normalize("NFKC").toLowerCase().replace(/[\u00b7\u2022\u2027\u22c5\u30fb\uff65]/g, "");
    return Array.from(plain, (c) => variants.get(QUOTES[c] || c) || QUOTES[c] || c).join("");
  };

  /* A full stop that no letter and no digit touches stands for a middle dot. */
  const isMiddleDot = (chars, i) =>
    DOT.test(chars[i]) && !ALNUM.test(chars[i - 1] || "") && !ALNUM.test(chars[i + 1] || "");

  /* Folds code point by code point: `chars` as compared, `from[i]` the offset in `text` that chars[i] comes from. */
  const trace = (text) => {
    const source = Array.from(text), chars = [], from = [];
    let offset = 0;
    source.forEach((char, i) => {
      if (!cache.has(char)) cache.set(char, foldOne(char));
      if (!isMiddleDot(source, i)) for (const folded of cache.get(char)) { chars.push(folded); from.push(offset); }
      offset += char.length;
    });
    from.push(offset);
    return { chars, from };
  };

  const fold = (text) => trace(text).chars.join("");

  /* "Traditional, simplified, …" from the index; only pairs that can meet one of its texts. */
  const learn = (pairs) => {
    const chars = Array.from(pairs);
    variants = new Map();
    for (let i = 0; i < chars.length; i += 2) variants.set(chars[i], chars[i + 1]);
    cache.clear();
  };

  const isLatin = (word) => /^[a-z]+$/.test(word);

  /* The words of a query, folded, each once. */
  const words = (query) => [...new Set(fold(query).split(" ").filter(Boolean))];

  /* Where `word` stands in traced text: the first index of each place. Latin counts at the start of a word only. */
  const places = ({ chars }, word) => {
    const sought = Array.from(word), latin = isLatin(word), found = [];
    for (let i = 0; i + sought.length <= chars.length; i += 1) {
      if (latin && i > 0 && isLatin(chars[i - 1])) continue;
      if (sought.every((char, k) => chars[i + k] === char)) found.push(i);
    }
    return found;
  };

  window.lsFind = { fold, trace, learn, words, places, isLatin };
})();
