/* firefox.js: visits pages with Debian's Firefox over WebDriver BiDi and prints what it found as JSON.
   Its one argument is JSON too: { firefox, visits: [{ name, url, width, height, shot }], measure, prefs }. */
"use strict";
const puppeteer = require("puppeteer-core");
const drawn = require("fs").readFileSync(`${__dirname}/drawn.js`, "utf8");

const visit = async (browser, { name, url, width, height, shot }, measure) => {
  const page = await browser.newPage(), wrong = [];
  page.on("console", (said) => { if (said.type() === "error") wrong.push(said.text()); });
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.setViewport({ width, height });
  await page.goto(url, { waitUntil: "load", timeout: 60000 });
  if (url.includes("q=")) await page.waitForSelector("[data-result-count]", { timeout: 30000 });
  await page.evaluate(`(${drawn})()`);
  await page.screenshot({ path: shot });
  const found = await page.evaluate(`(${measure})()`);
  await page.close();
  return { name, wrong, ...found };
};

(async () => {
  const { firefox, visits, measure, prefs } = JSON.parse(process.argv[2]);
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, protocolTimeout: 120000, extraPrefsFirefox: { "ui.useOverlayScrollbars": 1, ...prefs } });
  const results = { version: await browser.version(), pages: [] };
  for (const one of visits) results.pages.push(await visit(browser, one, measure));
  await browser.close();
  console.log(JSON.stringify(results));
})().catch((error) => { console.error(error); process.exit(1); });
