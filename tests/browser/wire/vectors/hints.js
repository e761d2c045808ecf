// Resource hints, links and headers: what a browser does ahead of, or beside, the page.

const link = (attributes) => ({ body: (h) => `<link ${attributes(h)}>` });
/** A page of its own with these headers. */
const headed = (headers, page = "<!DOCTYPE html><title>h</title><p>x") => ({
  alone: true,
  files: (h, at) => ({ "": { headers: headers(h, at), body: page } }),
});
const rules = (h) => JSON.stringify({ prefetch: [{ source: "list", urls: [`https://${h}/next`], eagerness: "immediate" }] });
const speculate = (json) => `<script type="speculationrules">${json}</script>`;
const list = (kind, url, more = {}) => JSON.stringify({ [kind]: [{ source: "list", urls: [url], eagerness: "immediate", ...more }] });

export const hints = {
  preconnect: link((h) => `rel="preconnect" href="https://${h}"`),
  "preconnect-crossorigin": link((h) => `rel="preconnect" href="https://${h}" crossorigin`),
  "dns-prefetch": link((h) => `rel="dns-prefetch" href="//${h}"`),
  preload: link((h) => `rel="preload" as="image" href="https://${h}/a.gif"`),
  "preload-style": link((h) => `rel="preload" as="style" href="https://${h}/a.css"`),
  "preload-script": link((h) => `rel="preload" as="script" href="https://${h}/a.js"`),
  "preload-font": link((h) => `rel="preload" as="font" crossorigin href="https://${h}/a.woff2"`),
  "preload-fetch": link((h) => `rel="preload" as="fetch" crossorigin href="https://${h}/a.json"`),
  "preload-imagesrcset": link((h) => `rel="preload" as="image" href="/own.gif" imagesrcset="https://${h}/a.gif 1x"`),
  modulepreload: link((h) => `rel="modulepreload" href="https://${h}/a.js"`),
  prefetch: link((h) => `rel="prefetch" href="https://${h}/a.js"`),
  "prefetch-document": link((h) => `rel="prefetch" as="document" href="https://${h}/next"`),
  "link-prerender": link((h) => `rel="prerender" href="https://${h}/next"`),
  "link-next": link((h) => `rel="next" href="https://${h}/next"`),
  icon: { alone: true, page: (h) => `<!DOCTYPE html><html><head><title>i</title><link rel="icon" href="https://${h}/a.png"></head><body>x</body></html>` },
  "apple-touch-icon": { alone: true, page: (h) => `<!DOCTYPE html><html><head><title>i</title><link rel="apple-touch-icon" href="https://${h}/a.png"></head><body>x</body></html>` },
  manifest: { alone: true, page: (h) => `<!DOCTYPE html><html><head><title>m</title><link rel="manifest" href="https://${h}/a.webmanifest"></head><body>x</body></html>` },
  "manifest-icons": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><html><head><title>m</title><link rel="manifest" href="${at}/m.webmanifest"></head><body>x</body></html>`,
    files: (h) => ({ "/m.webmanifest": { type: "application/manifest+json", body: JSON.stringify({ name: "x", start_url: "/", display: "standalone", icons: [{ src: `https://${h}/a.png`, sizes: "512x512" }] }) } }),
  },
  "compression-dictionary": link((h) => `rel="compression-dictionary" href="https://${h}/a.dict"`),
  "link-search": link((h) => `rel="search" type="application/opensearchdescription+xml" title="lab" href="https://${h}/os.xml"`),
  "meta-refresh": { alone: true, page: (h) => `<!DOCTYPE html><html><head><meta http-equiv="refresh" content="0;url=https://${h}/"><title>r</title></head><body>x</body></html>` },
  "meta-refresh-odd": { alone: true, page: (h) => `<!DOCTYPE html><html><head><meta http-equiv="REFRESH" content=" 0 , URL = 'https://${h}/' x"><title>r</title></head><body>x</body></html>` },
  "own-frame-meta-refresh": { body: (h, at) => `<iframe src="${at}/i"></iframe>`, files: (h) => ({ "/i": `<!DOCTYPE html><meta http-equiv="refresh" content="0;url=https://${h}/"><title>r</title>` }) },
  "speculation-prefetch": { body: (h) => speculate(list("prefetch", `https://${h}/next`)) },
  "speculation-prerender": { alone: true, page: (h) => `<!DOCTYPE html><title>s</title><p>x${speculate(list("prerender", `https://${h}/next`))}` },
  "speculation-document": {
    alone: true,
    page: (h) => `<!DOCTYPE html><title>s</title><a href="https://${h}/next">x</a>${speculate(JSON.stringify({ prefetch: [{ source: "document", eagerness: "immediate" }] }))}`,
  },
  "speculation-own-redirect": {
    body: (h, at) => speculate(list("prefetch", `${at}/go`)),
    files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/next` }, body: "" } }),
  },
  "prerendered-own-redirect": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>s</title><p>x${speculate(list("prerender", `${at}/go`))}`,
    files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/next` }, body: "" } }),
  },
  "prerendered-own-page": {
    alone: true,
    page: (h, at) => `<!DOCTYPE html><title>s</title><p>x${speculate(list("prerender", `${at}/next`))}`,
    files: (h) => ({ "/next": `<!DOCTYPE html><title>n</title><img src="https://${h}/a.gif"><iframe src="https://${h}/embed/1"></iframe>` }),
  },
  "prefetch-own-redirect": { body: (h, at) => `<link rel="prefetch" href="${at}/go">`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/a.js` }, body: "" } }) },
  "preload-own-redirect": { body: (h, at) => `<link rel="preload" as="style" href="${at}/go">`, files: (h) => ({ "/go": { status: 302, headers: { location: `https://${h}/a.css` }, body: "" } }) },
};

export const headers = {
  "header-preconnect": headed((h) => ({ link: `<https://${h}>; rel=preconnect` })),
  "header-dns-prefetch": headed((h) => ({ link: `<https://${h}>; rel=dns-prefetch` })),
  "header-preload": headed((h) => ({ link: `<https://${h}/a.css>; rel=preload; as=style` })),
  "header-preload-imagesrcset": headed((h) => ({ link: `</own.gif>; rel=preload; as=image; imagesrcset="https://${h}/a.gif 1x"` })),
  "header-modulepreload": headed((h) => ({ link: `<https://${h}/a.js>; rel=modulepreload` })),
  "header-prefetch": headed((h) => ({ link: `<https://${h}/a.js>; rel=prefetch` })),
  "header-stylesheet": headed((h) => ({ link: `<https://${h}/a.css>; rel=stylesheet` })),
  "header-link-of-several": headed((h) => ({ link: `</own.css>; rel=preload; as=style, <https://${h}>; REL="x preconnect"; title="a,b"` })),
  "header-link-of-a-sheet": {
    body: (h, at) => `<link rel="stylesheet" href="${at}/s.css">`,
    files: (h) => ({ "/s.css": { type: "text/css", headers: { link: `<https://${h}>; rel=preconnect` }, body: "" } }),
  },
  "header-link-of-an-image": {
    body: (h, at) => `<img src="${at}/i.gif" alt="">`,
    files: (h) => ({ "/i.gif": { type: "image/gif", headers: { link: `<https://${h}>; rel=preconnect` }, body: "GIF89a" } }),
  },
  "header-link-of-a-redirect": {
    alone: true,
    files: (h, at) => ({ "": { status: 302, headers: { location: `${at}/end`, link: `<https://${h}>; rel=preconnect` }, body: "" }, "/end": "<!DOCTYPE html><title>e</title>" }),
  },
  "header-link-of-an-error": headed((h) => ({ link: `<https://${h}>; rel=preconnect` })),
  "header-link-of-a-frame": { body: (h, at) => `<iframe src="${at}/i"></iframe>`, files: (h) => ({ "/i": { headers: { link: `<https://${h}>; rel=preconnect` }, body: "<!DOCTYPE html><title>i</title>" } }) },
  "early-hints-preload": { alone: true, files: (h) => ({ "": { early: { link: `<https://${h}/a.css>; rel=preload; as=style` }, body: "<!DOCTYPE html><title>e</title>" } }) },
  "early-hints-preconnect": { alone: true, files: (h) => ({ "": { early: { link: `<https://${h}>; rel=preconnect` }, body: "<!DOCTYPE html><title>e</title>" } }) },
  "header-refresh": headed((h) => ({ refresh: `0;url=https://${h}/` })),
  "header-refresh-of-a-frame": { body: (h, at) => `<iframe src="${at}/i"></iframe>`, files: (h) => ({ "/i": { headers: { refresh: `0; https://${h}/` }, body: "<!DOCTYPE html><title>i</title>" } }) },
  "header-speculation-rules": headed((h) => ({ "speculation-rules": `"https://${h}/rules.json"` })),
  "header-own-speculation-rules": {
    alone: true,
    files: (h, at) => ({
      "": { headers: { "speculation-rules": `"${at}/rules.json"` }, body: "<!DOCTYPE html><title>s</title><p>x" },
      "/rules.json": { type: "application/speculationrules+json", body: rules(h) },
    }),
  },
  "header-csp-report-uri": headed((h) => ({ "content-security-policy": `img-src 'none'; report-uri https://${h}/r` }), `<!DOCTYPE html><title>c</title><img src="/own.gif">`),
  "header-csp-report-only": headed((h) => ({ "content-security-policy-report-only": `img-src 'none'; report-uri https://${h}/r` }), `<!DOCTYPE html><title>c</title><img src="/own.gif">`),
  "header-csp-report-to": headed(
    (h) => ({ "reporting-endpoints": `lab="https://${h}/r"`, "content-security-policy": "img-src 'none'; report-to lab" }),
    `<!DOCTYPE html><title>c</title><img src="/own.gif">`,
  ),
  "header-report-to": headed(
    (h) => ({ "report-to": JSON.stringify({ group: "lab", max_age: 999, endpoints: [{ url: `https://${h}/r` }] }), "content-security-policy": "img-src 'none'; report-to lab" }),
    `<!DOCTYPE html><title>c</title><img src="/own.gif">`,
  ),
  "header-nel": headed(
    (h) => ({ "report-to": JSON.stringify({ group: "nel", max_age: 999, endpoints: [{ url: `https://${h}/r` }] }), nel: JSON.stringify({ report_to: "nel", max_age: 999, success_fraction: 1 }) }),
    `<!DOCTYPE html><title>n</title><img src="/missing-1.gif"><img src="/missing-2.gif">`,
  ),
  "header-integrity-policy": headed(
    (h) => ({ "reporting-endpoints": `ip="https://${h}/r"`, "integrity-policy-report-only": "blocked-destinations=(script), endpoints=(ip)" }),
    `<!DOCTYPE html><title>i</title><script src="/own.js"></script>`,
  ),
  "header-permissions-policy-report": headed(
    (h) => ({ "reporting-endpoints": `default="https://${h}/r"`, "permissions-policy": "geolocation=()" }),
    `<!DOCTYPE html><title>p</title><script>navigator.geolocation.getCurrentPosition(() => {}, () => {})</script>`,
  ),
  "header-document-policy-report": headed(
    (h) => ({ "reporting-endpoints": `dp="https://${h}/r"`, "document-policy-report-only": "document-write=?0;report-to=dp" }),
    `<!DOCTYPE html><title>p</title><script>document.write("x")</script>`,
  ),
  "header-coop-report": headed((h) => ({ "reporting-endpoints": `co="https://${h}/r"`, "cross-origin-embedder-policy-report-only": `require-corp; report-to="co"` }), `<!DOCTYPE html><title>c</title><iframe src="/own-frame"></iframe>`),
  "header-trusted-types-report": headed((h) => ({ "content-security-policy-report-only": `require-trusted-types-for 'script'; report-uri https://${h}/r` }), `<!DOCTYPE html><title>t</title><p id=t></p><script>document.getElementById("t").innerHTML="x"</script>`),
  "header-deprecation-report": headed((h) => ({ "reporting-endpoints": `default="https://${h}/r"` }), `<!DOCTYPE html><title>d</title><script>const x = new XMLHttpRequest(); x.open("GET", "/own.gif", false); x.send(); addEventListener("unload", () => {}); document.domain = document.domain</script>`),
  "header-alt-svc": headed((h) => ({ "alt-svc": `h3="${h}:443"; ma=999, h2="${h}:443"; ma=999` }), `<!DOCTYPE html><title>a</title><img src="/own.gif?alt">`),
  "header-source-map": { body: (h, at) => `<script src="${at}/m.js"></script>`, files: (h) => ({ "/m.js": { type: "text/javascript", headers: { sourcemap: `https://${h}/m.map` }, body: `1\n//# sourceMappingURL=https://${h}/m.map` } }) },
  "header-content-location": headed((h) => ({ "content-location": `https://${h}/` }), `<!DOCTYPE html><title>c</title><img src="a-content-location.gif">`),
  "header-expect-ct": headed((h) => ({ "expect-ct": `max-age=9, report-uri="https://${h}/r"` })),
  "header-link-dictionary": headed((h) => ({ link: `<https://${h}/a.dict>; rel=compression-dictionary` })),
  "header-attribution": headed((h) => ({ "attribution-reporting-register-source": JSON.stringify({ destination: `https://${h}` }) })),
};
headers["header-link-of-an-error"].files = (h) => ({ "": { status: 404, headers: { link: `<https://${h}>; rel=preconnect` }, body: "<!DOCTYPE html><title>e</title>" } });
