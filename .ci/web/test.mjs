// Tests the web edition as people use it: node test.mjs SITE KNEAD PEOPLE. SITE is a folder that ui/web/build wrote, KNEAD the program
// whose results the site must show, PEOPLE what the command people prints.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { answer, axe, begin, control, desk, interview, kind, launch, look, next, phone, ready, serve } from "./browser.mjs";

const [, , folder, knead, list] = process.argv;
const people = JSON.parse(readFileSync(list));
const person = (id) => people.find((p) => p.id === id);
const assess = (p) => JSON.parse(execFileSync(knead, ["assess", "-", "--format", "json"], { input: p.file }));
const axeSource = readFileSync(axe, "utf8");
const shown = (s) => s.replaceAll(/\s+/g, " ").trim();

let site, browser;
before(async () => { [site, browser] = [await serve(folder), await launch()]; });
after(async () => { await browser.close(); site.close(); });

// visit opens the site, runs what is to be tested, and holds what is true of every visit: nothing is asked for beyond the site's own
// files, the console stays empty, the address tells nothing, and nothing is stored but those files.
async function visit(viewport, run, more) {
  const { context, page } = await begin(browser, site.address, viewport, more);
  const wrong = [];
  const watch = (p) => {
    p.on("request", (r) => { if (!r.url().startsWith(site.address)) wrong.push("a request to " + r.url()); });
    p.on("console", (m) => wrong.push(`the console says: ${m.text()}`));
    p.on("pageerror", (e) => wrong.push(`a script fails: ${e.message}`));
  };
  watch(page);
  context.on("page", watch);
  await page.reload();
  await ready(page);
  await run(page, context);
  assert.deepEqual(wrong, []);
  for (const p of context.pages()) assert.deepEqual(await stored(p), [], "nothing is stored but the files of the site");
  assert.deepEqual(await context.cookies(), []);
  await context.close();
}

// stored lists what the browser keeps for the site, but for its own files.
const stored = (page) => page.evaluate(async (address) => {
  const kept = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  if (document.cookie) kept.push("a cookie");
  if (history.state) kept.push("a state in the history");
  if (location.search || !location.href.startsWith(address)) kept.push("the address " + location.href);
  for (const { name } of await indexedDB.databases()) kept.push("the database " + name);
  for (const name of await caches.keys()) {
    for (const { url, method } of await (await caches.open(name)).keys()) {
      if (method !== "GET" || !url.startsWith(address) || /[?#]/.test(url.replace(/\?v=[0-9a-f]{12}$/, ""))) kept.push(url);
    }
  }
  return kept;
}, site.address);

const start = (page) => page.locator("[data-do=start]").click();
async function press(page, todo) {
  await look(page);
  await page.locator(`main [data-do="${todo}"]`).first().click();
}

// toReview answers everything and stops at the review.
async function toReview(page, p) {
  await start(page);
  assert.equal(await interview(page, p), "review");
}

// toEnd answers the rest, wherever the interview is.
const toEnd = async (page, p) => assert.equal(await interview(page, p), "review");

async function toResult(page, p) {
  await toReview(page, p);
  await press(page, "result");
  assert.equal(await kind(page), "result");
}

describe("people", { concurrency: 2 }, () => {
  for (const [p, viewport] of people.flatMap((p) => [[p, phone], [p, desk]])) {
    test(`${p.id} at ${viewport.width}×${viewport.height}: the result of knead assess`, () => visit(viewport, async (page) => {
      const want = assess(p);
      await start(page);
      const end = await interview(page, p, async () => {
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing stands out at the side");
      });
      if (want.therapies.length === 0) {
        assert.equal(end, "stop");
        const text = shown(await page.locator("main").innerText());
        const worst = want.triage.concerns.filter((c) => c.level === want.triage.level);
        assert.ok(worst.length > 0 && worst.every((c) => !c.advice || text.includes(shown(c.advice))), `the advice is on the page: ${text}`);
        return;
      }
      assert.equal(end, "review");
      await press(page, "result");
      const main = page.locator("main");
      assert.ok(shown(await main.locator(".answer").innerText()).includes(shown(want.start.step)), "what to do comes first");
      const offered = await main.locator("input[name=compare]").evaluateAll((all) => all.map((x) => x.value));
      const suit = want.therapies.filter((t) => t.fit !== "none" && (t.verdict === "ok" || t.verdict === "caution")).map((t) => t.id);
      assert.deepEqual(offered.sort(), suit.sort(), "the approaches that suit");
      const text = shown(await main.evaluate((m) => m.textContent));
      for (const t of want.therapies) assert.ok(text.toLowerCase().includes(t.name.toLowerCase()), `${t.name} is on the page`);
    }));
  }
});

test("an emergency: one order within five pages, numbers to tap, and no therapy", () => visit(phone, async (page) => {
  let pages = 0;
  await start(page);
  assert.equal(await interview(page, person("numb-seat"), async () => { pages++; }), "stop");
  assert.ok(pages <= 5, `${pages} pages`);
  assert.ok(await page.locator("main a[href^='tel:']").count() > 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "title");
  assert.equal(await page.locator("main a[href^='library/']").count(), 0);
  await press(page, "review");
  assert.equal(await kind(page), "review");
}));

test("back, change, and review keep what was answered", () => visit(phone, async (page) => {
  const p = person("lasting-back");
  await toReview(page, p);
  const before = shown(await page.locator("main").innerText());
  await press(page, "back");
  assert.equal(await kind(page), "question");
  assert.ok(await page.locator("#answers input:checked").count() > 0, "the answers of the last page are still there");
  await next(page);
  assert.equal(shown(await page.locator("main").innerText()), before);
  await page.goBack();
  assert.equal(await kind(page), "question", "the browser's way back leads one page back");
  await next(page);
  await press(page, "change:severity");
  await answer(page, { ...p, answers: { ...p.answers, severity: ["6"] } }); // again, where a tap was too soon after the last
  await next(page);
  assert.equal(await kind(page), "review");
  assert.match(await page.locator("main").innerText(), /6 of 10/);
  await press(page, "result");
  await press(page, "review");
  assert.match(await page.locator("main").innerText(), /6 of 10/);
}));

test("a part of the page that is named in the address moves nothing", () => visit(phone, async (page) => {
  await page.goto(site.address + "#nowhere");
  await ready(page);
  await start(page);
  await answer(page, person("desk-neck"));
  await next(page);
  const title = await page.locator("#title").innerText();
  await page.evaluate(() => new Promise((done) => { addEventListener("hashchange", done); location.hash = "question-where"; }));
  assert.equal(await page.locator("#title").innerText(), title);
  await page.evaluate(() => new Promise((done) => { addEventListener("hashchange", done); history.back(); }));
  assert.equal(await page.locator("#title").innerText(), title);
  await page.goBack();
  assert.notEqual(await page.locator("#title").innerText(), title);
}));

test("a page is not left while an answer is missing, and says which", () => visit(phone, async (page) => {
  await start(page);
  await next(page);
  assert.equal(await kind(page), "question");
  assert.match(await page.locator("main .problem").innerText(), /Choose/);
  assert.notEqual(shown(await page.locator("#live").evaluate((x) => new Promise((done) => {
    const look = () => x.textContent ? done(x.textContent) : setTimeout(look, 20);
    look();
  }))), "", "it is announced");
}));

test("the first questions can be answered before the guide is there", async () => {
  const p = person("desk-neck"), context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  let go;
  const held = new Promise((done) => { go = done; });
  await page.route(/knead\.(bin|wasm)/, async (route) => { await held; await route.continue(); });
  await page.goto(site.address);
  await start(page);
  const title = await page.locator("#title").innerText();
  await answer(page, p);
  await next(page);
  assert.ok(await page.locator("#loading").isVisible(), "it says that it is loading");
  assert.equal(await page.locator("#title").innerText(), title);
  go();
  await page.locator("#title", { hasNotText: title }).waitFor();
  assert.equal(await interview(page, p), "review");
  assert.match(await page.locator("main").innerText(), /Neck/);
  await context.close();
});

test("the health search finds by other names and by near ones, and what is chosen counts", () => visit(phone, async (page) => {
  const p = person("lasting-back"), field = page.locator("input[type=search]");
  await start(page);
  while (!await field.count()) {
    await answer(page, p);
    await next(page);
  }
  await field.fill("zzzz");
  await page.locator("#found .hint").waitFor();
  await field.fill("brittle bon"); // another name
  await page.locator("#found [data-do='take:osteoporosis']").waitFor();
  await field.fill("fibromialgia"); // misspelled
  await page.locator("#found [data-do='take:fibromyalgia']").click();
  assert.match(await page.locator("#message").innerText(), /^Fibromyalgia: yes/);
  const along = await page.locator("#answers input:checked").evaluateAll((all) => all.map((x) => x.value));
  assert.ok(along.length > 0, "the groups that it belongs to are marked");
  assert.equal(await interview(page, { ...p, answers: { ...p.answers, health: along, history: ["fibromyalgia"] } }), "review");
  assert.match(await page.locator("main").innerText(), /Fibromyalgia/);
}));

test("compare, what if, and the page for a visit", () => visit(desk, async (page) => {
  await toResult(page, person("lasting-back"));
  for (const box of (await page.locator("label:has(> input[name=compare])").all()).slice(0, 2)) await box.click();
  await look(page);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  assert.ok(await page.locator("main svg, main table").count() > 0, "they are compared");
  await press(page, "back");
  await press(page, "what-if");
  assert.ok(await page.locator("main input, main select").count() > 0, "other answers can be tried");
  await press(page, "back");
  await press(page, "handout");
  assert.equal(await kind(page), "handout");
}));

const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

test("the page for a visit prints on one sheet, and so does an emergency", () => visit(desk, async (page) => {
  for (const p of ["lasting-back", "not-sure", "numb-seat"].map(person)) {
    await start(page);
    if (await interview(page, p) === "review") {
      await press(page, "result");
      await press(page, "handout");
    }
    for (const format of ["A4", "Letter"]) assert.equal(sheets(await page.pdf({ format })), 1, `${p.id} on ${format}`);
    await page.reload();
    await ready(page);
  }
}));

// kept waits until the site is kept on the device.
const kept = (page) => page.evaluate(async () => { await navigator.serviceWorker.ready; });

test("after one visit everything works without a network", () => visit(phone, async (page, context) => {
  await kept(page);
  await page.reload();
  await ready(page);
  site.cut(true);
  try {
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await toResult(page, person("desk-neck"));
    await page.goto(site.address + "library/index.html");
    await page.locator("#find").fill("osteopor");
    await page.locator("#found a").first().click();
    assert.ok(await page.locator("main h1").count());
    await page.goto(site.address);
    await ready(page);
  } finally {
    site.cut(false);
  }
}));

// newer is a site that differs from this one in its style only.
function newer() {
  const dir = mkdtempSync(join(tmpdir(), "knead-newer-"));
  cpSync(folder, dir, { recursive: true });
  const sum = (name) => "sha256-" + createHash("sha256").update(readFileSync(join(dir, name))).digest("base64");
  const was = sum("knead.css");
  writeFileSync(join(dir, "knead.css"), readFileSync(join(dir, "knead.css"), "utf8") + "\n/* newer */\n");
  const worker = readFileSync(join(dir, "sw.js"), "utf8");
  const changed = worker.replace(was, sum("knead.css")).replace(/version = "[0-9a-f]+"/, 'version = "newer"');
  assert.notEqual(changed, worker);
  writeFileSync(join(dir, "sw.js"), changed);
  for (const name of ["sw.js", "knead.css"]) rmSync(join(dir, name + ".gz"));
  return dir;
}

test("a newer version waits, is announced on the first page only, and takes over when asked", { timeout: 120_000 }, () => visit(phone, async (page) => {
  await kept(page);
  await page.reload();
  await ready(page);
  const dir = newer();
  try {
    site.swap(dir);
    await start(page);
    await answer(page, person("desk-neck"));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
      const worker = registration.installing ?? registration.waiting;
      while (worker.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
      if (!registration.waiting) throw new Error("the newer version does not wait");
    });
    assert.doesNotMatch(await page.locator("body").innerText(), /newer version/);
    assert.equal(await kind(page), "question");
    await press(page, "back");
    const notice = page.getByText("A newer version is ready");
    assert.equal(await kind(page), "welcome");
    assert.ok(!await notice.isVisible(), "it would erase the answers");
    await start(page);
    await start(page);
    await press(page, "back");
    await notice.waitFor();
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: /newer|update/i }).click();
    await reloaded;
    await ready(page);
    assert.match(await page.evaluate(async () => (await fetch("knead.css")).text()), /newer/);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1, "the older version is gone");
  } finally {
    site.swap(folder);
    rmSync(dir, { recursive: true });
  }
}));

test("two tabs: a newer version that one of them asks for leaves the interview in the other alone", () => visit(phone, async (page, context) => {
  await kept(page);
  await page.reload();
  await ready(page);
  const dir = newer(), other = await context.newPage();
  try {
    site.swap(dir);
    await start(page);
    await answer(page, person("desk-neck"));
    const before = await page.locator("#answers input:checked").count();
    await other.goto(site.address);
    await ready(other);
    await other.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); }); // a browser takes its time
    await other.getByText("A newer version is ready").waitFor();
    const reloaded = other.waitForEvent("load");
    await other.getByRole("button", { name: /newer/ }).click();
    await reloaded;
    await ready(other);
    assert.equal(await page.locator("#answers input:checked").count(), before);
    await page.bringToFront();
    await toEnd(page, person("desk-neck"));
  } finally {
    site.swap(folder);
    rmSync(dir, { recursive: true });
  }
}));

// alone opens the first page in a context of its own, which need not run without a message in the console.
async function alone(run, prepare = async () => {}, more = {}) {
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true, ...more });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await prepare(page, context);
    await page.goto(site.address);
    await run(page, context);
  } finally {
    await context.close();
  }
}

const guarded = (page) => page.evaluate(() => {
  const leave = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leave);
  return leave.defaultPrevented;
});

test("the browser asks before answers are lost, and only then", () => visit(phone, async (page, context) => {
  assert.equal(await guarded(page), false);
  await start(page);
  await answer(page, person("desk-neck"));
  assert.equal(await guarded(page), true, "on a page of questions");
  await next(page);
  const [library] = await Promise.all([context.waitForEvent("page"), page.locator("header a").click()]);
  await library.locator("main h1").waitFor();
  await library.close();
  assert.equal(await kind(page), "question", "the library opens beside the interview");
  await page.goBack();
  await page.goBack();
  assert.equal(await kind(page), "welcome");
  assert.equal(await guarded(page), true, "on the first page, while it holds answers");
  await press(page, "go-on");
  assert.equal(await kind(page), "question");
  while (await kind(page) === "question") await press(page, "back");
  await start(page);
  await start(page);
  await press(page, "back");
  assert.equal(await guarded(page), false, "after they were erased");
}));

test("the second tap of two does nothing on the next page", () => visit(phone, async (page) => {
  await start(page);
  await answer(page, person("desk-neck"));
  await page.getByRole("button", { name: "Next", exact: true }).dblclick();
  assert.match(await page.locator(".progress").innerText(), /Page 2 /);
  assert.equal(await page.locator("main .problem").count(), 0);
  assert.equal(await page.locator("#answers input:checked").count(), 0);
}));

test("what was pressed before the guide is there counts once, and the figure shows it", () => {
  let go;
  const held = new Promise((done) => { go = done; });
  return alone(async (page) => {
    await start(page);
    await page.locator("[data-do^='point:']").first().click();
    assert.equal(await page.locator(".place.on").count(), 1);
    assert.ok(await page.locator("#loading").isVisible());
    const title = await page.locator("#title").innerText();
    await next(page);
    await next(page);
    go();
    await page.waitForFunction(() => !document.getElementById("loading"));
    if (await page.locator("#title").innerText() === title) { // the side is asked for as well
      assert.ok(await page.locator("#answers input:checked").count() > 0);
    } else {
      assert.equal(await page.locator("main .problem").count(), 0);
    }
  }, (page) => page.route(/knead\.(bin|wasm)/, async (route) => { await held; await route.continue(); }));
});

test("where WebAssembly is blocked it says so, and begins nothing that cannot be finished", () => alone(async (page) => {
  await page.getByText("could not be loaded").waitFor();
  assert.equal(await page.locator("#loading").getAttribute("role"), "status");
  assert.ok((await page.locator("#loading").boundingBox()).y < 200, "it is where the page begins");
  await start(page);
  assert.equal(await kind(page), "welcome");
  await page.locator("header a").click();
  await page.locator("main h1").waitFor();
}, (page) => page.addInitScript(() => { delete globalThis.WebAssembly; })));

test("a program that ends says so", () => alone(async (page) => {
  await ready(page);
  await start(page);
  await page.evaluate(() => { window.knead = () => undefined; });
  await page.evaluate(() => scrollTo(0, 500));
  await next(page);
  await page.getByText("Knead has stopped").waitFor();
  const { y } = await page.locator("#loading").boundingBox();
  assert.ok(y >= 0 && y < 500, "it is in sight");
}));

test("it runs without a service worker, without the packed program, and with a host that names no types", () => alone(async (page) => {
  await ready(page);
  await start(page);
  assert.equal(await interview(page, person("desk-neck")), "review");
}, (page) => page.route(/knead\.(bin|wasm)/, async (route) => {
  if (route.request().url().includes("knead.bin")) return route.fulfill({ status: 404 });
  const response = await route.fetch();
  await route.fulfill({ response, headers: { "content-type": "text/plain" } });
}), { serviceWorkers: "block" }));

test("the search takes anything that can be typed or pasted", () => visit(phone, async (page) => {
  const p = person("lasting-back"), field = page.locator("input[type=search]");
  await start(page);
  while (!await field.count()) {
    await answer(page, p);
    await next(page);
  }
  for (const typed of ["FİBROMYALGİA", "ｆｉｂｒｏｍｙａｌｇｉａ", "fi\u0301bromyalgi\u0301a", "fibro\u00admyalgia", "  fibromyalgia"]) {
    await field.fill(typed);
    await page.locator("#found [data-do='take:fibromyalgia']").waitFor();
  }
  for (const typed of ["🦴", "\u0301", "<b>", "%$&'\"\\", "\u202efibro", "字".repeat(40)]) {
    await field.fill("");
    await page.waitForFunction(() => document.getElementById("found").children.length === 0);
    await field.fill(typed);
    assert.equal(await page.locator("#found b b, #found script").count(), 0);
  }
  await field.evaluate((x) => { x.value = "a".repeat(10_000); x.dispatchEvent(new Event("input", { bubbles: true })); });
  await page.locator("#found .hint").waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.goto(site.address + "library/index.html");
  await page.locator("#find").fill("ｍａｓｓａｇｅ (");
  await page.locator("#found a").first().waitFor();
}));

// good holds that axe finds nothing, in light and dark, that the page is as wide as the window even in a narrow one and with text
// twice as large, that it has one heading of the first level, and its landmarks.
async function good(page, name) {
  const { width, height } = page.viewportSize();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axeSource);
    const wrong = await page.evaluate(async (dark) => { // only the colors are others in the dark
      const { violations, passes } = await axe.run(document, dark ? { runOnly: { type: "rule", values: ["color-contrast"] } } : { rules: { "target-size": { enabled: true } } });
      if (passes.length < (dark ? 1 : 10)) return ["axe looked at next to nothing"];
      return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html + " " + n.failureSummary).join("\n")}`);
    }, colorScheme === "dark");
    assert.deepEqual(wrong, [], `${name}, ${colorScheme}`);
  }
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0, `${name}: nothing moves where less motion is asked for`);
  const shape = () => page.evaluate(() => ({
    h1: document.querySelectorAll("h1").length, marks: ["header", "main", "footer", "nav"].filter((tag) => document.querySelector(tag)).length,
    wide: document.documentElement.scrollWidth, window: innerWidth,
  }));
  for (const [size, letters] of [[{ width: 320, height: 640 }, ""], [{ width: 640, height: 400 }, ""], [{ width: 360, height: 740 }, "200%"]]) {
    await page.setViewportSize(size);
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, letters);
    const { h1, marks, wide, window } = await shape();
    assert.equal(h1, 1, `${name}: one heading of the first level`);
    assert.equal(marks, 4, `${name}: landmarks`);
    assert.ok(wide <= window, `${name}: ${wide} wide in a window of ${window}, letters ${letters}`);
    assert.deepEqual(await page.evaluate(narrow), [], `${name}: words have room at ${size.width}, letters ${letters}`);
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
  await page.setViewportSize({ width, height });
}

// narrow lists answers in so little room that longer words are broken in the middle.
const narrow = () => [...document.querySelectorAll("label.choice b")]
  .filter((x) => x.closest("label").clientWidth < 8 * parseFloat(getComputedStyle(x).fontSize)).map((x) => x.textContent);

// covered goes through a page with Tab, or backward, and lists what has the focus and cannot be seen at all.
async function covered(page, key) {
  const out = [];
  await page.evaluate((back) => {
    document.activeElement.blur();
    scrollTo(0, back ? document.documentElement.scrollHeight : 0);
  }, key !== "Tab");
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const x = document.activeElement, box = (x.closest("label") ?? x).getBoundingClientRect();
      if (x === document.body) return "";
      const points = [0.1, 0.5, 0.9].flatMap((a) => [0.1, 0.5, 0.9].map((b) => [box.x + a * box.width, box.y + b * box.height]));
      const seen = points.some(([x0, y0]) => { const top = document.elementFromPoint(x0, y0); return top && (x.contains(top) || top.contains(x) && top.tagName !== "HTML" || x.closest("label")?.contains(top)); });
      return (seen ? "seen: " : "covered: ") + x.outerHTML.slice(0, 90);
    });
    if (!at) break;
    if (at.startsWith("covered")) out.push(at);
  }
  return out;
}

test("what has the focus is never covered", () => visit(phone, async (page) => {
  await start(page);
  for (const key of ["Tab", "Shift+Tab"]) assert.deepEqual(await covered(page, key), [], `a list, ${key}`);
  await page.reload();
  await ready(page);
  await toResult(page, person("lasting-back"));
  for (const key of ["Tab", "Shift+Tab"]) assert.deepEqual(await covered(page, key), [], `the result, ${key}`);
  await press(page, "what-if");
  await page.locator("main select").nth(3).selectOption({ index: 1 });
  await page.locator("#outcome h2").waitFor();
  for (const key of ["Tab", "Shift+Tab"]) assert.deepEqual(await covered(page, key), [], `what if, ${key}`);
}));

test("axe finds nothing, and nothing stands out, on any kind of page", () => visit(phone, async (page) => {
  await good(page, "welcome");
  await start(page);
  await next(page);
  await good(page, "a question without an answer");
  const p = person("thin-bones");
  const seen = new Set();
  assert.equal(await interview(page, p, async () => { // one page for each thing that questions are made of
    const made = ["svg", ".scale", "input[type=radio]", "input[type=checkbox]", "input[type=search]"];
    const here = await page.evaluate((made) => made.filter((selector) => document.querySelector("#answers " + selector)), made);
    if (here.every((x) => seen.has(x))) return;
    for (const x of here) seen.add(x);
    if (here.includes("input[type=search]")) {
      await page.locator("input[type=search]").fill("arthr");
      await page.locator("#found li").first().waitFor();
    }
    await page.locator("details.why summary").first().click();
    await good(page, await page.locator("#title").innerText());
  }), "review");
  assert.equal(seen.size, 5);
  await good(page, "review");
  await press(page, "result");
  await page.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = true; });
  await good(page, "result");
  await press(page, "handout");
  await good(page, "handout");
  await press(page, "back");
  await press(page, "what-if");
  await good(page, "what if");
  await press(page, "back");
  await look(page);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await good(page, "compare");
  await page.reload();
  await ready(page);
  await start(page);
  assert.equal(await interview(page, person("numb-seat")), "stop");
  await good(page, "stop");
  for (const name of ["index", "swedish", "warning-signs"]) {
    await page.goto(`${site.address}library/${name}.html`);
    await good(page, `library/${name}`);
  }
}));

// reach presses Tab until the element is in focus.
async function reach(page, selector) {
  for (let i = 0; i < 300; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

test("by keys alone: from the first page to the result", () => visit(desk, async (page) => {
  const p = person("desk-neck");
  await reach(page, "[data-do=start]");
  await page.keyboard.press("Enter");
  for (let pages = 0; await kind(page) === "question"; pages++) {
    assert.ok(pages < 40);
    assert.ok(await page.evaluate(() => document.activeElement.matches("h1, h2, legend, #message, #waiting")), "a new page begins at its heading");
    for (let round = 0; round < 40; round++) {
      const todo = await page.locator("#answers .question input:not([type=search])").evaluateAll((all, want) =>
        all.map((x) => ({ name: x.name, value: x.value, type: x.type, on: x.checked })).find((x) => !x.on && !x.name.includes("/") && (want[x.name] ?? ["unsure"]).includes(x.value)), p.answers);
      if (!todo) break;
      if (todo.type === "checkbox") {
        await reach(page, `input[name="${todo.name}"][value="${todo.value}"]`);
        await page.keyboard.press("Space");
        assert.ok(await page.evaluate(() => document.activeElement.matches("input")), "the focus stays where it was");
        continue;
      }
      await reach(page, `input[name="${todo.name}"]`);
      for (let i = 0; i < 40; i++) {
        if (await page.evaluate((v) => document.activeElement.value === v, todo.value)) break;
        await page.keyboard.press("ArrowDown");
      }
      if (!await page.locator(`input[name="${todo.name}"][value="${todo.value}"]:checked`).count()) await page.keyboard.press("Space");
    }
    await reach(page, "#answers button[type=submit]");
    await page.keyboard.press("Enter");
  }
  assert.equal(await kind(page), "review");
  await reach(page, "[data-do=result]");
  await page.keyboard.press("Enter");
  assert.equal(await kind(page), "result");
  assert.equal(await page.evaluate(() => document.activeElement.id), "title");
}));

test("without JavaScript the library is whole, and the first page says what Knead is", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  await page.goto(site.address);
  assert.match(await page.locator("main").innerText(), /offline reading guide for adults/);
  assert.equal(await page.locator("button:visible, #loading:visible").count(), 0, "nothing waits for a script");
  await page.goto(site.address + "library/index.html");
  const links = await page.locator("main .pages a").evaluateAll((all) => all.map((a) => a.getAttribute("href"))).catch(() => []);
  for (const link of links.length ? links : ["swedish.html"]) {
    await page.goto(site.address + "library/" + link);
    assert.ok(await page.locator("h1").count() === 1 && (await page.locator("main").innerText()).length > 500, link);
  }
  await context.close();
});

test("the library's search leads to the passage", () => visit(desk, async (page) => {
  await page.goto(site.address + "library/index.html");
  await page.locator("#find").fill("blood thin");
  await page.locator("#found a").first().waitFor();
  assert.match(await page.locator("#count").innerText(), /\d+ found/);
  await page.locator("#find").fill("zzzz");
  await page.getByText("No matches").waitFor();
  await page.locator("#find").fill("weak points");
  await page.locator("#found a[href*='#']").first().click();
  await page.waitForURL(/#/);
  assert.ok(await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null));
}));

test("the checks would tell", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.address);
  await page.evaluate(() => { localStorage.setItem("pain", "7"); document.cookie = "pain=7"; });
  assert.deepEqual(await stored(page), ["pain", "a cookie"]);
  await page.evaluate(() => { document.querySelector("main").insertAdjacentHTML("beforeend", "<h1>x</h1><img src='icon.svg'>"); });
  await assert.rejects(good(page, "broken"), /image-alt/);
  await context.close();
});
