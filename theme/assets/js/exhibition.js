/* exhibition.js: one after another, slow and silent, for days. Two layers take turns, so nothing grows; a picture is decoded
   before it is shown; what cannot be had is tried again in the next round. Addresses: #all, #region=, #year=, #tour=. */
(() => {
  "use strict";
  const body = document.body, base = body.dataset.lsRoot, plan = JSON.parse(body.dataset.lsPlan), words = JSON.parse(body.dataset.lsWords);
  const stage = document.querySelector(".ls-show__stage"), choice = document.querySelector(".ls-show__choice");
  const layers = [...document.querySelectorAll(".ls-show__layer")], state = document.querySelector(".ls-show__state");
  const leave = Object.assign(document.createElement("button"), { type: "button", className: "ls-show__leave", textContent: words.leave });
  const STAY = 14000, LONGEST_FILM = 180000, AGAIN = 5000, STUCK = 60000;
  const taken = new Map();   /* who waits for which region */
  let run = 0, timer = 0, due = 0, left = 0, then = null, paused = false, front = 0, list = null, filming = null;

  window.lsExhibition = (slug, items) => { const done = taken.get(slug); taken.delete(slug); if (done) done(items); };

  /* A region's script is taken out again as soon as it has spoken: only its items stay, and only while they are shown. */
  const load = (slug) => new Promise((done) => {   /* null: it did not come */
    const script = document.createElement("script");
    const end = (items) => { script.remove(); done(items); };
    taken.set(slug, end);
    script.onerror = () => { taken.delete(slug); end(null); };
    script.src = `${base}exhibition/${slug}.js`;
    document.head.append(script);
  });

  const written = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };
  const wish = () => {
    const [key, value] = written().split("=");
    if (key === "all") return { regions: plan.regions, has: () => true };
    if (key === "region") return { regions: plan.regions.filter((slug) => slug === value), has: () => true };
    if (key === "year") return { regions: plan.regions, has: (item) => item.years.includes(Number(value)) };
    if (key === "tour" && Object.hasOwn(plan.tours, value)) return { regions: plan.regions.filter((slug) => plan.tours[value].some((record) => record.split("/")[2] === slug)), has: (item) => plan.tours[value].includes(item.record) };
    return null;
  };

  /* Walks through the regions for ever; holds the items of one region at a time. */
  class Walk {
    constructor({ regions, has }) { this.regions = regions; this.has = has; this.region = -1; this.at = -1; this.items = []; }

    /* The next item; null: there is none; undefined: what should come cannot be had now. */
    async step(way) {
      let isLost = false;
      this.at += way;
      for (let tries = 0; this.at < 0 || this.at >= this.items.length; tries += 1) {
        if (tries > this.regions.length) return isLost ? undefined : null;
        this.region = (this.region + (way < 0 ? -1 : 1) + this.regions.length) % this.regions.length;
        const items = this.regions.length === 1 && this.items.length ? this.items : await load(this.regions[this.region]);
        isLost = isLost || !items;
        this.items = (items || []).filter(this.has);
        this.at = way < 0 ? this.items.length - 1 : 0;
      }
      return this.items[this.at];
    }
  }

  const put = (layer, name, text) => { layer.querySelector(`.ls-show__${name}`).textContent = text; };
  const size = (name) => (name.length > 9 ? "l" : name.length > 4 ? "m" : "s");

  const hush = (layer) => {
    const film = layer.querySelector("video");
    film.onended = film.onerror = null;
    film.pause();
    film.replaceChildren();
    if (film.hasAttribute("src")) { film.removeAttribute("src"); film.load(); }
    film.hidden = true;
    filming = null;
  };

  /* Fills the hidden layer; true when its picture is there, decoded. */
  const fill = async (layer, item) => {
    const image = layer.querySelector("img"), blank = layer.querySelector(".ls-show__blank");
    hush(layer);
    layer.dataset.record = item.record;
    layer.classList.toggle("ls-show__layer--wide", Boolean(item.wide));
    put(layer, "place", [item.place, item.years[0]].join("　"));
    put(layer, "name", item.name);
    layer.querySelector(".ls-show__name").className = `ls-show__name ls-show__name--${size(item.name)}`;
    put(layer, "what", item.what);
    put(layer, "said", item.said && `“${item.said.replace(/“/g, "‘").replace(/”/g, "’")}”`);
    put(layer, "text", item.text);
    blank.textContent = item.picture ? "" : Array.from(item.name)[0];
    image.hidden = !item.picture;
    if (!item.picture) { image.removeAttribute("src"); return true; }
    image.style.objectPosition = item.focus;
    image.alt = item.alt;
    image.src = base + item.picture;
    try { await image.decode(); } catch { return false; }
    return true;
  };

  const turn = (layer) => {
    layers[front].classList.remove("ls-show__layer--on");
    layers[front].setAttribute("aria-hidden", "true");
    front = layers.indexOf(layer);
    layer.classList.add("ls-show__layer--on");
    layer.removeAttribute("aria-hidden");
  };

  /* One thing is due at a time. */
  const arm = (ms, what) => { clearTimeout(timer); then = what; left = ms; due = Date.now() + ms; if (!paused) timer = setTimeout(what, ms); };

  /* A film may lie elsewhere; on a stick captions travel inside the script. */
  const link = (path) => (/^[a-z]+:/.test(path) ? path : base + path);

  /* The film after the picture: muted, with captions, in the same place. */
  const play = (layer, item) => {
    const film = layer.querySelector("video"), own = run;
    film.src = link(item.film);
    if (item.captions) {
      const track = Object.assign(document.createElement("track"), { kind: "captions", srclang: "zh-Hans", src: link(item.captions), default: true });
      film.append(track);
      track.track.mode = "showing";
    }
    film.muted = true;
    film.hidden = false;
    filming = film;
    const end = () => { if (own === run && filming === film) go(1); };
    film.onended = film.onerror = end;
    film.play().catch(end);
    arm(Math.min((item.seconds + 10) * 1000, LONGEST_FILM), () => go(1));
  };

  const go = async (way) => {
    const own = run += 1;
    arm(STUCK, () => go(1));   /* what never comes holds up nothing; and who wakes meanwhile does not go twice */
    const item = await list.step(way);
    if (own !== run) return;
    if (item === null) { stop(); return; }
    if (!item) { if (!stage.dataset.shown) state.textContent = words.lost; arm(AGAIN, () => go(1)); return; }
    const layer = layers[1 - front], there = await fill(layer, item);
    if (own !== run) return;
    if (!there) { missed(item); arm(AGAIN, () => go(1)); return; }
    turn(layer);
    if (!paused) state.textContent = "";
    stage.dataset.shown = String(Number(stage.dataset.shown || 0) + 1);
    arm(STAY, item.film ? () => play(layer, item) : () => go(1));
  };

  const missed = (item) => { stage.dataset.missed = `${stage.dataset.missed || ""} ${item.record}`.trim().slice(-400); };

  /* Who pauses by touch has no Esc: the way out stands beside the word. */
  const say = (on) => {
    stage.classList.toggle("ls-show__stage--paused", on);
    state.replaceChildren(...(on ? [words.paused, leave] : []));
  };
  const pause = (on) => {
    if (stage.hidden || on === paused) return;
    paused = on;
    say(on);
    if (on) { left = Math.max(1000, due - Date.now()); clearTimeout(timer); if (filming) filming.pause(); } else { if (filming) filming.play().catch(() => {}); arm(left, then); }
  };

  let lock = null;
  const awake = async () => { try { lock = navigator.wakeLock && await navigator.wakeLock.request("screen"); } catch { lock = null; } };

  const start = () => {
    const asked = wish();
    if (!asked || !asked.regions.length) { stop(); return; }
    list = new Walk(asked);
    choice.hidden = true;
    stage.hidden = false;
    paused = false;
    say(false);
    awake();
    go(1);
  };
  const stop = () => {
    run += 1;
    clearTimeout(timer);
    layers.forEach(hush);
    stage.hidden = true;
    choice.hidden = false;
    if (lock) lock.release().catch(() => {});
    if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {});

  /* After a sleep timers are late: what was due goes on at once, a film that stood still plays. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || stage.hidden || paused) return;
    awake();
    if (filming && filming.paused && !filming.ended) filming.play().catch(() => {});
    if (Date.now() > due + 2000) arm(0, then);
  });
  addEventListener("hashchange", start);
  addEventListener("keydown", (event) => {
    if (stage.hidden || event.target === leave || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = { " ": () => pause(!paused), ArrowRight: () => go(1), PageDown: () => go(1), ArrowLeft: () => go(-1), PageUp: () => go(-1), f: full, F: full, Escape: stop };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  stage.addEventListener("click", () => pause(!paused));
  leave.addEventListener("click", (event) => { event.stopPropagation(); stop(); });
  layers.forEach(hush);
  if (location.hash) start();
})();
