/* tabbed.js: on hand-written pages with content tabs, the tab that the address names is the open one, and before it the one
   chosen on another page (Material's content.tabs.link keeps it). It stands before Material's bundle, which asks what is open. */
(() => {
  "use strict";
  const chosen = window.__md_get("__tabs");
  for (const set of Array.isArray(chosen) ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...set.querySelector(".tabbed-labels").children];
    const label = chosen.map((words) => labels.find((one) => one.innerText.trim() === words)).find(Boolean);
    if (label) document.getElementById(label.htmlFor).checked = true;
  }
  const named = document.getElementById(location.hash.slice(1));
  if (named?.name?.startsWith("__tabbed_")) named.checked = true;
})();
