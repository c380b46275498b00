/* this-week.js: 本周 is the week of today in China, whatever day the page was built and whatever clock the visitor's
   time zone shows. The <template> holds every week that was not over on the day of the build. */
(function () {
  "use strict";
  var DAY = 86400000;
  var box = document.querySelector("[data-ls-built]");
  var source = box && box.querySelector("template");
  if (!source) return;
  var say = JSON.parse(box.getAttribute("data-ls-say"));
  var built = box.getAttribute("data-ls-built");
  var shown = built;

  function iso(time) { return new Date(time).toISOString().slice(0, 10); }
  function plus(day, count) { return iso(Date.parse(day) + count * DAY); }
  function todayInChina() { return iso(Date.now() + 8 * 3600 * 1000); }
  function mondayOf(day) { return plus(day, -((new Date(day).getUTCDay() + 6) % 7)); }
  function fill(words, values) { return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; }); }

  function inWords(day, form) {
    var parts = day.split("-").map(Number);
    return fill(say.days[form], { year: parts[0], month: parts[1], day: parts[2] });
  }
  function span(first, last) {   // 6月17日至23日, 12月30日至2027年1月5日
    var form = first.slice(0, 4) !== last.slice(0, 4) ? 1 : first.slice(5, 7) !== last.slice(5, 7) ? 0 : 2;
    return fill(say.days[3], { first: inWords(first, 0), last: inWords(last, form) });
  }

  function item(week, today) {
    var copy = document.importNode(week, true);
    copy.querySelectorAll("[data-day]").forEach(function (line) { if (line.dataset.day !== today) line.remove(); });
    if (week.dataset.first <= today) copy.querySelector("[data-opens]").remove();
    return copy;
  }
  function link(week) {
    var a = document.createElement("a");
    a.href = week.querySelector("a").getAttribute("href");
    a.textContent = week.dataset.whose;
    return a;
  }
  function clause(parts) {
    var span = document.createElement("span");
    span.className = "ls-clause";
    span.append.apply(span, parts);
    return span;
  }
  function ending(now, today) {
    return [today, plus(today, 1)].map(function (day, place) {
      var names = now.filter(function (w) { return "closes" in w.dataset && w.dataset.last === day; })
        .map(function (w) { return w.dataset.whose; });
      return names.length ? fill(say.ends[place], { who: names.join("、") }) : "";
    }).join("");
  }

  function tell(place, words) {
    var p = box.querySelector(place);
    p.textContent = words;
    p.hidden = !words;
  }
  function next(line, now, following, later) {
    following.forEach(function (week, place) {
      if (!place) line.append(say.next);
      line.append(clause([link(week), "，" + week.dataset.when + (place < following.length - 1 ? "；" : "。")]));
    });
    if (!now.length && !following.length && later) {
      line.append(say.later, link(later), "，", clause([later.dataset.when + "。"]));
    }
  }

  function moveToday(today) {   // the line of the band; its place is a day of a shelf of 42
    document.querySelectorAll(".ls-band__today").forEach(function (mark) { mark.parentNode.remove(); });
    document.querySelectorAll("[data-ls-from]").forEach(function (shelf) {
      var day = Math.round((Date.parse(today) - Date.parse(shelf.dataset.lsFrom)) / DAY);
      if (day < 0 || day > 41) return;
      var li = document.createElement("li"), mark = document.createElement("span"), words = document.createElement("span");
      li.setAttribute("aria-hidden", "true");
      mark.className = "ls-band__today" + (day > 30 ? " ls-band__today--end" : "");
      mark.style.setProperty("--d", day);
      words.textContent = say.today;
      mark.append(words);
      li.append(mark);
      shelf.prepend(li);
    });
  }

  function show(today) {
    var monday = mondayOf(today), sunday = plus(monday, 6);
    var weeks = Array.from(source.content.children);
    var now = weeks.filter(function (w) { return w.dataset.first <= sunday && w.dataset.last >= today; });
    var after = weeks.filter(function (w) { return w.dataset.first > sunday; });
    var following = after.filter(function (w) { return w.dataset.first <= plus(sunday, 7); });
    var changed = weeks.some(function (w) {
      return (w.dataset.first > built && w.dataset.first <= today) || w.dataset.last < today;
    });
    var list = box.querySelector(".ls-now__list"), line = box.querySelector(".ls-now__next");
    list.replaceChildren.apply(list, now.map(function (week) { return item(week, today); }));
    list.hidden = !now.length;
    tell("[data-ls-none]", now.length ? "" : say.none);
    box.querySelector("[data-ls-span]").textContent = span(monday, sunday);
    line.replaceChildren(ending(now, today));
    next(line, now, following, after[0]);
    tell("[data-ls-old]", changed ? say.old : "");
    box.hidden = !(now.length || following.length || changed) && box.hidden;
    moveToday(today);
  }

  function keepUp() {
    var today = todayInChina();
    if (today <= shown) return;   // a clock that is slow: the page is right as it was built
    shown = today;
    show(today);
  }
  keepUp();
  document.addEventListener("visibilitychange", keepUp);   // phones keep a page for days
})();
