// What a reader does on every front, step by step, and what the site shows for it.
import { eventually } from "../../browser/lab/tab.js";
import { select, stories } from "./shared/stories.mjs";

const FILM = stories[1];
export const TURNS = 20;

/** What is the site's own of what the reader sees, and what the site has stored. Runs in the page. */
const observe = () => {
  const copy = document.body.cloneNode(true);
  for (const part of copy.querySelectorAll('[data-jalousie="embed"], script, style, noscript')) part.remove();
  return {
    address: location.pathname + location.search,
    title: document.title,
    text: copy.textContent.replace(/\s+/g, " ").trim(),
    fields: [...document.querySelectorAll("main input:not([data-jalousie] *)")].map(({ value }) => value),
    storage: { ...localStorage },
    images: [...document.images].filter((image) => image.complete && image.naturalWidth).length,
    marks: { ...document.documentElement.dataset },
  };
};

/** The embeds in the page, in order: those that load, or the notices that can be seen. Runs in the page. */
const embedsOf = (known) => {
  const all = [...document.querySelectorAll('main iframe, main [data-jalousie="embed"]')];
  const outside = all.filter((e) => e.matches("figure") || (e.src && new URL(e.src).host !== location.host));
  const name = (e) => known.find((key) => e.outerHTML.includes(key)) ?? e.outerHTML;
  // A notice has its looks, wherever its style sheet came from.
  const plain = (e) => e.matches("figure") && getComputedStyle(e.querySelector(".jalousie-button")).minHeight !== "44px";
  return outside.filter((e) => e.getClientRects().length).map((e) => name(e) + (plain(e) ? " without style" : ""));
};
const KEYS = stories.flatMap(({ embed, other }) => [embed, other]).filter(Boolean).map((address) => address.split("/").at(-1));

export const embeds = (tab) => tab.page.evaluate(embedsOf, KEYS);

const has = (selector, fits) => (tab) => tab.page.evaluate(`(${fits})([...document.querySelectorAll(${JSON.stringify(selector)})])`);
const text = (selector, words) => has(selector, `(found) => found[0]?.textContent === ${JSON.stringify(words)}`);
const atFront = async (tab) => (await text("h1", "Valley News")(tab)) && (await has("#stories li", "(found) => found.length === 5")(tab));
const inOrder = (words, turn) => {
  const titles = select(stories, words, turn).map(({ title }) => title);
  return has("#stories li a[data-story]", `(found) => found.map((a) => a.textContent).join() === ${JSON.stringify(titles.join())}`);
};
const click = (tab, selector) => tab.page.evaluate((s) => document.querySelector(s).click(), selector);

/** Whether the site's scripts have taken up all that is there: before that, what a reader presses is lost, gate or not. */
export const atWork = has("astro-island[ssr], .htmx-added, .htmx-settling", "(found) => found.length === 0");

/** Renders the list anew, again and again. */
export async function turn(tab, times = TURNS) {
  for (let n = 1; n <= times; n++) {
    await click(tab, "#turn");
    await eventually(`turn ${n}`, async () => (await inOrder("", n)(tab)) && atWork(tab));
  }
}

/** What the reader looks for, letter by letter. */
export const WORD = "river";

const filter = (words) => async (tab) => {
  await tab.page.focus("#filter");
  for (const key of words ? [...words] : Array(5).fill("Backspace")) await tab.page.keyboard.press(key);
};

/** Steps: name, what the reader does, and when the site is done with it. */
export const steps = (base, front) => [
  ["open", (tab) => tab.goto(`${base}/${front}/`), async (tab) => (await atFront(tab)) && text("#weather", "Rain from the west")(tab)],
  ["filter", filter(WORD), inOrder(WORD, 0)],
  ["filter-off", filter(""), inOrder("", 0)],
  ["turn", (tab) => turn(tab), inOrder("", TURNS)],
  ["read", (tab) => tab.press('[data-story="2"]'), async (tab) => (await text("h1", FILM.title)(tab)) && has("#comments li", "(all) => all.length > 0")(tab)],
  ["like", async (tab) => (await tab.press("#like"), tab.press("#like")), has("#likes", "([output]) => output.textContent === '2'")],
  ["hide", (tab) => tab.press("#toggle"), text("#toggle", "Show")],
  ["show", (tab) => tab.press("#toggle"), text("#toggle", "Hide")],
  ["hide-again", (tab) => tab.press("#toggle"), text("#toggle", "Show")],
  ["show-again", (tab) => tab.press("#toggle"), text("#toggle", "Hide")],
  [
    "comment",
    async (tab) => (await tab.page.type("#comment input", "Well turned"), tab.press("#comment button")),
    has("#comments li", "(all) => all.length === 2 && all[1].textContent === 'Well turned'"),
  ],
  ["back", (tab) => tab.page.evaluate(() => history.back()), atFront],
  ["forward", (tab) => tab.page.evaluate(() => history.forward()), text("h1", FILM.title)],
  // Leading a frame elsewhere is an entry in the history, without the gate: nobody goes back any more.
  ["another", (tab) => tab.press("#other"), async (tab) => (await embeds(tab)).join() === "millfilm002"],
  ["first", (tab) => tab.press("#other"), async (tab) => (await embeds(tab)).join() === "millfilm001"],
  ["home", (tab) => tab.press("#home"), async (tab) => (await atFront(tab)) && text("#weather", "Rain from the west")(tab)],
  ["picture", (tab) => tab.scrollTo("#late"), has("#late", "([image]) => image.complete && image.naturalWidth > 0")],
];

/** Plays all steps; `check` gets each step's name and what is there then. */
export async function play(tab, base, front, check) {
  for (const [name, act, done] of steps(base, front)) {
    await act(tab);
    await eventually(`${front}: ${name}`, async () => (await done(tab)) && atWork(tab));
    await check(name, async () => ({ ...(await tab.page.evaluate(observe)), embeds: await embeds(tab) }));
  }
}
