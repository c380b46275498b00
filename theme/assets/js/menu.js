/* menu.js: on a phone the keyboard and the screen reader get a real button for the drawer, in the header and with a state.
   Without this file Material's own checkbox before the header stays in its place. */
(() => {
  "use strict";
  const toggle = document.getElementById("__drawer"), label = document.querySelector('.md-header label[for="__drawer"]');
  if (!toggle || !label) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "ls-sr ls-menu", textContent: label.textContent.trim() });
  const say = () => button.setAttribute("aria-expanded", String(toggle.checked));
  button.addEventListener("click", () => toggle.click());
  button.addEventListener("keydown", (event) => { if (event.key === "Escape" && toggle.checked) toggle.click(); });
  toggle.addEventListener("change", say);
  toggle.hidden = true;
  label.setAttribute("aria-hidden", "true");
  label.before(button);
  say();
})();
