import { useEffect, useState } from "react";
import { select } from "../../../shared/stories.mjs";

/** Rendered by the build, frames included, then hydrated in the browser. */
export default function Stories({ stories }) {
  const [weather, setWeather] = useState("");
  const [words, setWords] = useState("");
  const [turn, setTurn] = useState(0);
  useEffect(() => void fetch("/astro/api/weather").then(async (answer) => setWeather((await answer.json()).words)), []);
  return (
    <>
      <p id="weather">{weather}</p>
      <input id="filter" aria-label="Filter" value={words} onChange={(event) => setWords(event.target.value)} />
      <button id="turn" onClick={() => setTurn(turn + 1)}>Turn</button>
      <ul id="stories">
        {select(stories, words, turn).map(({ id, title, embed }) => (
          <li key={id}>
            <a data-story={id} href={`/astro/story/${id}/`}>{title}</a>
            {embed && <iframe title="External" width="320" height="180" src={embed} />}
            <small>Story {id}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
