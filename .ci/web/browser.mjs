// What the tests, the measurements, and the pictures share: a static server, a browser, and the ways to answer a page.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire((process.env.WEB_TOOLS ?? fileURLToPath(new URL(".", import.meta.url))) + "/");
const { chromium } = require("playwright-core");
export const axe = require.resolve("axe-core/axe.min.js");

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml",
  ".png": "image/png", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".txt": "text/plain",
};

// serve serves a folder below /knead/, as hosts do for a project: text compressed with gzip, for ten minutes. swap serves another
// folder from now on, cut answers nothing, and sent is how many bytes went out.
export async function serve(folder) {
  let root = folder, down = false, sent = 0;
  const server = createServer(async (request, response) => {
    if (down) return request.socket.destroy();
    let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path === "/favicon.ico") return response.writeHead(404).end();
    if (!path.startsWith("/knead/")) return response.writeHead(404).end();
    path = path.slice("/knead/".length);
    if (path === "" || path.endsWith("/")) path += "index.html";
    const file = join(root, normalize(path));
    const copy = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") ? await readFile(file + ".gz").catch(() => null) : null;
    const zipped = copy !== null, body = copy ?? await readFile(file).catch(() => null);
    if (body === null) return response.writeHead(404).end();
    const headers = { "content-type": types[extname(path)] ?? "application/octet-stream", "content-length": body.length, "cache-control": "max-age=600" };
    if (zipped) headers["content-encoding"] = "gzip";
    headers.etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === headers.etag) return response.writeHead(304, headers).end();
    sent += body.length;
    response.writeHead(200, headers).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}/knead/`,
    swap: (other) => { root = other; },
    sent: () => sent,
    cut: (yes) => { down = yes; },
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-component-update"],
  });
}

export const phone = { width: 360, height: 740 }, desk = { width: 1280, height: 800 };

// ready waits until the guide runs.
export const ready = (page) => page.waitForFunction(() => typeof knead === "function" && !document.getElementById("loading"));

// begin opens the site in a context of its own, and waits until the guide can be started.
export async function begin(browser, address, viewport, more = {}) {
  const context = await browser.newContext({ viewport, hasTouch: viewport.width < 600, isMobile: viewport.width < 600, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await ready(page);
  return { context, page };
}

// kind is what the page is about, by what can be done on it.
export function kind(page) {
  return page.evaluate(() => {
    const has = (selector) => document.querySelector("main " + selector) !== null;
    if (has("[data-do=start]")) return "welcome";
    if (has("#answers .question")) return "question";
    if (has("[data-do=result]")) return "review";
    if (has("section.stop")) return "stop";
    if (has("[data-do=handout]")) return "result";
    if (has(".handout")) return "handout";
    return "other";
  });
}

// control is the label of an answer, which is what a finger hits.
export const control = (page, question, option) => page.locator(`label:has(> input[name="${question}"][value="${option}"])`);

// answer answers every question of the page as the person would, by clicks. An answer may bring up another question.
export async function answer(page, person) {
  for (let round = 0; round < 60; round++) {
    const on = await page.locator("#answers .question input:not([type=search])").evaluateAll((all) => all.map((x) => ({ name: x.name, value: x.value, checked: x.checked })));
    const wanted = ({ name, value }) => {
      const [question, open] = name.split("/");
      return open ? (person.open[question] ?? []).includes(value) : (person.answers[question] ?? ["unsure"]).includes(value);
    };
    const missing = on.find((x) => !x.checked && wanted(x));
    if (!missing) return;
    await control(page, missing.name, missing.value).click();
  }
  throw new Error("the page never has all its answers: " + await page.locator("main").innerText());
}

// look is what a person does before they press: without it a click may be taken for the second tap on the page before.
export const look = (page) => page.evaluate(() => { turned = -1000; });

export async function next(page) {
  await look(page);
  await page.getByRole("button", { name: "Next", exact: true }).click();
}

// interview answers page after page until there are no more questions, and returns the kind of page it ends on.
export async function interview(page, person, each = async () => {}) {
  for (let pages = 0; pages < 40; pages++) {
    if (!await page.locator("#answers .question").count()) return kind(page);
    await answer(page, person);
    await each(page);
    await next(page);
  }
  throw new Error("the interview never ends");
}
