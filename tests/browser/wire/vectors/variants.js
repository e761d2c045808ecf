// Ways of each class, disguised in every spelling of an address or attribute, and in every place where markup is
// read in a way of its own.

/** Each gets what writes its attribute: the name, and the address with what stands around it. */
const ways = {
  iframe: (a) => `<iframe ${a("src", "/embed/1")}></iframe>`,
  object: (a) => `<object type=text/html ${a("data", "/embed/1")}></object>`,
  embed: (a) => `<embed type=text/html ${a("src", "/embed/1")}>`,
  script: (a) => `<script ${a("src", "/a.js")}></script>`,
  img: (a) => `<img alt=x ${a("src", "/a.gif")}>`,
  srcset: (a) => `<img alt=x ${a("srcset", "/a.gif", "", " 1x")}>`,
  style: (a) => `<p ${a("style", "/a.gif", "background:url(", ")")}>x</p>`,
  stylesheet: (a) => `<link rel=stylesheet ${a("href", "/a.css")}>`,
  preconnect: (a) => `<link rel=preconnect ${a("href", "/")}>`,
  video: (a) => `<video preload=auto ${a("src", "/a.mp4")}></video>`,
  poster: (a) => `<video ${a("poster", "/a.gif")}></video>`,
  input: (a) => `<input type=image ${a("src", "/a.gif")}>`,
  svg: (a) => `<svg width=9 height=9><image width=9 height=9 ${a("href", "/a.gif")} /></svg>`,
};

const quoted = (name, value) => `${name}="${value}"`;
const address = (h, path) => `https://${h}${path}`;
/** The whole address is spelled in another way. */
const spelled = (spell) => (h) => (name, path, before = "", after = "") => quoted(name, before + spell(h, path) + after);
/** The attribute is written in another way. */
const written = (write) => (h) => (name, path, before = "", after = "") => write(name, before + address(h, path) + after);
const references = (text, form) => [...text].map((c) => form(c.charCodeAt(0))).join("");

const spellings = {
  "numeric-references": spelled((h, path) => references(address(h, path), (c) => `&#${c};`)),
  "hexadecimal-references": spelled((h, path) => references(address(h, path), (c) => `&#X${c.toString(16)};`)),
  "padded-references": spelled((h, path) => references(address(h, path), (c) => `&#000${c};`)),
  "open-references": spelled((h, path) => `${references("https:", (c) => `&#${c}`)}//${h}${path}`),
  "named-references": spelled((h, path) => `https&colon;&sol;&sol;${h.replaceAll(".", "&period;")}${path}`),
  "tab-in-scheme": spelled((h, path) => `ht\ttps&Tab;:/&NewLine;/${h}${path}`),
  "newline-in-host": spelled((h, path) => `https://${h.replace(".", "\n.\r")}${path}`),
  backslashes: spelled((h, path) => `https:\\\\${h}${path}`.replace(/\\/g, "&#92;")),
  "slash-and-backslash": spelled((h, path) => `/&bsol;${h}${path}`),
  "many-slashes": spelled((h, path) => `https://///${h}${path}`),
  "protocol-relative": spelled((h, path) => `//${h}${path}`),
  "user-information": spelled((h, path) => `https://site.test:8443@${h}${path}`),
  port: spelled((h, path) => `https://${h}:00443${path}`),
  "trailing-dot": spelled((h, path) => `https://${h}.${path}`),
  "upper-case": spelled((h, path) => `HTTPS://${h.toUpperCase()}${path}`),
  "full-width": spelled((h, path) => address(h.replace("third", "ｔｈｉｒｄ"), path)),
  "percent-host": spelled((h, path) => address(h.replace("third", "%74%68ird"), path)),
  "soft-hyphen": spelled((h, path) => address(h.replace("third", "th&shy;ird"), path)),
  "ideographic-dot": spelled((h, path) => address(h.replace(".third.", "。third｡"), path)),
  unquoted: written((name, value) => `${name}=${value.replaceAll(" ", "&#32;")}`),
  "single-quotes": written((name, value) => `${name.toUpperCase()}\n=\f'${value}'`),
  "after-a-slash": written((name, value) => `/${name}="${value}"/`),
  "after-a-quote": written((name, value) => `title="x"${name}="${value}"`),
  "after-an-odd-name": written((name, value) => `"='a'<b=c =d ${name}="${value}"`),
  "before-another": written((name, value) => `${name}="${value}" ${name}="/own.gif"`),
  "after-an-open-quote": written((name, value) => `title='x" >' ${name}="${value}"`),
};

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What a place holds is read as it would be elsewhere, however it looks. */
const places = {
  "after-a-short-comment": (m) => `<!-->${m}<!-- -->`,
  "after-a-bang-comment": (m) => `<!-- a --!>${m}<!-- -->`,
  "after-a-nested-comment": (m) => `<!-- <!-- a -->${m}<!-- -->`,
  "after-a-bogus-comment": (m) => `<!x ">${m}`,
  "after-a-question-mark": (m) => `<?x ">${m}`,
  "after-an-end-tag-of-nothing": (m) => `</ ">${m}`,
  "after-cdata": (m) => `<![CDATA[ > ${m} ]]>`,
  "after-cdata-in-svg": (m) => `<svg><![CDATA[ </svg> ]]></svg>${m}`,
  "after-a-script-in-a-comment": (m) => `<!-- <script> -->${m}<!-- </script> -->`,
  "after-an-escaped-script": (m) => `<script>/*<!-- <script></script> */</script>${m}`,
  "after-a-text-area": (m) => `<textarea><!-- </textarea>${m}<!-- -->`,
  "after-a-title-in-svg": (m) => `<svg><title><style></title></svg>${m}<p></style>`,
  "after-no-frames": (m) => `<noframes><p title="</noframes>${m}<p title="">`,
  "after-a-self-closing-element": (m) => `<iframe/></iframe><textarea/></textarea>${m}`,
  "in-foreign-object": (m) => `<svg width="9" height="9"><foreignObject width="9" height="9">${m}</foreignObject></svg>`,
  "in-a-description": (m) => `<svg><desc>${m}</desc></svg>`,
  "in-math-text": (m) => `<math><mtext>${m}</mtext></math>`,
  "in-an-annotation": (m) => `<math><annotation-xml encoding="Text/HTML">${m}</annotation-xml></math>`,
  "breaking-out-of-svg": (m) => `<svg><g><p>${m}</p>`,
  "in-a-table": (m) => `<table>${m}<tr><td>x</table>`,
  "in-a-cell": (m) => `<table><td>${m}</table>`,
  "in-a-shadow-root": (m) => `<div><template shadowrootmode="closed">${m}</template></div>`,
  "in-srcdoc": (m) => `<iframe srcdoc="${escaped(m)}"></iframe>`,
  "in-srcdoc-in-srcdoc": (m) => `<iframe srcdoc="${escaped(`<iframe srcdoc="${escaped(m)}"></iframe>`)}"></iframe>`,
  "in-a-button": (m) => `<button><b><p>${m}</b></button>`,
  "in-ruby": (m) => `<ruby><rp>${m}</ruby>`,
  "in-an-unknown-element": (m) => `<x-y\f<z>${m}</x-y>`,
};

const plain = (h) => (name, path, before = "", after = "") => quoted(name, before + address(h, path) + after);
const forms = [
  ...Object.entries(spellings).map(([form, attribute]) => [form, (way, h) => way(attribute(h))]),
  ...Object.entries(places).map(([form, place]) => [form, (way, h) => place(way(plain(h)))]),
];

/** Per form: a vector for each way, and the markup of all. */
export const variants = forms.map(([form, markup]) => {
  const vectors = Object.keys(ways).map((way) => ({ name: `${form}: ${way}`, form, way, host: `${form}-${way}.third.test` }));
  return { form, vectors, body: vectors.map(({ way, host }) => markup(ways[way], host)).join("\n") };
});
