// A site with a policy of its own: nonces, a hash, 'strict-dynamic'.
import { createHash, randomBytes } from "node:crypto";
import { escape, FIELD, late, LIKES, page } from "../shared/page.mjs";

const HASHED = 'document.documentElement.dataset.hashed = "ran"';
const HASH = createHash("sha256").update(HASHED).digest("base64");
/** Neither nonce nor hash: the site's own policy refuses it, and the gate must not admit it. */
const LOOSE = '<!-- loose --><script>document.documentElement.dataset.loose = "ran"</script>';

const policy = (nonce) =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'sha256-${HASH}'`,
    "style-src 'self' https://fonts.third.test",
    "img-src 'self' data:",
    "frame-src https://www.youtube.com https://maps.third.test https://player.vimeo.com",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");

export const routes = ({ stories }) => {
  const answer = (title, main) => () => {
    const nonce = randomBytes(12).toString("base64");
    const head = '<script type="module" src="/policy/main.js"></script>';
    const body = page("policy", { title, head, main, nonce });
    // The other two ways: by hash, and not at all.
    return {
      body: body.replace("</head>", `<script>${HASHED}</script>${LOOSE}</head>`),
      headers: { "content-security-policy": policy(nonce), "cache-control": "no-store" },
    };
  };
  const front = answer(
    "Valley News",
    `<h1>Valley News</h1><p id="weather"></p><input id="filter" aria-label="Filter"><button id="turn">Turn</button>
<div id="list"><ul id="stories"></ul></div>${late("policy")}`,
  );
  const story = ({ id, title, text }) =>
    answer(
      `${title} – Valley News`,
      `<h1>${escape(title)}</h1><div id="film" data-id="${id}"></div><p>${escape(text)}</p>
<button id="toggle">Hide</button> <button id="other">Another</button>
${LIKES}<ol id="comments"></ol><form id="comment">${FIELD}</form><a id="home" href="/policy/">Home</a>`,
    );
  return { "/policy/": front, ...Object.fromEntries(stories.map((one) => [`/policy/story/${one.id}`, story(one)])) };
};
