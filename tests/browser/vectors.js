// Ways in which the markup of a page makes a browser contact somebody. Each page element below gets a host of
// its own, so that one page can carry them all. `raw` says which browsers contact the host without the gate
// (all, unless stated): what does not leak there proves nothing here.

const chromium = ["chromium"];

export const vectors = {
  iframe: (host) => `<iframe src="https://${host}/embed/1"></iframe>`,
  "iframe-entities": (host) => `<iframe src="&#104;ttps&colon;&sol;&#x2f;${host}&#47;embed&sol;1"></iframe>`,
  "iframe-protocol-relative": (host) => `<iframe src="//${host}/embed/1"></iframe>`,
  "iframe-case": (host) => `<IFRAME SRC="HtTpS://${host.toUpperCase()}/embed/1"></IFRAME>`,
  "iframe-whitespace": (host) => `<iframe src=" \t\n https://${host}/embed/1 "></iframe>`,
  "iframe-newline-inside": (host) => `<iframe src="ht\ntps:/\t/${host}/embed/1"></iframe>`,
  "iframe-backslashes": (host) => `<iframe src="https:\\\\${host}\\embed\\1"></iframe>`,
  "iframe-no-slashes": (host) => `<iframe src="https:${host}/embed/1"></iframe>`,
  "iframe-unquoted": (host) => `<iframe/src=https://${host}/embed/1></iframe>`,
  "iframe-first-of-two": (host) => `<iframe src="https://${host}/embed/1" src="/plain"></iframe>`,
  "iframe-user-info": (host) => `<iframe src="https://site.test@${host}/embed/1"></iframe>`,
  "iframe-port": (host) => `<iframe src="https://${host}:443/embed/1"></iframe>`,
  "iframe-lazy": (host) => `<iframe loading="lazy" src="https://${host}/embed/1"></iframe>`,
  "iframe-srcdoc": (host) => `<iframe srcdoc="&lt;img src='https://${host}/a.gif'&gt;"></iframe>`,
  "iframe-srcdoc-nested": (host) => `<iframe srcdoc='<iframe src="https://${host}/embed/1"></iframe>'></iframe>`,
  "iframe-data-url": (host) => `<iframe src="data:text/html,<img src='https://${host}/a.gif'>"></iframe>`,
  "iframe-in-svg": (host) => `<svg><foreignObject><iframe src="https://${host}/embed/1"></iframe></foreignObject></svg>`,
  "iframe-after-comment": (host) => `<!--> <iframe src="https://${host}/embed/1"></iframe> <!-- -->`,
  "iframe-after-select": (host) => `<select><option>x</select><iframe src="https://${host}/embed/1"></iframe>`,
  "object-data": (host) => `<object data="https://${host}/embed/1" type="text/html"></object>`,
  "embed-src": (host) => `<embed src="https://${host}/embed/1" type="text/html">`,
  script: (host) => `<script src="https://${host}/a.js"></script>`,
  "script-module": (host) => `<script type="module" src="https://${host}/a.js"></script>`,
  "script-import": (host) => `<script type="module">import "https://${host}/a.js"</script>`,
  "script-svg": (host) => `<svg><script href="https://${host}/a.js"></script></svg>`,
  img: (host) => `<img src="https://${host}/a.gif" alt="">`,
  "img-srcset": (host) => `<img srcset="/own.gif 1w, https://${host}/a.gif 5000w" alt="">`,
  "image-element": (host) => `<image src="https://${host}/a.gif">`,
  "picture-source": (host) => `<picture><source srcset="https://${host}/a.gif"><img src="/own.gif" alt=""></picture>`,
  "svg-image": (host) => `<svg width="9" height="9"><image width="9" height="9" href="https://${host}/a.gif"/></svg>`,
  "svg-image-xlink": (host) => `<svg width="9" height="9"><image width="9" height="9" xlink:href="https://${host}/a.gif"/></svg>`,
  "video-poster": (host) => `<video poster="https://${host}/a.gif"></video>`,
  "video-src": (host) => `<video src="https://${host}/a.mp4" preload="auto"></video>`,
  "audio-source": (host) => `<audio preload="auto"><source src="https://${host}/a.mp3"></audio>`,
  "input-image": (host) => `<input type="image" src="https://${host}/a.gif" alt="go">`,
  "body-background": (host) => `<table background="https://${host}/a.gif"><tr><td>x</td></tr></table>`,
  "style-attribute": (host) => `<p style="background:url(https://${host}/a.gif)">x</p>`,
  "style-escapes": (host) => `<p style="background:u\\72l('https:\\2f\\2f ${host}/a.gif')">x</p>`,
  "style-element": (host) => `<style>#style-element{background-image:url("https://${host}/a.gif")}</style><p id="style-element">x</p>`,
  "style-import": (host) => `<style>@import "https://${host}/a.css";</style>`,
  "style-font": (host) => `<style>@font-face{font-family:lab;src:url(https://${host}/a.woff2)}</style><p style="font-family:lab">x</p>`,
  stylesheet: (host) => `<link rel="stylesheet" href="https://${host}/a.css">`,
  preload: (host) => `<link rel="preload" as="image" href="https://${host}/a.gif">`,
  modulepreload: (host) => `<link rel="modulepreload" href="https://${host}/a.js">`,
  prefetch: { raw: chromium, html: (host) => `<link rel="prefetch" href="https://${host}/a.js">` },
  preconnect: (host) => `<link rel="preconnect" href="https://${host}">`,
  "preconnect-case": (host) => `<LINK REL="x PreConnect y" HREF="//${host}">`,
  "dns-prefetch": (host) => `<link rel="dns-prefetch" href="//${host}">`,
  // On plain http, Firefox looks up the hosts of all links.
  link: { raw: ["firefox"], html: (host) => `<a href="https://${host}/">a link</a>` },
  "lazy-data-src": (host) => `<img class="lazy" data-src="https://${host}/a.gif" alt=""><script>document.querySelectorAll(".lazy").forEach((e) => { if (e.dataset.src) e.src = e.dataset.src; })</script>`,
  "script-image": (host) => `<script>new Image().src = "https://${host}/a.gif"</script>`,
  "script-fetch": (host) => `<script>fetch("https://${host}/a").catch(() => {})</script>`,
  "script-beacon": (host) => `<script>navigator.sendBeacon("https://${host}/a")</script>`,
  "script-document-write": (host) => `<script>document.write('<img src="https://${host}/a.gif" alt="">')</script>`,
  "shadow-root": (host) => `<div><template shadowrootmode="open"><img src="https://${host}/a.gif" alt=""></template></div>`,
  "speculation-rules": {
    raw: chromium,
    html: (host) => `<script type="speculationrules">{"prefetch":[{"urls":["https://${host}/next"],"eagerness":"immediate"}]}</script>`,
  },
  "unclosed-iframe": (host) => `<iframe src="https://${host}/embed/1">`, // swallows the rest: the last one
};

const slug = (name) => `${name}.third.test`;

export const vectorList = Object.entries(vectors).map(([name, vector]) => {
  const { html, raw = ["chromium", "firefox"] } = typeof vector === "function" ? { html: vector } : vector;
  return { name, raw, host: slug(name), markup: html(slug(name)) };
});

/** Hints in headers of the page itself. */
export const headerVectors = [
  { name: "link-header-preconnect", host: "lh-preconnect.third.test", header: (host) => `<https://${host}>; rel=preconnect` },
  { name: "link-header-dns-prefetch", host: "lh-dns.third.test", header: (host) => `<https://${host}>; rel=dns-prefetch` },
  { name: "link-header-preload", host: "lh-preload.third.test", header: (host) => `<https://${host}/a.css>; rel=preload; as=style` },
];

export const vectorPage = {
  headers: { link: headerVectors.map((vector) => vector.header(vector.host)).join(", ") },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>All ways</title></head><body>
${vectorList.map((vector) => vector.markup).join("\n")}`,
};

/** What a browser without JavaScript loads. */
export const noscriptPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>noscript</title>
<noscript><link rel="stylesheet" href="https://ns-style.third.test/a.css"></noscript></head><body>
<noscript><iframe src="https://ns-frame.third.test/embed/1"></iframe><img src="https://ns-img.third.test/a.gif" alt=""></noscript>
<noscript><p style="background:url(https://ns-css.third.test/a.gif)">x</p></noscript>`;
export const noscriptHosts = ["ns-style", "ns-frame", "ns-img", "ns-css"].map(slug);
