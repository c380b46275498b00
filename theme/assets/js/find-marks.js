/* find-marks.js: shows what was found: <mark> around words, the passage where they stand. Sets text, never HTML. */
(() => {
  "use strict";
  const { trace, places } = window.lsFind;
  const BEFORE = 14, PASSAGE = 84;

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
  const marked = (text, spans, first = 0, end = text.length) => {
    const parts = [];
    let at = first;
    for (const [start, stop] of spans) {
      if (start < at || stop > end) continue;
      parts.push(text.slice(at, start), element("mark", "", text.slice(start, stop)));
      at = stop;
    }
    return [...parts, text.slice(at, end)];
  };

  const lit = (text, sought) => marked(text, marks(text, sought));

  /* Never between the two halves of a rare character. */
  const whole = (text, offset) => (/[\udc00-\udfff]/.test(text[offset] || "") ? offset - 1 : offset);

  /* The stretch of `text` that holds the most of what was found: [first, end]. */
  const stretch = (text, spans) => {
    const held = ([start]) => spans.filter(([other, end]) => other >= start && end <= start + PASSAGE - BEFORE).length;
    const counts = spans.map(held), start = spans.length ? spans[counts.indexOf(Math.max(...counts))] : [0, 0];
    const first = whole(text, start[0] > BEFORE + 6 ? start[0] - BEFORE : 0);
    return [first, whole(text, Math.max(Math.min(text.length, first + PASSAGE), start[1]))];
  };

  /* The passage to show: of the text where most of the words stand, else of the first. */
  const passage = (texts, sought) => {
    const counts = texts.map((text) => { const traced = trace(text); return sought.filter((word) => places(traced, word).length).length; });
    const text = texts[counts.indexOf(Math.max(0, ...counts))] || "";
    const spans = marks(text, sought), [first, end] = stretch(text, spans);
    return [first ? "……" : "", ...marked(text, spans, first, end), end < text.length ? "……" : ""];
  };

  Object.assign(window.lsFind, { element, lit, passage });
})();
