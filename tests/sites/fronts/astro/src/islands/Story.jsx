import { useEffect, useState } from "react";

export default function Story({ story }) {
  const [comments, setComments] = useState([]);
  const [shown, setShown] = useState(true);
  const [other, setOther] = useState(false);
  const [likes, setLikes] = useState(0);
  const address = `/astro/api/comments/${story.id}`;
  const ask = async (options) => setComments(await (await fetch(address, options)).json());
  useEffect(() => {
    setLikes(Number(localStorage.getItem("astro-likes") ?? 0));
    ask();
  }, []);
  const like = () => {
    localStorage.setItem("astro-likes", likes + 1);
    setLikes(likes + 1);
  };
  return (
    <>
      {shown && story.embed && <iframe title="External" width="320" height="180" src={other ? story.other : story.embed} />}
      <p>{story.text}</p>
      <button id="toggle" onClick={() => setShown(!shown)}>{shown ? "Hide" : "Show"}</button>
      <button id="other" onClick={() => setOther(!other)}>Another</button>
      <button id="like" onClick={like}>Like</button> <output id="likes">{likes}</output>
      <ol id="comments">{comments.map((text, n) => <li key={n}>{text}</li>)}</ol>
      <form id="comment" action={(form) => ask({ method: "POST", body: new URLSearchParams(form) })}>
        <input name="text" aria-label="Comment" /> <button>Send</button>
      </form>
    </>
  );
}
