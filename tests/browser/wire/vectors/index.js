// All vectors, and the pages of the site that carry them.
//
// A vector states its markup as `body` (it shares a page with others of its class), `page` (a page of its own) or
// `files` (more addresses of the site, "" being the page itself), each a function of its third-party host and of the
// path below which its files are. `act` is what a reader does there. `udp`: a port that only this vector uses.
import { created, inserted, led } from "./created.js";
import { css } from "./css.js";
import { html, svgAndMathml } from "./elements.js";
import { apis, documents, frames, navigations } from "./frames.js";
import { headers, hints } from "./hints.js";
import { malformed, obfuscated } from "./odd.js";
import { requests, workers } from "./scripts.js";
import { transport } from "./transport.js";
import { variants } from "./variants.js";

/** While one looks for a reason: the only vectors to try, as a regular expression. */
const ONLY = new RegExp(process.env.LAB_VECTORS ?? "");

/** Vectors that share a page. */
const SHARED = 24;
/** Forms of disguise that share a page. */
const FORMS = 4;

const classes = {
  "HTML elements": html,
  "SVG and MathML": svgAndMathml,
  "Style sheets": css,
  "Hints and links": hints,
  Headers: headers,
  "Requests by scripts": requests,
  Workers: workers,
  "Content created by scripts": { ...created, ...inserted },
  "Frames without an address of their own, or led elsewhere": { ...frames, ...led },
  "Documents of other kinds": documents,
  Navigations: navigations,
  "Browsers' interfaces": apis,
  "Obfuscated markup": obfuscated,
  "Malformed markup": malformed,
};

const sharedPage = (parts) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ways</title></head><body>\n${parts.join("\n")}\n</body></html>`;

function build() {
  const routes = {
    "/own.gif": { type: "image/gif", body: Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64") },
    "/own.js": { type: "text/javascript", body: "" },
    "/own.css": { type: "text/css", body: "" },
    "/own.mp4": { type: "video/mp4", body: "" },
    "/own-frame": "<!DOCTYPE html><title>own</title><p>the site's own frame</p>",
  };
  const vectors = [];
  const visits = [];
  for (const [kind, members] of Object.entries(classes)) {
    const shared = [];
    for (const [name, vector] of Object.entries(members).filter(([name]) => ONLY.test(name))) {
      const [host, at] = [`${name}.third.test`, `/w/${name}`];
      vectors.push({ name, kind, host, udp: vector.udp });
      for (const [suffix, reply] of Object.entries(vector.files?.(host, at) ?? {})) routes[at + suffix] = reply;
      if (vector.page) routes[at] = vector.page(host, at);
      if (vector.alone) visits.push({ path: at, act: vector.act });
      else shared.push(vector.body(host, at));
    }
    for (let n = 0; n * SHARED < shared.length; n++) {
      const path = `/w/${kind.toLowerCase().replaceAll(/[^a-z]+/g, "-")}-${n + 1}`;
      routes[path] = sharedPage(shared.slice(n * SHARED, (n + 1) * SHARED));
      visits.push({ path });
    }
  }
  for (const { form, vectors: ways, reply } of transport.filter(({ form }) => ONLY.test(form))) {
    routes[`/w/transport/${form}`] = reply;
    visits.push({ path: `/w/transport/${form}` });
    vectors.push(...ways.map(({ name, form, way, host }) => ({ name, kind: "Transport", form, way, host })));
  }
  const disguised = variants.filter(({ form }) => ONLY.test(form));
  for (let n = 0; n * FORMS < disguised.length; n++) {
    const path = `/w/disguised-${n + 1}`;
    const part = disguised.slice(n * FORMS, (n + 1) * FORMS);
    routes[path] = sharedPage(part.map(({ body }) => body));
    visits.push({ path });
    vectors.push(...part.flatMap((one) => one.vectors.map((vector) => ({ ...vector, kind: "Disguised" }))));
  }
  return { routes, vectors, visits };
}

/** `routes`: what the publisher's server says; `visits`: the pages to open; `vectors`: what they may cause. */
export const { routes, vectors, visits } = build();
