// The script of the page: it loads the guide, sends it what a person does, and shows what it returns.
"use strict";
const main = document.querySelector("main"), live = document.getElementById("live"), by = (id) => document.getElementById(id);
let first = true, say = 0;

function show(page) {
  if (!page.html) return;
  const box = page.part ? by(page.part) : main;
  box.innerHTML = page.html;
  clearTimeout(say);
  live.textContent = "";
  say = setTimeout(() => { live.textContent = page.say; }, 150); // a region that was just emptied is read anew
  if (page.part) return;
  document.title = page.title;
  first = page.first;
  const to = page.focus && by(page.focus);
  if (page.focus === "title") scrollTo(0, 0);
  if (to) to.focus({ preventScroll: page.focus === "title" });
  if (page.print) print();
}

function send(todo, control) {
  const form = [];
  for (const f of main.querySelectorAll("form")) for (const [name, value] of new FormData(f)) form.push(name, value);
  show(knead(todo, control?.name || "", control?.value || "", form));
}

main.addEventListener("submit", (e) => {
  e.preventDefault();
  if (e.submitter) send(e.submitter.value);
});
main.addEventListener("change", (e) => { if (e.target.type !== "search") send("mark", e.target); });
main.addEventListener("input", (e) => { if (e.target.type === "search") send("find", e.target); });
main.addEventListener("click", (e) => {
  const todo = e.target.closest("[data-do]"), link = e.target.closest("a[href^='#']");
  if (todo) return send(todo.dataset.do);
  const to = link && by(link.hash.slice(1));
  if (!to) return;
  e.preventDefault();
  for (let d = to; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
  to.tabIndex = -1;
  to.focus();
});
addEventListener("popstate", () => { // one page back in the questions, not out of them
  if (first) return history.back();
  history.pushState(null, "");
  send("back");
});
addEventListener("beforeunload", (e) => { if (!first) e.preventDefault(); });

async function load() {
  const go = new Go();
  const file = await fetch("knead.wasm.gz").catch(() => null);
  const source = file?.ok && self.DecompressionStream
    ? new Response(file.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "content-type": "application/wasm" } })
    : fetch("knead.wasm");
  go.run((await WebAssembly.instantiateStreaming(source, go.importObject)).instance);
  history.pushState(null, "");
  by("loading")?.remove();
  for (const b of main.querySelectorAll("[disabled]")) b.disabled = false;
}
load().catch(() => { by("loading").textContent = "The questions could not be loaded. Reload the page, or read the library."; });
navigator.serviceWorker?.register("sw.js");
