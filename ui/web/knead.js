// The script of the page: it loads the guide, sends it what a person does, and shows what it returns.
"use strict";
const main = document.querySelector("main"), by = (id) => document.getElementById(id), live = by("live"), loading = by("loading");
const version = new URL(document.currentScript.src).search; // the files of one build belong together
let first = true, answered = false, say = 0, held = false, turned = 0, tap = [], failed = "", at = location.href, early = null; // what was pressed before the guide was there
function show(page) {
  if (!page.html && !page.part) return;
  (page.part ? by(page.part) : main).innerHTML = page.html;
  live.textContent = clearTimeout(say) || "";
  say = setTimeout(() => { live.textContent = page.say; }, 150); // a region that was just emptied is read anew
  if (page.part) return;
  [document.title, first, answered] = [page.title, page.first, page.answered || !page.first];
  offer();
  if (page.focus === "title") scrollTo(0, 0), turned = performance.now();
  by(page.focus)?.focus({ preventScroll: page.focus === "title" });
  if (page.print) print();
}
function send(todo, control) {
  if (failed) return loading.scrollIntoView();
  if (!held) held = !history.pushState(null, ""); // only now: a browser passes over what a page adds before it is used
  if (!self.knead) return meanwhile(todo, control);
  const form = [...main.querySelectorAll("form")].flatMap((f) => [...new FormData(f)].flat());
  const page = knead(todo, control?.name || "", control?.value || "", form);
  page ? show(page) : fail("ended"); // which returns nothing
}
function meanwhile(todo, control) { // the first questions can be answered while the guide is on its way
  if (todo.startsWith("point:")) control.classList.toggle("on");
  if (early) return todo === "mark" || early.includes("next") || early.push(todo);
  early = [];
  show({ html: by("questions").innerHTML, title: by("questions").title, focus: "title", say: "" });
  main.querySelector(".onward").prepend(loading);
}
main.addEventListener("submit", (e) => { e.preventDefault(); if (e.submitter) send(e.submitter.value); });
main.addEventListener("change", (e) => { if (e.target.type !== "search") send("mark", e.target); });
main.addEventListener("input", (e) => { if (e.target.type === "search") send("find", e.target); });
addEventListener("click", (e) => { // the second tap of two is not meant for the page that the first one led to
  if (e.timeStamp - turned < 400 && Math.hypot(e.clientX - tap[0], e.clientY - tap[1]) < 25) [e.preventDefault(), e.stopPropagation()];
  if (e.detail) tap = [e.clientX, e.clientY];
}, true);
addEventListener("click", (e) => {
  const todo = e.target.closest("[data-do]"), link = e.target.closest("a[href^='#']"), to = link && by(link.hash.slice(1));
  if (todo) send(todo.dataset.do, todo);
  if (!to) return;
  e.preventDefault();
  for (let d = to; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
  Object.assign(to, { tabIndex: -1 }).focus();
});
addEventListener("popstate", () => at !== location.href ? at = location.href : first ? history.back() : send("back", held = tap = false)); // not out of the questions
addEventListener("beforeunload", (e) => { if (answered) e.preventDefault(); });
async function load() {
  const go = new Go(), packed = self.DecompressionStream && await fetch("knead.bin" + version);
  const program = packed?.ok ? packed.body.pipeThrough(new DecompressionStream("gzip")) : (await fetch("knead.wasm" + version)).body;
  const typed = new Response(program, { headers: { "content-type": "application/wasm" } }); // which not every host says
  go.run((await WebAssembly.instantiateStreaming(typed, go.importObject)).instance);
  loading.remove();
  if (early) knead("start", "", "", []), ["mark", ...early].forEach((todo) => send(todo));
}
function fail(why) { main.prepend(loading), failed = loading.textContent = loading.dataset[why], loading.className = "note", loading.scrollIntoView(); }
function offer(site) { // a newer version waits until it is asked for, and until there are no answers that it would erase
  const newer = by("newer"), ready = newer.ready ||= site?.waiting && navigator.serviceWorker.controller;
  [newer.hidden, by("library").target] = [answered || !ready, answered ? "_blank" : ""];
}
async function keep(worker) { // the site on the device, for the next visit
  const site = await worker.register("sw.js");
  offer(site);
  site.addEventListener("updatefound", () => site.installing.addEventListener("statechange", () => offer(site)));
  if (worker.controller) worker.oncontrollerchange = () => answered || location.reload();
  by("newer").lastChild.onclick = () => site.waiting ? site.waiting.postMessage("take over") : location.reload();
}
load().then(() => navigator.serviceWorker && keep(navigator.serviceWorker).catch(() => {}), () => fail("failed"));
