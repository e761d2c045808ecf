// A site that installs a service worker, and builds its pages node by node.
import { listen, ready } from "./likes.js";
import { select } from "./stories.mjs";

navigator.serviceWorker.register("/offline/worker.js");

const at = (id) => document.getElementById(id);
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const film = (src) => make("iframe", { title: "External", width: 320, height: 180, src });
const ask = async (path, options) => (await fetch(`/offline/api/${path}`, options)).json();

listen("offline");
ready("offline");

if (at("stories")) {
  const items = new Map(
    (await ask("stories")).map(({ id, title, embed }) => {
      const link = make("a", { href: `/offline/story/${id}` }, title);
      link.dataset.story = id;
      return [title, make("li", {}, link, ...(embed ? [film(embed)] : []), make("small", {}, `Story ${id}`))];
    }),
  );
  let turn = 0;
  // The same elements, put in another order, as lists without a framework do it.
  const show = () =>
    at("stories").replaceChildren(...select([...items.keys()].map((title) => ({ title })), at("filter").value, turn).map(({ title }) => items.get(title)));
  at("filter").oninput = show;
  at("turn").onclick = () => (turn++, show());
  show();
}

if (at("text")) {
  const { id } = at("text").dataset;
  const { embed, other } = await ask(`stories/${id}`);
  const frame = embed && film(embed);
  if (frame) at("text").before(frame);
  at("toggle").onclick = () => {
    if (frame.isConnected) frame.remove();
    else at("text").before(frame);
    at("toggle").textContent = frame.isConnected ? "Hide" : "Show";
  };
  at("other").onclick = () => (frame.src = frame.src === other ? embed : other);
  const tell = async (options) => at("comments").replaceChildren(...(await ask(`comments/${id}`, options)).map((text) => make("li", {}, text)));
  at("comment").onsubmit = async (event) => {
    event.preventDefault();
    await tell({ method: "POST", body: new URLSearchParams(new FormData(event.target)) });
    event.target.reset();
  };
  tell();
}
