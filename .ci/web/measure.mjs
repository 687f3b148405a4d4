// Measures a first visit on a slow phone: node measure.mjs SITE PEOPLE. The processor is slowed four times, and the network is the
// "fast 3G" of Chromium's tools: 1.6 Mbit/s less a tenth, and 563 ms to an answer. Only the transfer must hold, as it is the same on any machine.
import { readFileSync } from "node:fs";
import { interview, launch, look, phone, serve } from "./browser.mjs";

const [, , folder, list] = process.argv;
const people = JSON.parse(readFileSync(list));
const site = await serve(folder), browser = await launch();
const context = await browser.newContext({ viewport: phone, isMobile: true, hasTouch: true });
const page = await context.newPage();
page.setDefaultTimeout(60_000);
const tools = await context.newCDPSession(page);
const network = (mbit, latency) => tools.send("Network.emulateNetworkConditions", {
  offline: false, latency, downloadThroughput: mbit * 1e6 / 8, uploadThroughput: mbit > 0 ? 0.675e6 / 8 : -1,
});
await tools.send("Network.enable");
await network(1.44, 562.5);
await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });

await page.addInitScript(() => {
  window.slow = [];
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.name === "click") window.slow.push(e.duration); })
    .observe({ type: "event", durationThreshold: 16, buffered: true });
});
const began = Date.now(), since = () => Date.now() - began;
await page.goto(site.address, { waitUntil: "commit" });
await page.locator("main .purpose").waitFor();
const readable = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime).then((x) => x.jsonValue());
await page.locator("[data-do=start]").click();
await page.locator("#answers .question input").first().waitFor();
const answerable = since();
await page.waitForFunction(() => typeof knead === "function");
const loaded = since();
const until = site.sent();
await network(-1, 0);
let searched = 0;
await interview(page, people.find((p) => p.id === "lasting-back"), async () => {
  if (searched || !await page.locator("input[type=search]").count()) return;
  searched = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 2000)); // a person reads the page first
    const field = document.querySelector("input[type=search]"), began = performance.now();
    field.value = "f";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return performance.now() - began;
  });
  await page.locator("input[type=search]").fill("");
});
await look(page);
await page.locator("[data-do=result]").click();
await page.locator("[data-do=handout]").first().waitFor();
const clicks = (await page.evaluate(() => window.slow)).sort((a, b) => a - b);
await page.evaluate(async () => { await navigator.serviceWorker.ready; });
const all = site.sent();
await browser.close();
site.close();

const row = (what, value, limit) => console.log(`${what.padEnd(52)} ${value.padStart(9)}  ${limit}`);
const seconds = (ms) => (ms / 1000).toFixed(1) + " s", mb = (n) => (n / 1e6).toFixed(2) + " MB";
row("text can be read after", seconds(readable), "< 2 s");
row("the first question can be answered after", seconds(answerable), "< 8 s");
row("the program runs after", seconds(loaded), "");
row("from a click to what it shows, median of " + clicks.length, clicks[clicks.length >> 1] + " ms", "< 100 ms");
row("from a click to what it shows, slowest", clicks.at(-1) + " ms", "");
row("from the first letter in the search to what it finds", Math.round(searched) + " ms", "< 100 ms");
row("sent until the program runs", mb(until), "");
row("sent in all, with everything for offline use", mb(all), "≤ 2.5 MB");
if (all > 2.5e6) {
  console.error("a first visit transfers more than 2.5 MB");
  process.exit(1);
}
