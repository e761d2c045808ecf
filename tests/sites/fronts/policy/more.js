// Without a nonce of its own. It writes markup: no framework is between it and the document.
(async () => {
  const { listen, ready } = await import("/policy/likes.js");
  const { select } = await import("/policy/stories.mjs");
  const { list, frame, comments } = await import("/policy/page.mjs");
  const at = (id) => document.getElementById(id);
  listen("policy");
  ready("policy");

  if (at("stories")) {
    const stories = await (await fetch("/policy/api/stories")).json();
    let turn = 0;
    const show = () => (at("list").innerHTML = list("policy", select(stories, at("filter").value, turn)));
    at("filter").oninput = show;
    at("turn").onclick = () => (turn++, show());
    show();
  } else {
    const { id } = at("film").dataset;
    const story = await (await fetch(`/policy/api/stories/${id}`)).json();
    let film = 1;
    const show = () => {
      at("film").innerHTML = film ? frame(film === 2 ? story.other : story.embed) : "";
      at("toggle").textContent = film ? "Hide" : "Show";
    };
    at("toggle").onclick = () => ((film = film ? 0 : 1), show());
    at("other").onclick = () => ((film = film === 2 ? 1 : 2), show());
    if (story.embed) show();
    const tell = async (options) =>
      (at("comments").innerHTML = comments(await (await fetch(`/policy/api/comments/${id}`, options)).json()));
    at("comment").onsubmit = async (event) => {
      event.preventDefault();
      await tell({ method: "POST", body: new URLSearchParams(new FormData(event.target)) });
      event.target.reset();
    };
    tell();
  }
})();
