/* announcement.js: the names of a 公示 may stand only until its last day, and an event or a week is to come only until
   it is over. When no new build came in time, or the page stays open over night, it says so by itself: by the date in
   China, whatever clock the visitor's time zone shows. */
(function () {
  "use strict";
  var dayInChina = function () { return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10); };
  function keepUp() {
    document.querySelectorAll("[data-ls-open-until]").forEach(function (page) {
      if (dayInChina() <= page.getAttribute("data-ls-open-until")) return;
      page.querySelectorAll("[data-ls-open]").forEach(function (part) { part.remove(); });
      page.querySelectorAll("[data-ls-closed]").forEach(function (part) { part.hidden = false; });
      page.querySelectorAll("[data-ls-standing]").forEach(function (part) {
        part.textContent = part.getAttribute("data-ls-standing");
        part.className = "ls-state ls-state--held";
      });
    });
  }
  keepUp();
  document.addEventListener("visibilitychange", keepUp);   // phones keep a page for days
})();
