// The script of the page: it loads the guide, sends it what a person does, and shows what it returns.
"use strict";
const main = document.querySelector("main"), live = document.getElementById("live"), by = (id) => document.getElementById(id);
let first = true, say = 0, held = false, waiting = null, early = null; // early is what was pressed before the guide was there
function show(page) {
  if (!page.html) return;
  (page.part ? by(page.part) : main).innerHTML = page.html;
  clearTimeout(say);
  live.textContent = "";
  say = setTimeout(() => { live.textContent = page.say; }, 150); // a region that was just emptied is read anew
  if (page.part) return;
  document.title = page.title;
  first = page.first;
  offer();
  const to = page.focus && by(page.focus);
  if (page.focus === "title") scrollTo(0, 0);
  if (to) to.focus({ preventScroll: page.focus === "title" });
  if (page.print) print();
}
function send(todo, control) {
  if (!held) held = !history.pushState(null, ""); // only now: a browser passes over what a page adds before it is used
  if (!self.knead) return meanwhile(todo);
  const form = [];
  for (const f of main.querySelectorAll("form")) for (const [name, value] of new FormData(f)) form.push(name, value);
  show(knead(todo, control?.name || "", control?.value || "", form));
}
function meanwhile(todo) { // the first questions can be answered while the guide is on its way
  if (early) return todo === "mark" || by("loading").scrollIntoView(early.push(todo) > 0);
  early = [];
  show({ html: by("questions").innerHTML, title: by("questions").title, focus: "title", say: "" });
}
main.addEventListener("submit", (e) => { e.preventDefault(); if (e.submitter) send(e.submitter.value); });
main.addEventListener("change", (e) => { if (e.target.type !== "search") send("mark", e.target); });
main.addEventListener("input", (e) => { if (e.target.type === "search") send("find", e.target); });
addEventListener("click", (e) => {
  const todo = e.target.closest("[data-do]"), link = e.target.closest("a[href^='#']");
  if (todo) return send(todo.dataset.do);
  const to = link && by(link.hash.slice(1));
  if (!to) return;
  e.preventDefault();
  for (let d = to; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
  Object.assign(to, { tabIndex: -1 }).focus();
});
addEventListener("popstate", () => first ? history.back() : send("back", held = false)); // not out of the questions
addEventListener("beforeunload", (e) => { if (!first) e.preventDefault(); });
async function load() {
  const go = new Go(), type = { headers: { "content-type": "application/wasm" } };
  const packed = self.DecompressionStream && await fetch("knead.bin");
  const source = packed ? new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), type) : fetch("knead.wasm");
  go.run((await WebAssembly.instantiateStreaming(source, go.importObject)).instance);
  by("loading")?.remove();
  if (early) knead("start", "", "", []);
  for (const todo of early ? ["mark", ...early] : []) send(todo);
}
function offer() { by("newer").hidden = !first || !waiting; }
async function keep() { // the site on the device, for the next visit; a newer one waits until it is asked for
  const worker = navigator.serviceWorker, site = await worker.register("sw.js");
  const look = () => { waiting = worker.controller && site.waiting; offer(); };
  look();
  site.addEventListener("updatefound", () => site.installing.addEventListener("statechange", look));
  by("newer").lastChild.onclick = () => { worker.oncontrollerchange = () => location.reload(); waiting.postMessage("take over"); };
}
load().then(() => navigator.serviceWorker && keep().catch(() => {}), () => { by("loading").textContent = by("loading").dataset.failed; });
