/* modes.js: in the head, before the first paint, so that nothing flashes: 长辈版, the size of type, light or dark.
   ?mode=elder is for links and previews. Material's bundle finds its small functions here too; their scope is the site's root.
   Being a file and not a script in the page, it stands under a strict Content-Security-Policy (docs/hosting.md). */
(() => {
  "use strict";
  const root = document.documentElement, me = document.currentScript;
  const scope = new URL(me.dataset.lsScope || "../../", me.dataset.lsScope ? location : me.src);
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a visitor who forbids it chooses anew on each page */ } };

  const byName = (key, store, place) => `${(place || scope).pathname}.${key}`;
  Object.assign(window, {
    __md_scope: scope,
    __md_hash: (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0),
    __md_get: (key, store, place) => { try { return JSON.parse((store || localStorage).getItem(byName(key, store, place))); } catch { return null; } },
    __md_set: (key, value, store, place) => { try { (store || localStorage).setItem(byName(key, store, place), JSON.stringify(value)); } catch { /* as above */ } },
  });

  /* window.lsModes: what display.js, the panel's script, asks and sets */
  const modes = window.lsModes = {
    isElder: () => root.dataset.lsMode === "elder",
    setElder: (wish) => { if (wish) root.dataset.lsMode = "elder"; else delete root.dataset.lsMode; write("ls-mode", wish ? "elder" : ""); },
    size: () => root.dataset.lsSize || "1",
    setSize: (step) => { if (step === "1") delete root.dataset.lsSize; else root.dataset.lsSize = step; write("ls-size", step); },
  };
  const asked = new URLSearchParams(location.search), wish = asked.get("mode"), size = read("ls-size");
  if (asked.get("q")) root.dataset.lsAsked = "";   /* the search page keeps room for what will be found */
  if (wish) modes.setElder(wish === "elder");
  else if (read("ls-mode") === "elder") root.dataset.lsMode = "elder";
  if (size === "2" || size === "3") root.dataset.lsSize = size;
  root.classList.replace("no-js", "js");

  /* what was chosen, or else what the system says; <body> gets it in the moment it exists */
  const scheme = () => {
    const { color } = window.__md_get("__palette") || {};
    if (color && color.media !== "(prefers-color-scheme)") return color.scheme;
    return matchMedia("(prefers-color-scheme: dark)").matches ? me.dataset.lsDark : me.dataset.lsLight;
  };
  const dress = () => { if (document.body && scheme()) document.body.dataset.mdColorScheme = scheme(); return document.body; };
  new MutationObserver((_, self) => { if (dress()) self.disconnect(); }).observe(root, { childList: true });
})();
