// Keeps what was read, and a page for when there is neither network nor copy.
const KEPT = "offline-1";
const LOST = "/offline/lost";

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll([LOST, "/offline/", "/offline/site.css"])));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !new URL(url).pathname.startsWith("/offline/")) return;
  if (mode === "navigate") event.respondWith(page(event.request));
});

async function page(request) {
  const cache = await caches.open(KEPT);
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) {
    await cache.put(request, answer.clone());
    return answer;
  }
  return (await cache.match(request)) ?? cache.match(LOST);
}
