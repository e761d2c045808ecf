// The publisher's pages that the tests look at through the gate.

const page = (title, body, { lang = "en", dir = "ltr", head = "" } = {}) => `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
${head}</head>
<body><main><h1>${title}</h1>
${body}
</main></body></html>
`;

export const video = (id) =>
  `<iframe width="560" height="315" src="https://www.youtube.com/embed/${id}" title="Film ${id}" frameborder="0" allowfullscreen></iframe>`;
export const otherVideo = (id) => `<iframe src="https://player.vimeo.com/video/${id}" width="640" height="360"></iframe>`;
export const map = `<iframe width="425" height="350" src="https://www.openstreetmap.org/export/embed.html?bbox=7.0%2C46.0%2C7.1%2C46.1&amp;layer=mapnik" title="Map of the valley"></iframe>`;
export const post = (id, words) => `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${words}</p>&mdash; Ada (@ada) <a href="https://twitter.com/ada/status/${id}?ref_src=twsrc%5Etfw">1 May 2026</a></blockquote>`;
export const postScript = `<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>`;
const picture = `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cabc123/?utm_source=ig_embed" data-instgrm-version="14"><a href="https://www.instagram.com/p/Cabc123/">A picture of the valley</a></blockquote>
<script async src="//www.instagram.com/embed.js"></script>`;

// A tool of the publisher's own: it must keep working, and shows that scripts of the first party do.
const ownScript = `<p id="own">first-party script did not run</p><script src="/own.js"></script>`;

export const routes = {
  "/own.js": { type: "text/javascript", body: `document.getElementById("own").textContent = "first-party script ran";` },
  "/plain": page("A page of its own", "<p>Nothing here comes from elsewhere.</p>"),
  "/valley": page(
    "The valley",
    `<p>First words of the article.</p>
${map}
<p>Some say:</p>
${post("1001", "The river is back.")}
${postScript}
<p>Others:</p>
${post("1002", "So are the birds.")}
${picture}
${video("valleyfilm")}
<img src="https://pixel.tracker.test/pixel.gif" width="1" height="1" alt="">
<script src="https://stats.tracker.test/stats.js"></script>
${ownScript}
<p>Last words of the article.</p>`,
    {
      head: `<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>
<link rel="dns-prefetch" href="//cdn.tracker.test">
<link href="https://fonts.googleapis.com/css2?family=Lato&amp;display=swap" rel="stylesheet">
`,
    },
  ),
  "/films": page("Three films", [video("one"), video("two"), otherVideo("333")].join("\n<p>and</p>\n")),
  "/map": page("One map", map),
  "/post": page("One post", post("2001", "Only one.") + postScript),
  // As strict as sites are: only scripts with the nonce, only frames of the service.
  "/strict": {
    headers: {
      "content-security-policy":
        "default-src 'self'; script-src 'nonce-abc123' 'strict-dynamic'; style-src 'self'; frame-src https://www.youtube.com; object-src 'none'; base-uri 'none'",
    },
    body: page("A strict site", `${video("strictfilm")}\n${ownScript.replace("<script", '<script nonce="abc123"')}`),
  },
  "/arabic": page("الوادي", `<p>كلمات المقال.</p>${video("arabicfilm")}`, { lang: "ar", dir: "rtl" }),
};
