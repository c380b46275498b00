/* lighthouse.js: runs Lighthouse as a phone on pages and prints scores as JSON. Its one argument is JSON:
   { chromium, args, urls, runs, categories }. One line a run: { url, index, scores, audits that cost points }. */
"use strict";
const puppeteer = require("puppeteer-core");

(async () => {
  const { default: lighthouse } = await import("lighthouse");
  const { chromium, args, urls, runs, categories } = JSON.parse(process.argv[2]);
  for (const url of urls) {
    for (let run = 0; run < runs; run += 1) {
      const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args });
      const page = await browser.newPage();
      const { lhr } = await lighthouse(url, { logLevel: "error", onlyCategories: categories, maxWaitForLoad: 90000 }, undefined, page);
      const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
      const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
        .map(({ id }) => `${id} ${lhr.audits[id].displayValue || lhr.audits[id].score}`);
      console.log(JSON.stringify({ url, index: lhr.environment.benchmarkIndex, scores, lost, shift: lhr.audits["cumulative-layout-shift"]?.numericValue }));
      await browser.close();
    }
  }
})().catch((error) => { console.error(error); process.exit(1); });
