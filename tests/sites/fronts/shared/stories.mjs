// What all the fronts publish: the same stories, so that one scenario fits them all.

export const stories = [
  { id: 1, title: "The river rises", text: "Two metres at the old bridge, and it still rains." },
  {
    id: 2,
    title: "A film from the mill",
    text: "The wheel turns again after forty years.",
    embed: "https://www.youtube.com/embed/millfilm001",
    other: "https://www.youtube.com/embed/millfilm002",
  },
  { id: 3, title: "Where the river floods", text: "The meadows first, then the lane.", embed: "https://maps.third.test/flood-map" },
  { id: 4, title: "The council votes", text: "Nine to eight, after midnight." },
  { id: 5, title: "A choir by the river", text: "They sang until dark.", embed: "https://player.vimeo.com/video/47110815" },
];

/** The stories whose titles have these words, moved on by `turn` places. */
export const select = (all, words, turn) => {
  const found = all.filter(({ title }) => title.toLowerCase().includes(words.trim().toLowerCase()));
  const first = found.length ? turn % found.length : 0;
  return [...found.slice(first), ...found.slice(0, first)];
};

/** Third parties of every page of every front, beside the embeds. */
export const extras = `<link rel="preconnect" href="https://hints.third.test">
<link rel="stylesheet" href="https://fonts.third.test/css?family=Vale">
<script async src="https://metrics.third.test/metrics.js"></script>`;

/** The hosts that a reader of any front contacts without the gate. */
export const thirdParties = [
  "hints.third.test",
  "fonts.third.test",
  "metrics.third.test",
  "www.youtube.com",
  "maps.third.test",
  "player.vimeo.com",
];
