// Pages, frames and streams for Turbo.
import { comments, escape, FIELD, frame, late, LIKES, list, page } from "../shared/page.mjs";
import { select } from "../shared/stories.mjs";

const HEAD = '<script type="module" src="/turbo/main.js"></script>';
const FRONT = "/turbo/";

export const routes = ({ stories, said, fields }) => {
  const query = (request) => new URL(request.url, "http://site.test").searchParams;
  const front = (request) => {
    const [words, turn] = [query(request).get("q") ?? "", Number(query(request).get("turn") ?? 0)];
    const next = `${FRONT}?${new URLSearchParams({ q: words, turn: turn + 1 })}`;
    return page("turbo", {
      title: "Valley News",
      head: HEAD,
      main: `<h1>Valley News</h1><p id="weather"></p>
<form action="${FRONT}" data-turbo-frame="list"><input id="filter" name="q" aria-label="Filter"></form>
<turbo-frame id="list"><a id="turn" href="${escape(next)}">Turn</a>${list("turbo", select(stories, words, turn), 'data-turbo-frame="_top"')}</turbo-frame>
${late("turbo")}`,
    });
  };
  const story = ({ id, title, text, embed, other }) => async (request) => {
    if (request.method === "POST") {
      const added = (await fields(request)).get("text");
      said("turbo", id).push(added);
      return { type: "text/vnd.turbo-stream.html", body: stream("append", "comments", comments([added])) + stream("update", "comment", FIELD) };
    }
    const [film, shown] = [query(request).get("film") ?? "1", query(request).get("film") !== "0"];
    const address = film === "2" ? other : embed;
    return page("turbo", {
      title: `${title} – Valley News`,
      head: HEAD,
      main: `<h1>${escape(title)}</h1>
<turbo-frame id="film">${shown && address ? frame(address) : ""}<p>${escape(text)}</p>
<a id="toggle" href="?film=${shown ? 0 : 1}">${shown ? "Hide" : "Show"}</a> <a id="other" href="?film=${film === "2" ? 1 : 2}">Another</a></turbo-frame>
${LIKES}<ol id="comments">${comments(said("turbo", id))}</ol>
<form id="comment" method="post" action="/turbo/story/${id}">${FIELD}</form>
<a id="home" href="${FRONT}">Home</a>`,
    });
  };
  return { [FRONT]: front, ...Object.fromEntries(stories.map((each) => [`/turbo/story/${each.id}`, story(each)])) };
};

const stream = (action, target, markup) =>
  `<turbo-stream action="${action}" target="${target}"><template>${markup}</template></turbo-stream>`;
