// Front ends as publishers build them, before and behind the gate: what is the site's own stays as it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../../browser/lab/harness.js";
import { names, RAW_TLS } from "../../browser/lab/index.js";
import { eventually, Tab } from "../../browser/lab/tab.js";
import { atWork, play, turn, WORD } from "./scenario.mjs";
import { fronts, newsroom } from "./server.mjs";
import { thirdParties } from "./shared/stories.mjs";

const { routes, reset } = newsroom();
const chosen = fronts.filter((front) => !process.env.FRONTS || process.env.FRONTS.split(",").includes(front));

const LOOSE = "an inline script was refused";
const THIRD = /third\.test|youtube\.com|vimeo\.com/;

/** An error as the console tells it, without what differs each time; none, if a third party was refused: that is what the gate is for. */
const plainly = (words) => {
  const [what] = words.split(/violates/);
  if (/content.security.policy/i.test(words) && THIRD.test(what)) return [];
  // Where the build has rendered an embed, React finds a notice in its place, says so, and renders anew (docs/limits.md).
  if (/React error #418/.test(words)) return [];
  // Turbo trips over itself, with and without the gate, where a frame is led on before it has been rendered, as Chromium and Firefox word it.
  if (/undefined \(reading 'renderMethod'\)|"renderMethod", this\.renderer is undefined/.test(words)) return [];
  return [/inline script/.test(what) ? LOOSE : words];
};

/** A tab that writes down what goes wrong in it, and how often it asks for notices. */
async function listen(reader) {
  const page = await reader.tab();
  const tab = new Tab(page, reader);
  tab.errors = [];
  tab.asked = 0;
  page.on("console", (message) => message.type() === "error" && tab.errors.push(...plainly(message.text())));
  page.on("pageerror", (error) => tab.errors.push(...plainly(String(error))));
  page.on("request", (request) => (tab.asked += request.url().includes("/_jalousie/notice")));
  return tab;
}

/** The icon is Firefox's own idea, once for all readers; a search is given up for the next letter's, perhaps before it is sent. */
const byChance = (path) => {
  const typed = path.split("?q=")[1];
  return path === "/favicon.ico" || (typed && WORD.startsWith(typed));
};

/** What the site's own server was asked for. */
const asked = (wire, mark) => {
  const all = wire.upstream(mark).filter(({ path }) => !byChance(path)).map(({ detail, path }) => `${detail} ${path}`);
  return { kinds: [...new Set(all)].sort(), posts: all.filter((one) => one.startsWith("POST")) };
};

const equal = (a, b) => {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
};

inEachBrowser("front ends", { routes, gate: { secure: "gate" }, timeout: 600_000 }, (stage) => {
  for (const front of chosen) {
    test(`${front}: the same site behind the gate, and nothing on the wire`, async () => {
      reset();
      const before = {};
      let mark = stage.wire.mark();
      const plain = await listen(await stage.reader());
      await play(plain, RAW_TLS, front, async (name, look) => {
        // What it is when it rests.
        await eventually("rest", async () => equal(before[name], (before[name] = await look())));
      });
      await stage.wire.quiet();
      const before_asked = asked(stage.wire, mark);
      assert.deepEqual(thirdParties.filter((host) => !names(stage.wire.since(mark)).includes(host)), [], "not met without the gate");

      reset();
      mark = stage.wire.mark();
      const gated = await listen(await stage.reader());
      let asks = 0;
      await play(gated, stage.gate.url, front, async (name, look) => {
        let after;
        await eventually(name, async () => equal((after = await look()), before[name])).catch(() => assert.deepEqual(after, before[name], `${front}: ${name}`));
        if (name === "turn") assert.ok(gated.asked - asks <= 3, `${gated.asked - asks} notices asked for while one list was rendered again`);
        asks = gated.asked;
      });
      await stage.wire.quiet();
      assert.deepEqual(gated.errors, plain.errors, "errors in the console");
      assert.deepEqual(asked(stage.wire, mark), before_asked, "requests to the site");
      await stage.assertSilence(mark, gated.reader);
    });

    test(`${front}: after a yes the content is there, wherever the site puts it`, async () => {
      reset();
      const tab = await listen(await stage.reader());
      await tab.goto(stage.url(`/${front}/`));
      // What the site says of the weather shows that its scripts are at work, and will not render anew under the mouse.
      await eventually("the site's scripts", () => tab.text("#weather"));
      await eventually("the notices", async () => (await tab.count("#stories figure.jalousie")) === 3);
      await tab.clientAtWork();
      const mark = stage.wire.mark();
      const yes = '#stories li:has([data-story="2"]) form:has([name="scope"][value="category"]) button[value="accept"]';
      await tab.press(yes);
      await stage.request(mark, "www.youtube.com", "/embed/millfilm001");
      await turn(tab, 7);
      await eventually("two films and a notice", async () => (await tab.openFrames()) === 2 && (await tab.count("#stories figure.jalousie")) === 3);
      await tab.press('[data-story="2"]');
      // With its comments, which come later and move what is to be pressed.
      await eventually("the story", async () => (await tab.text("#toggle")) === "Hide" && (await tab.count("#comments li")) > 0);
      await eventually("the film of the story", async () => (await tab.count("#toggle")) === 1 && (await tab.openFrames()) === 1 && atWork(tab));
      const hidden = stage.wire.mark();
      await tab.press("#toggle");
      await eventually("the film hidden", async () => (await tab.text("#toggle")) === "Show");
      await eventually("no film", async () => (await tab.count("figure.jalousie")) === 0 && (await tab.openFrames()) === 0 && atWork(tab));
      await tab.press("#toggle");
      await eventually("the film again", async () => (await tab.openFrames()) === 1 && atWork(tab));
      await stage.request(hidden, "www.youtube.com", "/embed/millfilm001");
      await tab.press("#other");
      await stage.request(hidden, "www.youtube.com", "/embed/millfilm002");
      await tab.waitForFrames(1);
      assert.deepEqual(tab.errors.filter((words) => words !== LOOSE), []);
      assert.ok(!names(stage.wire.since(mark)).includes("maps.third.test"));
    });
  }

  if (chosen.includes("offline"))
    test("offline: without the site its worker shows what it kept, which is still gated", async () => {
      reset();
      const mark = stage.wire.mark();
      const tab = await listen(await stage.reader());
      await tab.goto(stage.url("/offline/"));
      await tab.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      await tab.reload();
      await eventually("the notices", async () => (await tab.count("#stories figure.jalousie")) === 3);
      stage.origin.route("/offline/", { status: 503, body: "<p>Down" });
      try {
        await tab.reload();
        assert.equal(await tab.text("h1"), "Valley News");
        await eventually("the notices of the copy", async () => (await tab.count("#stories figure.jalousie")) === 3);
        await tab.goto(stage.url("/offline/nowhere"));
        assert.equal(await tab.text("h1"), "No network");
      } finally {
        stage.origin.route("/offline/", routes["/offline/"]);
      }
      await stage.assertSilence(mark, tab.reader);
    });
});
