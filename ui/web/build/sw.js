// Keeps the site on the device, so that it works offline after one visit. A newer version is fetched whole and then waits: it takes
// over when the person asks for it, or when no page of the site is open, and so never in the middle of an interview.
const version = "VERSION", files = "FILES", prefix = "knead " + registration.scope + " ";
const kept = () => caches.open(prefix + version), old = (name) => name.startsWith(prefix) && name !== prefix + version;
const request = ([name, integrity]) => new Request(name, { integrity, cache: "no-cache" });
addEventListener("install", (event) => event.waitUntil(kept().then((cache) => cache.addAll(Object.entries(files).map(request)))));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("activate", (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { url, method } = event.request, name = url.replace(/[?#].*/, "").replace(/index\.html$/, "");
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  event.respondWith(kept().then((cache) => cache.match(name, { ignoreSearch: true })).catch(() => null).then((response) =>
    !response ? fetch(event.request) : response.redirected ? new Response(response.body, response) : response)); // no page may be redirected
});
