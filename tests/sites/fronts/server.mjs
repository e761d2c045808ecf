// The publisher's server of all fronts, each under a path of its own: built files, an API, and pages made by the
// server for those that have no application in the browser. Routes as tests/browser/lab's `origin` takes them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as htmx from "./htmx/pages.mjs";
import * as offline from "./offline/pages.mjs";
import * as policy from "./policy/pages.mjs";
import { stories } from "./shared/stories.mjs";
import * as turbo from "./turbo/pages.mjs";

export const fronts = ["react", "vue", "svelte", "astro", "turbo", "htmx", "policy", "offline"];

const DIST = fileURLToPath(new URL("dist/", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const VALLEY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 1 1 0 2 1" fill="green"/></svg>';

const json = (answer) => ({ type: "application/json", body: JSON.stringify(answer) });
const fields = async (request) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
};

/** All routes, and `reset()`, after which nobody has commented. */
export function newsroom() {
  const comments = new Map();
  /** What was said of a story: a list to read and to add to. */
  const said = (front, id) => {
    const key = `${front}/${id}`;
    if (!comments.has(key)) comments.set(key, [`First of ${id}`]);
    return comments.get(key);
  };
  const routes = {};
  for (const front of fronts) {
    routes[`/${front}/valley.svg`] = { type: "image/svg+xml", body: VALLEY, headers: { "cache-control": "no-store" } };
    routes[`/${front}/api/weather`] = () => json({ words: "Rain from the west" });
    routes[`/${front}/api/stories`] = () => json(stories);
    for (const story of stories) {
      routes[`/${front}/api/stories/${story.id}`] = () => json(story);
      routes[`/${front}/api/comments/${story.id}`] = async (request) => {
        if (request.method === "POST") said(front, story.id).push((await fields(request)).get("text"));
        return json(said(front, story.id));
      };
    }
    Object.assign(routes, files(front));
  }
  for (const front of ["react", "vue", "svelte"])
    for (const { id } of stories) routes[`/${front}/story/${id}`] = routes[`/${front}/`];
  for (const { routes: pages } of [turbo, htmx, policy, offline]) Object.assign(routes, pages({ stories, said, fields }));
  return { routes, reset: () => comments.clear() };
}

/** What the build has made of a front. */
function files(front) {
  const found = readdirSync(path.join(DIST, front), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map((entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      const address = `/${path.relative(DIST, file)}`.replace(/index\.html$/, "");
      return [address, { type: TYPES[path.extname(file)] ?? "application/octet-stream", body: readFileSync(file) }];
    }),
  );
}
