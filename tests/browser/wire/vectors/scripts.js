// What a script of the site's own can cause: requests, workers, created content.

const run = (code) => ({ body: (h, at) => `<script>{${code(h, at)}}</script>` });
/** Runs in a module of its own, so that one that fails hinders no other. */
const later = (code) => ({ body: (h, at) => `<script type="module">${code(h, at)}</script>` });
const js = (body) => ({ type: "text/javascript", body });
const gif = (h) => `https://${h}/a.gif`;
const frame = (h) => `<iframe src='https://${h}/embed/1'></iframe>`;
const make = (name, h) => `const f = document.createElement("${name}"); f.src = "https://${h}/embed/1";`;
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

const custom = (h) => `lab-${h.split(".")[0]}`;

export const created = {
  "created-frame": run((h) => `${make("iframe", h)} document.body.append(f)`),
  "created-frame-then-src": run((h) => `const f = document.createElement("iframe"); document.body.append(f); f.src = "https://${h}/embed/1"`),
  "created-frame-set-attribute": run((h) => `const f = document.createElement("iframe"); document.body.append(f); f.setAttribute("src", "https://${h}/embed/1")`),
  "created-frame-attribute-node": run((h) => `const f = document.createElement("iframe"); const a = document.createAttribute("src"); a.value = "https://${h}/embed/1"; f.setAttributeNode(a); document.body.append(f)`),
  "created-frame-attribute-value": run((h) => `const f = document.createElement("iframe"); f.src = "/own-frame"; document.body.append(f); f.attributes.src.value = "https://${h}/embed/1"`),
  "created-frame-set-attribute-ns": run((h) => `const f = document.createElement("iframe"); document.body.append(f); f.setAttributeNS(null, "src", "https://${h}/embed/1")`),
  "created-frame-element-ns": run((h) => `const f = document.createElementNS("http://www.w3.org/1999/xhtml", "iframe"); f.src = "https://${h}/embed/1"; document.body.append(f)`),
  "created-frame-clone": run((h) => `${make("iframe", h)} document.body.append(f.cloneNode(true))`),
  "created-frame-import-node": run((h) => `const d = new DOMParser().parseFromString("${frame(h)}", "text/html"); document.body.append(document.importNode(d.body.firstChild, true))`),
  "created-frame-adopted": run((h) => `const d = new DOMParser().parseFromString("${frame(h)}", "text/html"); document.body.append(d.body.firstChild)`),
  "created-frame-move-before": run((h) => `${make("iframe", h)} const p = document.createElement("p"); document.body.append(p); (document.body.moveBefore ?? document.body.insertBefore).call(document.body, p, null); p.append(f)`),
  "created-object": run((h) => `const o = document.createElement("object"); o.type = "text/html"; o.data = "https://${h}/embed/1"; document.body.append(o)`),
  "created-embed": run((h) => `${make("embed", h)} f.type = "text/html"; document.body.append(f)`),
  "created-script": run((h) => `const s = document.createElement("script"); s.src = "https://${h}/a.js"; document.head.append(s)`),
  "created-stylesheet": run((h) => `const l = document.createElement("link"); l.rel = "stylesheet"; l.href = "https://${h}/a.css"; document.head.append(l)`),
  "created-preconnect": run((h) => `const l = document.createElement("link"); l.rel = "preconnect"; l.href = "https://${h}"; document.head.append(l)`),
  "created-preconnect-late": run((h) => `const l = document.createElement("link"); document.head.append(l); l.href = "https://${h}"; l.rel = "preconnect"`),
  "created-preconnect-rel-list": run((h) => `const l = document.createElement("link"); l.href = "https://${h}"; document.head.append(l); l.relList.add("preconnect")`),
  "created-dns-prefetch": run((h) => `const l = document.createElement("link"); l.rel = "dns-prefetch"; l.href = "//${h}"; document.head.append(l)`),
  "created-preload": run((h) => `const l = document.createElement("link"); l.rel = "preload"; l.as = "script"; l.href = "https://${h}/a.js"; document.head.append(l)`),
  "created-prefetch": run((h) => `const l = document.createElement("link"); l.rel = "prefetch"; l.href = "https://${h}/a.js"; document.head.append(l)`),
  "created-speculation-rules": run((h) => `const s = document.createElement("script"); s.type = "speculationrules"; s.textContent = JSON.stringify({ prefetch: [{ urls: ["https://${h}/next"], eagerness: "immediate" }] }); document.head.append(s)`),
  "created-meta-refresh": { alone: true, page: (h) => `<!DOCTYPE html><title>r</title><script>const m = document.createElement("meta"); m.httpEquiv = "refresh"; m.content = "0;url=https://${h}/"; document.head.append(m)</script>` },
  "created-base": { alone: true, page: (h) => `<!DOCTYPE html><title>b</title><script>const b = document.createElement("base"); b.href = "https://${h}/"; document.head.append(b); const f = document.createElement("iframe"); f.src = "embed/1"; document.documentElement.append(f)</script>` },
  "written-script": run((h) => `document.write('<script src="https://${h}/a.js"><\\/script>')`),
  "written-image": run((h) => `document.write('<img src="${gif(h)}">')`),
  "written-frame": run((h) => `document.write("${frame(h)}")`),
  "written-in-parts": run((h) => `document.write("<ifr"); document.write("ame src='https://${h}/emb"); document.write("ed/1'></ifr" + "ame>")`),
  "written-preconnect": run((h) => `document.write("<link rel=preconnect href='https://${h}'>")`),
  "inner-image-detached": run((h) => `document.createElement("div").innerHTML = "<img src='${gif(h)}'>"`),
  "inner-video-detached": run((h) => `document.createElement("div").innerHTML = "<video poster='${gif(h)}' src='https://${h}/a.mp4'></video>"`),
  "inner-frame": run((h) => `const d = document.createElement("div"); document.body.append(d); d.innerHTML = "${frame(h)}"`),
  "inner-fragment": run((h) => `document.body.append(document.createRange().createContextualFragment("${frame(h)}"))`),
  "inner-unsafe": run((h) => `const d = document.createElement("div"); document.body.append(d); d.setHTMLUnsafe("${frame(h)}")`),
  "inner-shadow-unsafe": run((h) => `const d = document.createElement("div"); document.body.append(d); d.setHTMLUnsafe("<p><template shadowrootmode=open>${frame(h)}</template></p>")`),
  "inner-adjacent": run((h) => `document.body.insertAdjacentHTML("beforeend", "${frame(h)}")`),
  "inner-svg-frame": run((h) => `const d = document.createElement("div"); document.body.append(d); d.innerHTML = "<svg><foreignObject>${frame(h)}</foreignObject></svg>"`),
  "exec-command": run((h) => `const d = document.createElement("div"); d.contentEditable = "true"; d.textContent = "x"; document.body.append(d); d.focus(); getSelection().selectAllChildren(d); document.execCommand("insertHTML", false, "${frame(h)}")`),
  "shadow-created-open": run((h) => `const d = document.createElement("div"); document.body.append(d); ${make("iframe", h)} d.attachShadow({ mode: "open" }).append(f)`),
  "shadow-created-closed": run((h) => `const d = document.createElement("div"); document.body.append(d); d.attachShadow({ mode: "closed" }).innerHTML = "${frame(h)}"`),
  "shadow-created-image": run((h) => `const d = document.createElement("div"); document.body.append(d); d.attachShadow({ mode: "closed" }).innerHTML = "<img src='${gif(h)}'>"`),
  "custom-element": { body: (h) => `<${custom(h)}></${custom(h)}><script>customElements.define("${custom(h)}", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "closed" }).innerHTML = "${frame(h)}" } })</script>` },
  "lazy-data-src": { body: (h) => `<img class="lz" data-src="${gif(h)}" alt=""><script>document.querySelectorAll(".lz").forEach((e) => { e.src = e.dataset.src })</script>` },
  "lazy-data-frame": { body: (h) => `<iframe class="lf" data-src="https://${h}/embed/1"></iframe><script>document.querySelectorAll(".lf").forEach((e) => { e.src = e.dataset.src })</script>` },
  "xslt-processor": run((h) => `const p = new XSLTProcessor(); const parse = (s) => new DOMParser().parseFromString(s, "text/xml"); p.importStylesheet(parse('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><img src="${gif(h)}"/></xsl:template></xsl:stylesheet>')); document.body.append(p.transformToFragment(parse("<a/>"), document))`),
};
