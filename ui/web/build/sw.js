// Keeps the site on the device, so that it works offline after one visit. A newer version is fetched whole and then waits: it takes
// over when the person asks for it, or when no page of the site is open, and so never in the middle of an interview.
const version = "VERSION", files = "FILES", prefix = "knead " + registration.scope + " ";
const kept = () => caches.open(prefix + version);
addEventListener("install", (event) => {
  const requests = Object.entries(files).map(([name, integrity]) => new Request(name, { integrity, cache: "no-cache" }));
  event.waitUntil(kept().then((cache) => cache.addAll(requests)));
});
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(prefix) && name !== prefix + version;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => clients.claim()));
});
addEventListener("fetch", (event) => {
  const { url, method } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  const name = url.replace(/[?#].*/, "").replace(/index\.html$/, "");
  event.respondWith(kept().then((cache) => cache.match(name)).then((response) => {
    if (!response) return fetch(event.request);
    return response.redirected ? new Response(response.body, response) : response; // a page must not come from a redirect
  }));
});
