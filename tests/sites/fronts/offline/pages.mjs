// A site with a service worker.
import { escape, FIELD, late, LIKES, page } from "../shared/page.mjs";

export const routes = ({ stories }) => {
  const head = '<script type="module" src="/offline/main.js"></script>';
  const front = `<h1>Valley News</h1><p id="weather"></p><input id="filter" aria-label="Filter"><button id="turn">Turn</button>
<ul id="stories"></ul>${late("offline")}`;
  const story = ({ id, title, text }) => `<h1>${escape(title)}</h1><p id="text" data-id="${id}">${escape(text)}</p>
<button id="toggle">Hide</button> <button id="other">Another</button>
${LIKES}<ol id="comments"></ol><form id="comment">${FIELD}</form><a id="home" href="/offline/">Home</a>`;
  return {
    "/offline/": page("offline", { title: "Valley News", head, main: front }),
    "/offline/lost": page("offline", { title: "No network", main: "<h1>No network</h1><p>Come back later.</p>" }),
    ...Object.fromEntries(
      stories.map((one) => [`/offline/story/${one.id}`, page("offline", { title: `${one.title} – Valley News`, head, main: story(one) })]),
    ),
  };
};
