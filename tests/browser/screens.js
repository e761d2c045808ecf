// Every screen of the gate that a reader can meet, and how to get there.
import { readFileSync, readdirSync } from "node:fs";
import { eventually } from "./lab/tab.js";
import { map, otherVideo, post, postScript, video } from "./pages.js";

const texts = new URL("../../catalogue/texts/", import.meta.url);

/** The languages that there are texts in, with the direction that each is written in. */
export const languages = new Map(
  readdirSync(texts).map((name) => [name.replace(".ftl", ""), /^language-direction = (\w+)/m.exec(readFileSync(new URL(name, texts), "utf8"))[1]]),
);

/** One notice of each kind: with words, with a title, with scripts, of no service, and one that cannot be shown. */
const kinds = `${video("kinds")}
${post("3001", "The river is back.")}
${postScript}
${map}
<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cabc123/" data-instgrm-version="14"><a href="https://www.instagram.com/p/Cabc123/">A picture of the valley</a></blockquote>
<script async src="//www.instagram.com/embed.js"></script>
<iframe src="https://docs.google.com/forms/d/e/1FAIpQLSd0/viewform?embedded=true" width="640" height="900" title="Subscribe">Loading…</iframe>
<iframe src="https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk" width="100%" height="152" allow="autoplay"></iframe>
<iframe src="https://polls.third.test/question/1" title="A poll"></iframe>
<div id="disqus_thread"></div>
<script>(function () { var s = document.createElement("script"); s.src = "//" + "valley-news" + ".disqus.com/embed.js"; document.head.appendChild(s); })();</script>
${otherVideo("333")}`;

const article = (lang, dir) => `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kinds</title>
<style>:root { color-scheme: light dark; background: light-dark(#fff, #111); color: light-dark(#111, #eee) } a { color: light-dark(#00e, #9cf) } body { margin: 0 auto; max-width: 42rem; padding: 0 8px; font: 1em/1.5 sans-serif } h1 { overflow-wrap: anywhere }</style></head>
<body><main><h1>Kinds</h1>
${kinds}
</main></body></html>
`;

export const routes = {
  ...Object.fromEntries([...languages].map(([lang, dir]) => [`/kinds/${lang}`, article(lang, dir)])),
  // What no proxy may pass on.
  "/broken": { headers: { "content-length": ["10", "12"] } },
};

/** The configuration that makes the most of each screen. */
export const config = `[site]
name = "Valley News"
privacy_page = "/privacy"
preferences_link = true

[services]
used = ["youtube", "vimeo", "x", "instagram", "openstreetmap", "google-forms", "spotify", "disqus"]
`;

/** Makes the notices of a page show one decision of each sort, as another tab would. */
const decideInPage = () => {
  const { terms } = document.querySelector("script[data-terms]").dataset;
  const fingerprint = Object.fromEntries(terms.split(" ").map((each) => each.split(":")));
  const today = Math.floor(Date.now() / 864e5);
  const decisions = [
    `video:0:${today}:${fingerprint.video}`,
    `maps:1:${today}:${fingerprint.maps}`,
    `social:1:${today}:zzzz`,
    `forms:1:1:${fingerprint.forms}`,
    `@spotify:1:${today}:zzzz`,
  ];
  document.cookie = `eu-consent=v2.${decisions.join(".")}; path=/`;
  new BroadcastChannel("jalousie").postMessage(0);
};

/** More decisions than a cookie holds. */
const everything = `scope=preferences&decision=save&${readdirSync(new URL("../../catalogue/services/", import.meta.url))
  .map((name, i) => `@${name.replace(".toml", "")}=${i % 2 ? "accept" : "refuse"}`)
  .join("&")}`;

const at = (path) => async (tab, stage, lang) => {
  await tab.goto(stage.url(path.replace("LANG", lang)));
};

/** Opens all that is folded, so that it is looked at too. */
const unfold = (tab) => tab.page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));

/** Shows an answer that only a post or a header brings, in the place of a page of the gate. */
const answer = (address, options) => async (tab, stage, lang) => {
  await tab.goto(stage.url("/_jalousie/nothing"));
  await tab.page.evaluate(
    async (address, options) => {
      const answer = await (await fetch(address, options)).text();
      document.open();
      document.write(answer);
      document.close();
    },
    address,
    { ...options, headers: { "accept-language": lang, "content-type": "application/x-www-form-urlencoded" } },
  );
  await eventually("the answer", () => tab.page.evaluate(() => document.readyState === "complete" && document.styleSheets.length === 1));
};

const token = (tab) => tab.page.evaluate(() => document.querySelector("figure[data-service=youtube]").dataset.jalousieFrame.split("/").pop());

/** Makes a reader one who was never here. */
export const forget = async (tab, stage) => tab.page.deleteCookie(...(await tab.page.cookies(stage.url("/_jalousie/receipts"))));

/** What is in the dialog's tree, to wait for it. */
export const dialogIsOpen = () => [...document.body.children].some((each) => each.shadowRoot?.querySelector("dialog[open]"));

/**
 * The screens in the order in which a reader without receipts or decisions meets them: each `open(tab, stage, lang)`.
 * Those before `choices` leave no trace.
 */
export const screens = {
  notices: at("/kinds/LANG"),
  dialog: async (tab, stage, lang) => {
    await at("/kinds/LANG")(tab, stage, lang);
    await tab.page.evaluate(() => window.jalousie.open());
    await eventually("the dialog", () => tab.page.evaluate(dialogIsOpen));
    await tab.page.evaluate(() => {
      for (const { shadowRoot } of document.body.children) shadowRoot?.querySelectorAll("details").forEach((each) => (each.open = true));
    });
  },
  "receipts-none": at("/_jalousie/receipts?lang=LANG"),
  service: at("/_jalousie/service/youtube?lang=LANG"),
  "service-unclassified": at("/_jalousie/service/unclassified?lang=LANG"),
  "frame-closed": async (tab, stage, lang) => {
    await at("/kinds/LANG")(tab, stage, lang);
    await tab.goto(stage.url(`/_jalousie/frame/${await token(tab)}?lang=${lang}`));
  },
  preferences: async (tab, stage, lang) => {
    await at("/_jalousie/preferences?lang=LANG")(tab, stage, lang);
    await unfold(tab);
  },
  choices: async (tab, stage, lang) => {
    await at("/kinds/LANG")(tab, stage, lang);
    await tab.page.evaluate(decideInPage);
    await eventually("the map", async () => (await tab.openFrames()) === 1);
  },
  "preferences-saved": async (tab, stage, lang) => {
    await at("/_jalousie/preferences?lang=LANG&saved=1")(tab, stage, lang);
    await unfold(tab);
  },
  view: async (tab, stage, lang) => {
    await at("/kinds/LANG")(tab, stage, lang);
    const grant = await tab.page.evaluate(async () => {
      const form = document.querySelector("figure[data-service=youtube] form");
      const body = new URLSearchParams([...new FormData(form), ["decision", "accept"]]);
      return new URL((await fetch(form.action, { method: "POST", body })).headers.get("jalousie-frame"), location.href).search;
    });
    await tab.goto(stage.url(`/_jalousie/view/${await token(tab)}${grant}&lang=${lang}`));
  },
  receipts: at("/_jalousie/receipts?lang=LANG"),
  "receipts-erased": at("/_jalousie/receipts?lang=LANG&erased=2"),
};

/** The screens that hold all that the others hold too. */
export const fullest = ["notices", "service", "choices", "preferences-saved", "view", "receipts-erased"];

/** Pages that say what went wrong: one sentence each, all else is the same. */
export const errors = {
  "error-address": answer("/_jalousie/nothing"),
  "error-request": answer("/_jalousie/consent"),
  "error-too-many": answer("/_jalousie/consent", { method: "POST", body: everything }),
  "error-site": answer("/broken"),
};
