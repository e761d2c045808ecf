import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, Link, Outlet, useParams } from "react-router";
import { RouterProvider } from "react-router/dom";
import { select } from "../shared/stories.mjs";

const BASE = "/react";
const ask = (path, options) => fetch(`${BASE}/api/${path}`, options).then((answer) => answer.json());

function useAnswer(path, empty) {
  const [answer, setAnswer] = useState(empty);
  useEffect(() => {
    let wanted = true;
    ask(path).then((found) => wanted && setAnswer(found));
    return () => void (wanted = false);
  }, [path]);
  return [answer, setAnswer];
}

// The frame stands right among its siblings, as the framework's own child of the list item.
const Film = ({ address }) => <iframe title="External" width="320" height="180" src={address} />;

function Front() {
  const [stories] = useAnswer("stories", []);
  const [weather] = useAnswer("weather", {});
  const [words, setWords] = useState("");
  const [turn, setTurn] = useState(0);
  return (
    <main>
      <h1>Valley News</h1>
      <p id="weather">{weather.words}</p>
      <input id="filter" aria-label="Filter" value={words} onChange={(event) => setWords(event.target.value)} />
      <button id="turn" onClick={() => setTurn(turn + 1)}>Turn</button>
      <ul id="stories">
        {select(stories, words, turn).map(({ id, title, embed }) => (
          <li key={id}>
            <Link data-story={id} to={`/story/${id}`}>{title}</Link>
            {embed && <Film address={embed} />}
            <small>Story {id}</small>
          </li>
        ))}
      </ul>
      <div style={{ height: "3000px" }} />
      <img id="late" loading="lazy" alt="The valley" width="200" height="100" src={`${BASE}/valley.svg`} />
    </main>
  );
}

function Story() {
  const { id } = useParams();
  const [story] = useAnswer(`stories/${id}`, null);
  const [comments, setComments] = useAnswer(`comments/${id}`, []);
  const [shown, setShown] = useState(true);
  const [other, setOther] = useState(false);
  const [likes, setLikes] = useState(() => Number(localStorage.getItem("react-likes") ?? 0));
  if (!story) return <main />;
  const like = () => {
    localStorage.setItem("react-likes", likes + 1);
    setLikes(likes + 1);
  };
  const send = async (form) => setComments(await ask(`comments/${id}`, { method: "POST", body: new URLSearchParams(form) }));
  return (
    <main>
      <title>{`${story.title} – Valley News`}</title>
      <h1>{story.title}</h1>
      {shown && story.embed && <Film address={other ? story.other : story.embed} />}
      <p>{story.text}</p>
      <button id="toggle" onClick={() => setShown(!shown)}>{shown ? "Hide" : "Show"}</button>
      <button id="other" onClick={() => setOther(!other)}>Another</button>
      <button id="like" onClick={like}>Like</button> <output id="likes">{likes}</output>
      <ol id="comments">{comments.map((text, n) => <li key={n}>{text}</li>)}</ol>
      <form id="comment" action={send}>
        <input name="text" aria-label="Comment" /> <button>Send</button>
      </form>
      <Link id="home" to="/">Home</Link>
    </main>
  );
}

const router = createBrowserRouter(
  [{ element: <Outlet />, children: [{ path: "/", element: <Front /> }, { path: "/story/:id", element: <Story /> }] }],
  { basename: BASE },
);
createRoot(document.getElementById("app")).render(<RouterProvider router={router} />);
