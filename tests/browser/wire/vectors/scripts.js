// What a script of the site's own can cause: requests and workers.

const run = (code) => ({ body: (h, at) => `<script>{${code(h, at)}}</script>` });
/** Runs in a module of its own, so that one that fails hinders no other. */
const later = (code) => ({ body: (h, at) => `<script type="module">${code(h, at)}</script>` });
const js = (body) => ({ type: "text/javascript", body });
const gif = (h) => `https://${h}/a.gif`;
const blob = (code) => `URL.createObjectURL(new Blob([${JSON.stringify(code).replaceAll("</", "<\\/")}], { type: "text/javascript" }))`;

export const requests = {
  "script-image": run((h) => `new Image().src = "${gif(h)}"`),
  "script-audio": run((h) => `const a = new Audio("https://${h}/a.mp3"); a.preload = "auto"; a.load()`),
  "script-fetch": run((h) => `fetch("https://${h}/a").catch(() => {})`),
  "script-fetch-no-cors": run((h) => `fetch("https://${h}/a", { mode: "no-cors" }).catch(() => {})`),
  "script-fetch-keepalive": run((h) => `fetch("https://${h}/a", { method: "POST", keepalive: true, body: "x" }).catch(() => {})`),
  "script-fetch-later": run((h) => `fetchLater?.("https://${h}/a", { activateAfter: 0 })`),
  "script-xhr": run((h) => `const x = new XMLHttpRequest(); x.open("GET", "https://${h}/a"); x.send()`),
  "script-xhr-sync": run((h) => `const x = new XMLHttpRequest(); x.open("GET", "https://${h}/a", false); try { x.send() } catch {}`),
  "script-event-source": run((h) => `new EventSource("https://${h}/a")`),
  "script-web-socket": run((h) => `try { new WebSocket("wss://${h}/a") } catch {}`),
  "script-web-transport": run((h) => `try { const t = new WebTransport("https://${h}/a"); t.ready.catch(() => {}); t.closed.catch(() => {}) } catch {}`),
  "script-beacon": run((h) => `navigator.sendBeacon("https://${h}/a", "x")`),
  "script-beacon-unload": { alone: true, page: (h, at) => `<!DOCTYPE html><title>u</title><script>addEventListener("pagehide", () => navigator.sendBeacon("https://${h}/a")); setTimeout(() => location = "${at}/next", 200)</script>`, files: () => ({ "/next": "<!DOCTYPE html><title>n</title>" }) },
  "script-ping": { body: (h) => `<a id="ping" href="#ping" ping="https://${h}/ping">x</a><script>document.getElementById("ping").click()</script>` },
  "script-area-ping": { body: (h) => `<map><area id="aping" href="#aping" ping="https://${h}/ping"></map><script>document.getElementById("aping").click()</script>` },
  "script-dynamic-import": run((h) => `import("https://${h}/a.js").catch(() => {})`),
  "script-redirected-image": { body: (h, at) => `<img src="${at}/go" alt="">`, files: (h) => ({ "/go": { status: 302, headers: { location: gif(h) }, body: "" } }) },
  "script-redirected-script": { body: (h, at) => `<script src="${at}/go"></script>`, files: (h) => ({ "/go": { status: 301, headers: { location: `https://${h}/a.js` }, body: "" } }) },
  "script-redirected-style": { body: (h, at) => `<link rel="stylesheet" href="${at}/go">`, files: (h) => ({ "/go": { status: 307, headers: { location: `https://${h}/a.css` }, body: "" } }) },
  "script-redirected-fetch": { body: (h, at) => `<script>fetch("${at}/go").catch(() => {})</script>`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/a`, "access-control-allow-origin": "*" }, body: "" } }) },
  "script-redirected-beacon": { body: (h, at) => `<script>navigator.sendBeacon("${at}/go", "x")</script>`, files: (h) => ({ "/go": { status: 307, headers: { location: `https://${h}/a` }, body: "" } }) },
  "script-redirected-twice": { body: (h, at) => `<img src="${at}/go" alt="">`, files: (h, at) => ({ "/go": { status: 302, headers: { location: `${at}/on` }, body: "" }, "/on": { status: 302, headers: { location: gif(h) }, body: "" } }) },
  "script-redirected-event-source": { body: (h, at) => `<script>new EventSource("${at}/go")</script>`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/a` }, body: "" } }) },
  "script-redirected-object": { body: (h, at) => `<object data="${at}/go" type="text/html"></object>`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/embed/1` }, body: "" } }) },
  "script-redirected-frame": { body: (h, at) => `<iframe src="${at}/go"></iframe>`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/embed/1` }, body: "" } }) },
  "script-redirected-frame-twice": { body: (h, at) => `<iframe src="${at}/go"></iframe>`, files: (h, at) => ({ "/go": { status: 303, headers: { location: `${at}/on` }, body: "" }, "/on": { status: 308, headers: { location: `//${h}/embed/1` }, body: "" } }) },
  "script-redirected-created-frame": { body: (h, at) => `<script>{const f = document.createElement("iframe"); f.src = "${at}/go"; document.body.append(f)}</script>`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/embed/1` }, body: "" } }) },
};

export const workers = {
  "worker-fetch": { body: (h, at) => `<script>new Worker("${at}/w.js")</script>`, files: (h) => ({ "/w.js": js(`fetch("https://${h}/a").catch(() => {})`) }) },
  "worker-import-scripts": { body: (h, at) => `<script>new Worker("${at}/w.js")</script>`, files: (h) => ({ "/w.js": js(`importScripts("https://${h}/a.js")`) }) },
  "worker-module": { body: (h, at) => `<script>new Worker("${at}/w.js", { type: "module" })</script>`, files: (h) => ({ "/w.js": js(`import "https://${h}/a.js"`) }) },
  "worker-web-socket": { body: (h, at) => `<script>new Worker("${at}/w.js")</script>`, files: (h) => ({ "/w.js": js(`new WebSocket("wss://${h}/a")`) }) },
  "worker-of-a-worker": { body: (h, at) => `<script>new Worker("${at}/v.js")</script>`, files: (h, at) => ({ "/v.js": js(`new Worker("${at}/w.js")`), "/w.js": js(`fetch("https://${h}/a").catch(() => {})`) }) },
  "worker-blob": run((h) => `new Worker(${blob(`fetch("https://${h}/a").catch(() => {})`)})`),
  "worker-data": run((h) => `new Worker("data:text/javascript,fetch('https://${h}/a').catch(() => {})")`),
  "worker-redirected": { body: (h, at) => `<script>new Worker("${at}/w.js")</script>`, files: (h) => ({ "/w.js": { status: 302, headers: { location: `https://${h}/a.js` }, body: "" } }) },
  "worker-shared": { body: (h, at) => `<script>new SharedWorker("${at}/w.js")</script>`, files: (h) => ({ "/w.js": js(`fetch("https://${h}/a").catch(() => {})`) }) },
  "worker-shared-blob": run((h) => `new SharedWorker(${blob(`fetch("https://${h}/a").catch(() => {})`)})`),
  "worker-event-source": { body: (h, at) => `<script>new Worker("${at}/w.js")</script>`, files: (h) => ({ "/w.js": js(`new EventSource("https://${h}/a")`) }) },
  "worklet-audio": later((h) => `new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule("https://${h}/a.js").catch(() => {})`),
  "worklet-audio-import": { body: (h, at) => `<script type="module">new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule("${at}/w.js").catch(() => {})</script>`, files: (h) => ({ "/w.js": js(`import "https://${h}/a.js"`) }) },
  "worklet-paint": later((h) => `CSS.paintWorklet.addModule("https://${h}/a.js").catch(() => {})`),
  "service-worker-fetch": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>s</title><script>navigator.serviceWorker.register("${at}/sw.js", { scope: "${at}/" })</script>`,
    files: (h) => ({ "/sw.js": js(`addEventListener("install", () => fetch("https://${h}/a").catch(() => {}))`) }),
  },
  "service-worker-import": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>s</title><script>navigator.serviceWorker.register("${at}/sw.js", { scope: "${at}/" })</script>`,
    files: (h) => ({ "/sw.js": js(`importScripts("https://${h}/a.js")`) }),
  },
  "service-worker-page": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>s</title><script>navigator.serviceWorker.register("${at}/sw.js", { scope: "${at}/" }).then(async (r) => {
const w = r.installing ?? r.waiting ?? r.active;
const go = () => w.state === "activated" && document.body.append(Object.assign(document.createElement("iframe"), { src: "${at}/made-up" }));
w.onstatechange = go; go() })</script><body>`,
    files: (h) => ({ "/sw.js": js(`addEventListener("fetch", (e) => { if (e.request.url.endsWith("made-up")) e.respondWith(new Response("<!DOCTYPE html><img src='https://${h}/a.gif'>", { headers: { "content-type": "text/html" } })) })`) }),
  },
  "service-worker-redirect": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>s</title><script>navigator.serviceWorker.register("${at}/sw.js", { scope: "${at}/" }).then(async (r) => {
const w = r.installing ?? r.waiting ?? r.active;
const go = () => w.state === "activated" && document.body.append(Object.assign(document.createElement("iframe"), { src: "${at}/gone" }));
w.onstatechange = go; go() })</script><body>`,
    files: (h) => ({ "/sw.js": js(`addEventListener("fetch", (e) => { if (e.request.url.endsWith("gone")) e.respondWith(Response.redirect("https://${h}/embed/1")) })`) }),
  },
};
