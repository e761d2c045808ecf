// Pages and parts of pages for htmx.
import { comments, escape, FIELD, frame, late, LIKES, list, page } from "../shared/page.mjs";
import { select } from "../shared/stories.mjs";

const HEAD = '<script defer src="/htmx/htmx.min.js"></script><script type="module" src="/htmx/main.js"></script>';

export const routes = ({ stories, said, fields }) => {
  const query = (request) => new URL(request.url, "http://site.test").searchParams;
  const part = (request) => {
    const [words, turn] = [query(request).get("q") ?? "", Number(query(request).get("turn") ?? 0)];
    const next = `/htmx/part?${new URLSearchParams({ q: words, turn: turn + 1 })}`;
    return `<button id="turn" hx-get="${escape(next)}" hx-target="#list">Turn</button>${list("htmx", select(stories, words, turn), 'hx-boost="true"')}`;
  };
  const front = (request) =>
    page("htmx", {
      title: "Valley News",
      head: HEAD,
      main: `<h1>Valley News</h1><p id="weather"></p>
<input id="filter" name="q" aria-label="Filter" hx-get="/htmx/part" hx-trigger="input" hx-target="#list" hx-sync="this:replace">
<div id="list">${part(request)}</div>${late("htmx")}`,
    });
  const film = ({ id, text, embed, other }, which) => {
    const address = { 1: embed, 2: other }[which];
    const button = (name, next, words) => `<button id="${name}" hx-get="/htmx/film/${id}?film=${next}" hx-target="#film">${words}</button> `;
    return `${address ? frame(address) : ""}<p>${escape(text)}</p>${
      button("toggle", which ? 0 : 1, which ? "Hide" : "Show") + button("other", which === 2 ? 1 : 2, "Another")
    }`;
  };
  const story = (one) => () =>
    page("htmx", {
      title: `${one.title} – Valley News`,
      head: HEAD,
      main: `<h1>${escape(one.title)}</h1><div id="film">${film(one, 1)}</div>
${LIKES}<ol id="comments">${comments(said("htmx", one.id))}</ol>
<form id="comment" hx-post="/htmx/comments/${one.id}" hx-target="#comments" hx-on::after-request="this.reset()">${FIELD}</form>
<a id="home" href="/htmx/" hx-boost="true">Home</a>`,
    });
  return {
    "/htmx/": front,
    "/htmx/part": part,
    ...Object.fromEntries(
      stories.flatMap((one) => [
        [`/htmx/story/${one.id}`, story(one)],
        [`/htmx/film/${one.id}`, (request) => film(one, Number(query(request).get("film")))],
        [
          `/htmx/comments/${one.id}`,
          async (request) => {
            said("htmx", one.id).push((await fields(request)).get("text"));
            return comments(said("htmx", one.id));
          },
        ],
      ]),
    ),
  };
};
