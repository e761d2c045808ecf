// Documents inside documents, documents of other kinds, navigations, and what browsers offer to scripts beyond requests.

const gif = (h) => `https://${h}/a.gif`;
const frame = (h) => `<iframe src='https://${h}/embed/1'></iframe>`;
const run = (code) => ({ body: (h, at) => `<script>{${code(h, at)}}</script>` });
const blank = (then) => run((h, at) => `const f = document.createElement("iframe"); document.body.append(f); ${then(h, at)}`);
const embed = (h) => `https://${h}/embed/1`;
const slashes = (text) => text.replaceAll("</", "<\\/");

export const frames = {
  "blank-write-image": blank((h) => `f.contentDocument.write("<img src='${gif(h)}'>")`),
  "blank-write-frame": blank((h) => `f.contentDocument.write("${frame(h)}")`),
  "blank-append-frame": blank((h) => `const g = f.contentDocument.createElement("iframe"); g.src = "${embed(h)}"; f.contentDocument.body.append(g)`),
  "blank-append-script": blank((h) => `const g = f.contentDocument.createElement("script"); g.src = "https://${h}/a.js"; f.contentDocument.body.append(g)`),
  "blank-inner-frame": blank((h) => `f.contentDocument.body.innerHTML = "${frame(h)}"`),
  "blank-own-fetch": blank((h) => `f.contentWindow.fetch("https://${h}/a").catch(() => {})`),
  "blank-own-image": blank((h) => `new f.contentWindow.Image().src = "${gif(h)}"`),
  "blank-location": blank((h) => `f.contentWindow.location = "${embed(h)}"`),
  "blank-location-replace": blank((h) => `f.contentWindow.location.replace("${embed(h)}")`),
  "blank-window-open": { body: (h) => `<iframe name="bwo"></iframe><script>window.open("${embed(h)}", "bwo")</script>` },
  "blank-link": blank((h) => `f.contentDocument.body.innerHTML = "<a href='https://${h}/'>x</a>"`),
  "blank-own-methods": blank((h) => `const w = f.contentWindow; const g = document.createElement("iframe"); g.src = "${embed(h)}"; w.Node.prototype.appendChild.call(document.body, g)`),
  "srcdoc-created": run((h) => `const f = document.createElement("iframe"); f.srcdoc = "${frame(h)}"; document.body.append(f)`),
  "srcdoc-created-script": run((h) => `const f = document.createElement("iframe"); f.srcdoc = "<script>new Image().src = '${gif(h)}'<\\/script>"; document.body.append(f)`),
  "srcdoc-created-script-frame": run((h) => `const f = document.createElement("iframe"); f.srcdoc = "<body><script>var g = document.createElement('iframe'); g.src = '${embed(h)}'; document.body.append(g)<\\/script>"; document.body.append(f)`),
  "blob-frame": run((h) => `const f = document.createElement("iframe"); f.src = URL.createObjectURL(new Blob(["<img src='${gif(h)}'>"], { type: "text/html" })); document.body.append(f)`),
  "blob-frame-frame": run((h) => `const f = document.createElement("iframe"); f.src = URL.createObjectURL(new Blob(["${slashes(frame(h))}"], { type: "text/html" })); document.body.append(f)`),
  "data-frame-created": run((h) => `const f = document.createElement("iframe"); f.src = "data:text/html,${slashes(frame(h))}"; document.body.append(f)`),
  "javascript-frame-created": run((h) => `const f = document.createElement("iframe"); f.src = "javascript:\\"${slashes(frame(h))}\\""; document.body.append(f)`),
  "target-link": { body: (h) => `<iframe name="tl"></iframe><a id="tl" target="tl" href="${embed(h)}">x</a><script>document.getElementById("tl").click()</script>` },
  "target-form": { body: (h) => `<iframe name="tf"></iframe><form id="tf" target="tf" action="${embed(h)}"></form><script>document.getElementById("tf").submit()</script>` },
  "target-form-post": { body: (h) => `<iframe name="tp"></iframe><form id="tp" method="post" target="tp" action="${embed(h)}"><button formtarget="tp">x</button></form><script>document.querySelector("#tp button").click()</script>` },
  "own-frame-script-frame": { body: (h, at) => `<iframe src="${at}/i"></iframe>`, files: (h) => ({ "/i": `<!DOCTYPE html><title>i</title><body><script>const f = document.createElement("iframe"); f.src = "${embed(h)}"; document.body.append(f)</script>` }) },
  "own-frame-location": { body: (h, at) => `<iframe src="${at}/i"></iframe>`, files: (h) => ({ "/i": `<!DOCTYPE html><title>i</title><script>location = "${embed(h)}"</script>` }) },
  "own-frame-from-outside": { body: (h, at) => `<iframe id="ofo" src="${at}/i"></iframe><script>{const f = document.getElementById("ofo"); f.onload = () => { f.onload = null; const g = f.contentDocument.createElement("iframe"); g.src = "${embed(h)}"; f.contentDocument.body.append(g) }}</script>`, files: () => ({ "/i": "<!DOCTYPE html><title>i</title><body><p>x" }) },
};

const svgDocument = (inner) => ({ type: "image/svg+xml", body: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90">${inner}</svg>` });
const xml = (body, type = "application/xml") => ({ type, body: `<?xml version="1.0"?>${body}` });
const xhtml = `xmlns="http://www.w3.org/1999/xhtml"`;
const xsl = (inner) => xml(`<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="html"/><xsl:template match="/"><html><body>${inner}</body></html></xsl:template></xsl:stylesheet>`, "text/xsl");
const top = (reply) => ({ alone: true, files: (h) => ({ "": reply(h) }) });
const inFrame = (reply) => ({ body: (h, at) => `<iframe src="${at}/d"></iframe>`, files: (h) => ({ "/d": reply(h) }) });
const styled = (inner) => ({ alone: true, files: (h, at) => ({ "": xml(`<?xml-stylesheet type="text/xsl" href="${at}/t.xsl"?><a/>`), "/t.xsl": xsl(inner(h)) }) });

/** One page of PDF with an action that runs when it opens. */
const pdf = (action) => ({
  type: "application/pdf",
  body: `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction ${action}>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
%%EOF`,
});

const image = (h) => `<img src="${gif(h)}"/>`;
const error = (status, inner) => top((h) => ({ status, body: `<!DOCTYPE html><title>e</title>${inner(h)}` }));

export const documents = {
  "svg-top-image": top((h) => svgDocument(`<image width="9" height="9" href="${gif(h)}"/>`)),
  "svg-top-script": top((h) => svgDocument(`<script href="https://${h}/a.js"/>`)),
  "svg-top-style": top((h) => svgDocument(`<style>rect{fill:red;background:url(${gif(h)})} @import "https://${h}/a.css";</style><rect width="9" height="9"/>`)),
  "svg-top-frame": top((h) => svgDocument(`<foreignObject width="50" height="50"><iframe ${xhtml} src="${embed(h)}"/></foreignObject>`)),
  "svg-top-preconnect": top((h) => svgDocument(`<link ${xhtml} rel="preconnect" href="https://${h}"/>`)),
  "svg-top-inline-script": top((h) => svgDocument(`<script>fetch("https://${h}/a")</script>`)),
  "svg-top-created-frame": top((h) => svgDocument(`<script>const f = document.createElementNS("http://www.w3.org/1999/xhtml", "iframe"); f.src = "${embed(h)}"; const o = document.createElementNS("http://www.w3.org/2000/svg", "foreignObject"); o.append(f); document.documentElement.append(o)</script>`)),
  "svg-top-created-preconnect": top((h) => svgDocument(`<script>const l = document.createElementNS("http://www.w3.org/1999/xhtml", "link"); l.rel = "preconnect"; l.href = "https://${h}"; document.documentElement.append(l)</script>`)),
  "svg-top-handler": top((h) => ({ type: "image/svg+xml", body: `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" onload="const f = document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe'); f.src = '${embed(h)}'; document.documentElement.append(f)"/>` })),
  "svg-frame-image": inFrame((h) => svgDocument(`<image width="9" height="9" href="${gif(h)}"/>`)),
  "svg-frame-frame": inFrame((h) => svgDocument(`<foreignObject width="50" height="50"><iframe ${xhtml} src="${embed(h)}"/></foreignObject>`)),
  "svg-frame-preconnect": inFrame((h) => svgDocument(`<link ${xhtml} rel="preconnect" href="https://${h}"/>`)),
  "svg-object": { body: (h, at) => `<object data="${at}/o.svg" type="image/svg+xml"></object>`, files: (h) => ({ "/o.svg": svgDocument(`<image width="9" height="9" href="${gif(h)}"/>`) }) },
  "xml-top-image": top((h) => xml(`<a><img ${xhtml} src="${gif(h)}"/></a>`)),
  "xml-top-frame": top((h) => xml(`<a><iframe ${xhtml} src="${embed(h)}"/></a>`, "text/xml")),
  "xml-top-preconnect": top((h) => xml(`<a><link ${xhtml} rel="preconnect" href="https://${h}"/></a>`)),
  "xml-top-refresh": top((h) => xml(`<a><meta ${xhtml} http-equiv="refresh" content="0;url=https://${h}/"/></a>`)),
  "xml-top-created-frame": top((h) => xml(`<a><script ${xhtml}>const f = document.createElementNS("http://www.w3.org/1999/xhtml", "iframe"); f.src = "${embed(h)}"; document.documentElement.append(f)</script></a>`)),
  "xml-top-script": top((h) => xml(`<a><script ${xhtml} src="https://${h}/a.js"/></a>`, "application/rss+xml")),
  "xml-stylesheet-css": top((h) => xml(`<?xml-stylesheet type="text/css" href="https://${h}/a.css"?><a>x</a>`)),
  "xml-stylesheet-xsl": top((h) => xml(`<?xml-stylesheet type="text/xsl" href="https://${h}/a.xsl"?><a>x</a>`)),
  "xml-external-entity": top((h) => xml(`<!DOCTYPE a SYSTEM "https://${h}/a.dtd"><a>x</a>`)),
  "xml-frame-frame": inFrame((h) => xml(`<a><iframe ${xhtml} src="${embed(h)}"/></a>`)),
  "xslt-image": styled(image),
  "xslt-frame": styled((h) => `<iframe src="${embed(h)}"></iframe>`),
  "xslt-preconnect": styled((h) => `<link rel="preconnect" href="https://${h}"/>`),
  "xhtml-top-image": top((h) => ({ type: "application/xhtml+xml", body: `<html ${xhtml}><head><title>x</title></head><body>${image(h)}</body></html>` })),
  "xhtml-top-frame": top((h) => ({ type: "application/xhtml+xml", body: `<html ${xhtml}><head><title>x</title></head><body><iframe src="${embed(h)}"/></body></html>` })),
  "xhtml-top-created-frame": top((h) => ({ type: "application/xhtml+xml", body: `<html ${xhtml}><head><title>x</title></head><body><script>const f = document.createElement("iframe"); f.src = "${embed(h)}"; document.body.append(f)</script></body></html>` })),
  "xhtml-top-inner": top((h) => ({ type: "application/xhtml+xml", body: `<html ${xhtml}><head><title>x</title></head><body><p id="p"/><script>document.getElementById("p").innerHTML = "&lt;iframe xmlns='http://www.w3.org/1999/xhtml' src='${embed(h)}'/>"</script></body></html>` })),
  "xhtml-top-created-preconnect": top((h) => ({ type: "application/xhtml+xml", body: `<html ${xhtml}><head><title>x</title><script>const l = document.createElement("link"); l.rel = "preconnect"; l.href = "https://${h}"; document.head.append(l)</script></head><body>x</body></html>` })),
  "xhtml-prefixed-frame": top((h) => ({ type: "application/xhtml+xml", body: `<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>x</h:title></h:head><h:body><h:iframe src="${embed(h)}"/></h:body></h:html>` })),
  "xhtml-stylesheet-instruction": top((h) => ({ type: "application/xhtml+xml", body: `<?xml-stylesheet href="https://${h}/a.css"?><html ${xhtml}><head><title>x</title></head><body>x</body></html>` })),
  "pdf-open-action": top((h) => pdf(`<</S/URI/URI(https://${h}/)>>`)),
  "pdf-script": top((h) => pdf(`<</S/JavaScript/JS(app.launchURL\\("https://${h}/", true\\);)>>`)),
  "pdf-frame": { body: (h, at) => `<iframe src="${at}/a.pdf"></iframe>`, files: (h) => ({ "/a.pdf": pdf(`<</S/URI/URI(https://${h}/)>>`) }) },
  "text-as-html": top((h) => ({ type: "text/plain", body: `<!DOCTYPE html><img src="${gif(h)}">` })),
  "multipart": top((h) => ({ type: "multipart/x-mixed-replace; boundary=b", body: `--b\r\nContent-Type: text/html\r\n\r\n<img src="${gif(h)}">\r\n--b--\r\n` })),
  "error-404-frame": error(404, frame),
  "error-404-image": error(404, image),
  "error-500-frame": error(500, frame),
  "error-500-preconnect": error(500, (h) => `<link rel="preconnect" href="https://${h}">`),
  "error-403-script": error(403, (h) => `<script src="https://${h}/a.js"></script>`),
  "error-404-own-frame": { body: (h, at) => `<iframe src="${at}/e"></iframe>`, files: (h) => ({ "/e": { status: 404, body: `<!DOCTYPE html><title>e</title>${frame(h)}` } }) },
  "error-401-image": top((h) => ({ status: 401, headers: { "www-authenticate": `Basic realm="x"` }, body: `<!DOCTYPE html>${image(h)}` })),
};

const leaves = (code) => ({ alone: true, page: (h, at) => `<!DOCTYPE html><title>n</title><body><script>${code(h, at)}</script>` });
const clicked = (markup) => ({ alone: true, page: (h, at) => `<!DOCTYPE html><title>n</title><body>${markup(h, at)}`, act: (page) => page.click("#go") });

export const navigations = {
  "location-assigned": leaves((h) => `location = "https://${h}/"`),
  "location-replaced": leaves((h) => `location.replace("https://${h}/")`),
  "navigation-api": leaves((h) => `navigation.navigate("https://${h}/")`),
  "form-submitted": leaves((h) => `document.body.innerHTML = '<form action="https://${h}/"></form>'; document.forms[0].submit()`),
  "form-posted": leaves((h) => `document.body.innerHTML = '<form method="post" action="https://${h}/"></form>'; document.forms[0].requestSubmit()`),
  "link-clicked-by-script": leaves((h) => `document.body.innerHTML = '<a href="https://${h}/">x</a>'; document.links[0].click()`),
  "own-redirect": { alone: true, files: (h) => ({ "": { status: 302, headers: { location: `https://${h}/` }, body: "" } }) },
  "own-redirect-of-a-form": { alone: true, page: (h, at) => `<!DOCTYPE html><title>n</title><body><form method="post" action="${at}/go"></form><script>document.forms[0].submit()</script>`, files: (h) => ({ "/go": { status: 303, headers: { location: `https://${h}/` }, body: "" } }) },
  "popup-on-a-click": clicked((h) => `<button id="go" onclick="window.open('https://${h}/')">x</button>`),
  "popup-own-page": { ...clicked((h, at) => `<button id="go" onclick="window.open('${at}/p')">x</button>`), files: (h) => ({ "/p": `<!DOCTYPE html><title>p</title>${frame(h)}<img src="${gif(h)}">` }) },
  "popup-blank-written": clicked((h) => `<button id="go" onclick="window.open('').document.write('<img src=${gif(h)}>')">x</button>`),
  "popup-blank-frame": clicked((h) => `<button id="go" onclick="window.open('').document.write('<iframe src=${embed(h)}></iframe>')">x</button>`),
  "popup-blob": clicked((h) => `<button id="go" onclick="window.open(window.URL.createObjectURL(new Blob(['<img src=${gif(h)}>'], { type: 'text/html' })))">x</button>`),
  "frame-top-location": { alone: true, page: (h, at) => `<!DOCTYPE html><title>n</title><iframe src="${at}/i"></iframe>`, files: (h) => ({ "/i": `<!DOCTYPE html><title>i</title><script>top.location = "https://${h}/"</script>` }) },
  "back-forward": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>b</title><script>addEventListener("pageshow", (e) => { if (e.persisted || performance.getEntriesByType("navigation")[0].type === "back_forward") new Image().src = "${gif(h)}" })</script><p>x`,
    files: () => ({ "/next": "<!DOCTYPE html><title>n</title>" }),
    act: async (page) => {
      const at = await page.evaluate(() => location.pathname);
      await page.goto(new URL(`${at}/next`, await page.evaluate(() => location.href)).href, { waitUntil: "load" });
      await page.evaluate(() => history.back());
    },
  },
};

/** A page that asks a browser's API once it was clicked. */
const asks = (code) => clicked((h, at) => `<button id="go">x</button><script>document.getElementById("go").onclick = async () => { try { ${code(h, at)} } catch (e) { document.title = String(e) } }</script>`);
const stun = (url) => `const p = new RTCPeerConnection({ iceServers: [${url}] }); p.createDataChannel("c"); p.createOffer().then((o) => p.setLocalDescription(o))`;

export const apis = {
  "webrtc-stun": { udp: 3478, ...run((h) => stun(`{ urls: "stun:${h}:3478" }`)) },
  "webrtc-turn": run((h) => stun(`{ urls: "turn:${h}:5349?transport=tcp", username: "a", credential: "b" }`)),
  "webrtc-turns": run((h) => stun(`{ urls: "turns:${h}:443?transport=tcp", username: "a", credential: "b" }`)),
  "webrtc-in-a-frame": { udp: 19302, ...run((h) => `const f = document.createElement("iframe"); document.body.append(f); { const RTCPeerConnection = f.contentWindow.RTCPeerConnection; ${stun(`{ urls: "stun:${h}:19302" }`)} }`) },
  "webrtc-set-configuration": run((h) => `const p = new RTCPeerConnection(); p.setConfiguration({ iceServers: [{ urls: "stun:${h}:3478" }] }); p.createDataChannel("c"); p.createOffer().then((o) => p.setLocalDescription(o))`),
  "webrtc-candidate": { udp: 443, ...run((h) => `const a = new RTCPeerConnection(), b = new RTCPeerConnection(); a.createDataChannel("c"); a.createOffer().then(async (o) => { await a.setLocalDescription(o); await b.setRemoteDescription(o); await b.setLocalDescription(await b.createAnswer()); await a.setRemoteDescription(b.localDescription); await a.addIceCandidate({ candidate: "candidate:1 1 udp 2122260223 ${h} 443 typ host", sdpMid: "0", sdpMLineIndex: 0 }) }).catch(() => {})`) },
  "webrtc-description": { udp: 5555, ...run((h) => `const a = new RTCPeerConnection(), b = new RTCPeerConnection(); a.createDataChannel("c"); a.createOffer().then(async (o) => { await a.setLocalDescription(o); await b.setRemoteDescription(o); const d = await b.createAnswer(); await a.setRemoteDescription({ type: d.type, sdp: d.sdp + "a=candidate:1 1 udp 2122260223 ${h} 5555 typ host\\r\\n" }) }).catch(() => {})`) },
  "webauthn-related-origins": asks((h) => `await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), rpId: "${h}", allowCredentials: [] } })`),
  "webauthn-create": asks((h) => `await navigator.credentials.create({ publicKey: { challenge: new Uint8Array(32), rp: { id: "${h}", name: "x" }, user: { id: new Uint8Array(8), name: "x", displayName: "x" }, pubKeyCredParams: [{ type: "public-key", alg: -7 }] } })`),
  fedcm: asks((h) => `await navigator.credentials.get({ identity: { providers: [{ configURL: "https://${h}/config.json", clientId: "x" }] } })`),
  "fedcm-disconnect": asks((h) => `await IdentityCredential.disconnect({ configURL: "https://${h}/config.json", clientId: "x", accountHint: "x" })`),
  "payment-request": asks((h) => `await new PaymentRequest([{ supportedMethods: "https://${h}/pay" }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).show()`),
  "payment-can-make": asks((h) => `await new PaymentRequest([{ supportedMethods: "https://${h}/pay" }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).canMakePayment()`),
  "media-session-artwork": asks((h) => `navigator.mediaSession.metadata = new MediaMetadata({ title: "x", artwork: [{ src: "${gif(h)}" }] })`),
  notification: asks((h) => `await Notification.requestPermission(); new Notification("x", { icon: "${gif(h)}" })`),
  "storage-access-for": asks((h) => `await document.requestStorageAccessFor("https://${h}")`),
  "interest-group": asks((h) => `await navigator.joinAdInterestGroup({ owner: "https://${h}", name: "x", lifetimeMs: 9e6 }, 9)`),
  "shared-storage": asks((h) => `await sharedStorage.createWorklet("https://${h}/a.js")`),
  "background-fetch": { ...asks((h, at) => `const r = await navigator.serviceWorker.register("${at}/sw.js", { scope: "${at}/" }); await navigator.serviceWorker.ready; await r.backgroundFetch.fetch("x", ["https://${h}/a"])`), files: () => ({ "/sw.js": { type: "text/javascript", body: "" } }) },
  "document-picture-in-picture": asks((h) => `const w = await documentPictureInPicture.requestWindow(); w.document.body.innerHTML = "<img src='${gif(h)}'>"`),
  "reporting-observer-crash": asks((h) => `navigator.login?.setStatus("logged-in"); navigator.setAppBadge?.(1); new Image().src = "//${h}/a.gif"`),
  "protocol-handler": asks((h) => `navigator.registerProtocolHandler("web+lab", "https://${h}/?u=%s")`),
};
