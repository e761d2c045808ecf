// A real shared cache before the gate: all readers share one copy of a page, and none sees another's choices.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BEHIND, caches, startCache } from "./lab/cache.js";
import { inEachBrowser } from "./lab/harness.js";
import { eventually, notice } from "./lab/tab.js";
import { routes as pages, video } from "./pages.js";

const youtube = notice("youtube");

/** A page that any cache may keep, and that is confirmed by its tag. */
const kept = (body, headers) => (request) => {
  const fields = { etag: '"first"', "cache-control": "public, max-age=600", ...headers };
  const held = (request.headers["if-none-match"] ?? "").includes('"first"');
  return held ? { status: 304, headers: fields } : { body, headers: fields };
};
const routes = {
  "/films": kept(pages["/films"]),
  "/soon-stale": kept(pages["/films"], { "cache-control": "public, max-age=1" }),
  "/counted": kept(`<!doctype html><html lang="en"><title>Counted</title><script src="https://www.google-analytics.com/analytics.js"></script>${video("one")}`),
  "/any-language": kept(`<!doctype html><title>Films</title>${video("one")}`),
};

/** A request as no browser's own cache answers it, by somebody with these cookies. */
const ask = async (stage, path, headers = {}, options = {}) => {
  const answer = await fetch(stage.url(path), { headers, redirect: "manual", ...options });
  return { status: answer.status, text: await answer.text(), header: (name) => answer.headers.get(name), hit: answer.headers.get("x-cache") === "HIT" };
};
const cookiesOf = (tab) => tab.page.evaluate(() => document.cookie);
const askedFor = (stage, mark, path) => stage.wire.upstream(mark).filter((event) => event.path === path).length;

/** A group's tests with this cache before their gate. */
const behind = (kind, define, options) => (stage) => {
  let cache;
  before(async () => (cache = await startCache(kind, options)));
  after(() => cache.close());
  define(stage);
};

for (const kind of caches) {
  inEachBrowser(`${kind} before the gate`, { routes, gate: { port: BEHIND } }, behind(kind, sharedPages));
  const config = '[site]\ncache = "private"\n';
  inEachBrowser(`${kind} before a gate with private pages`, { routes, gate: { port: BEHIND, config } }, behind(kind, privatePages));
  const inPage = '[services]\nused = ["google-analytics", "matomo", "youtube"]\n[categories.analytics]\nin_page = true\n';
  const options = { recipe: kind === "nginx" ? "nginx-state.conf" : "varnish-state.vcl" };
  inEachBrowser(`${kind} before a gate with services in the page`, { routes, gate: { port: BEHIND, config: inPage } }, behind(kind, pagesByState, options));
}

function sharedPages(stage) {
  test("readers with different choices share one copy, and each sees the right thing", async () => {
    const start = stage.wire.mark();
    const yes = await stage.visit("/films");
    await yes.press(youtube.always);
    await yes.waitForFrames(3);
    await yes.reload();
    await yes.waitForFrames(3);
    const no = await stage.visit("/films");
    await no.press(youtube.refuse);
    await eventually("a refusal", () => no.text(youtube.refused));
    const [accepted, refused] = [await cookiesOf(yes), await cookiesOf(no)];
    await yes.page.goto("about:blank");

    await stage.wire.quiet();
    const mark = stage.wire.mark();
    const undecided = await stage.visit("/films");
    assert.equal(await undecided.openFrames(), 0);
    assert.ok(await undecided.text(youtube.once));
    assert.equal(await undecided.text(youtube.refused), null);
    await stage.assertSilence(mark, undecided.reader);
    const again = await stage.visit("/films", { reader: yes.reader });
    await again.waitForFrames(3);

    const copies = [];
    for (const cookie of [accepted, refused, ""]) {
      const copy = await ask(stage, "/films", cookie ? { cookie } : {});
      assert.ok(copy.hit, `not from the cache with "${cookie}"`);
      assert.equal(copy.header("set-cookie"), null);
      copies.push(copy.text);
    }
    assert.notEqual(accepted, refused);
    assert.equal(new Set(copies).size, 1, "all copies are one");
    assert.equal(askedFor(stage, start, "/films"), 1, "the site was asked once");
  });

  test("the gate's own addresses are never kept, but for its client and style sheet", async () => {
    const tab = await stage.visit("/films");
    const frame = await tab.attribute(youtube.figure, "data-jalousie-frame");
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    const cookie = await cookiesOf(tab);
    for (const [path, allowed, denied] of [
      [frame, 200, 403],
      [frame.replace("/frame/", "/view/"), 200, 403],
      ["/_jalousie/preferences", 200, 200],
    ]) {
      const answers = [];
      for (const headers of [{ cookie }, {}, { cookie }, {}]) answers.push(await ask(stage, path, headers));
      assert.deepEqual(answers.map(({ status }) => status), [allowed, denied, allowed, denied], path);
      assert.deepEqual(answers.map(({ hit }) => hit), [false, false, false, false], path);
      assert.match(answers[0].header("cache-control"), /no-store/);
      assert.equal(answers[0].text, answers[2].text);
      assert.notEqual(answers[0].text, answers[1].text, `${path} shows what this reader decided`);
    }
    const posted = await tab.page.evaluate(async (markup) => {
      const answers = [];
      for (const first of [1, 2]) answers.push(await fetch(`/_jalousie/notice?page=/films&first=${first}`, { method: "POST", body: markup }));
      return answers.map((answer) => [answer.status, answer.headers.get("x-cache") === "HIT", answer.headers.get("cache-control")]);
    }, video("two"));
    assert.deepEqual(posted, [[200, false, "no-store"], [200, false, "no-store"]]);
    const foreign = await ask(stage, "/_jalousie/consent", { origin: "http://other.test" }, { method: "POST", body: "decision=accept" });
    assert.deepEqual([foreign.status, foreign.hit], [403, false], "what others post is for the gate to refuse");
    const client = /src="(\/_jalousie\/client\.[^"]+)"/.exec((await ask(stage, "/films")).text)[1];
    await ask(stage, client);
    assert.ok((await ask(stage, client, { cookie })).hit);
  });

  test("copies are confirmed by their tag, by the cache and by the gate", async () => {
    const tag = (await ask(stage, "/films")).header("etag");
    assert.equal((await ask(stage, "/films", { "if-none-match": tag })).status, 304);
    assert.equal((await ask(stage, "/films", { "if-none-match": '"first"' })).status, 200, "the site's own tag is not the gated page's");
    const mark = stage.wire.mark();
    const first = await ask(stage, "/soon-stale");
    const confirmed = () => stage.wire.upstream(mark).some(({ path, headers }) => path === "/soon-stale" && headers["if-none-match"]);
    await eventually("a copy that is confirmed", async () => assert.equal((await ask(stage, "/soon-stale")).text, first.text) ?? confirmed());
  });

  test("a page that says no language is kept once for each", async () => {
    const titles = [];
    for (const language of ["fr", "de", "fr", "de"]) {
      const answer = await ask(stage, "/any-language", { "accept-language": language });
      titles.push([/<figure[^>]* lang="(\w+)"/.exec(answer.text)?.[1], answer.hit]);
    }
    assert.deepEqual(titles, [["fr", false], ["de", false], ["fr", true], ["de", true]]);
  });
}

function privatePages(stage) {
  test("pages with readers' choices in them are never kept", async () => {
    const start = stage.wire.mark();
    const yes = await stage.visit("/films");
    await yes.press(youtube.always);
    await yes.waitForFrames(3);
    const cookie = await cookiesOf(yes);
    const frames = [];
    for (const headers of [{ cookie }, {}, { cookie }, {}]) {
      const answer = await ask(stage, "/films", headers);
      assert.ok(!answer.hit);
      assert.match(answer.header("cache-control"), /private/);
      frames.push(answer.text.split('<iframe class="jalousie-frame"').length - 1);
    }
    assert.deepEqual(frames, [3, 0, 3, 0]);
    assert.equal(askedFor(stage, start, "/films"), 5, "the site is asked each time");
  });
}

function pagesByState(stage) {
  /** Decides as a form on a page of the site would, and gives the cookie that comes of it. */
  const decide = async (decision, scope, fields, cookie = "") => {
    const headers = { origin: new URL(stage.gate.url).origin, "sec-fetch-site": "same-origin", cookie };
    const body = new URLSearchParams({ decision, scope, return: "/", ...fields });
    return (await fetch(stage.url("/_jalousie/consent"), { method: "POST", headers, body })).headers.get("set-cookie").split(";")[0];
  };
  const analytics = { category: "analytics" };
  const isOpen = ({ text, header }) => {
    const open = text.includes('<script src="https://www.google-analytics.com/');
    assert.equal(header("content-security-policy").includes("google-analytics.com"), open, "policy and page agree");
    return open;
  };
  const get = async (path, cookie, headers) => ask(stage, path, { ...headers, ...(cookie && { cookie }) });

  test("readers who agreed to the same share one copy, and nobody gets another's", async () => {
    const mark = stage.wire.mark();
    const yes = await decide("accept", "category", analytics);
    const more = await decide("accept", "category", { category: "video" }, yes);
    const no = await decide("refuse", "category", analytics);
    const partly = await decide("refuse", "service", { service: "matomo" }, yes);
    const old = yes.replace(/:(\d+):/, (_, day) => `:${day - 200}:`);
    const other = yes.replace(/[\w-]{4}$/, "abcd");
    const readers = [[yes, true], ["", false], [more, true], [no, false], [partly, false], [old, false], [other, false], [yes, true], ["eu-consent=", false]];
    const hits = [];
    for (const [cookie, open] of readers) {
      const answer = await get("/counted", cookie);
      assert.equal(isOpen(answer), open, cookie);
      hits.push(answer.hit);
    }
    assert.deepEqual(hits, [false, false, true, true, true, true, true, true, true]);
    assert.equal(askedFor(stage, mark, "/counted"), 2, "the site was asked once for each state");
  });

  test("a reader's own header of that name changes nothing", async () => {
    const yes = await decide("accept", "category", analytics);
    const state = "analytics:" + yes.slice(-4);
    for (const name of ["jalousie-state", "x-page", "x-cookie"]) {
      for (const value of [state, "none", "/counted", yes]) assert.equal(isOpen(await get("/counted", "", { [name]: value })), false, `${name}: ${value}`);
    }
    assert.equal(isOpen(await get("/counted", yes, { "jalousie-state": "none" })), true);
  });

  test("a browser asks each time, so a choice counts from the next page on", async () => {
    const tab = await stage.visit("/counted");
    const scripts = () => tab.count('script[src^="https://www.google-analytics.com"]');
    const post = (decision) => tab.page.evaluate((d) => fetch("/_jalousie/consent", { method: "POST", body: new URLSearchParams({ decision: d, scope: "category", category: "analytics", return: "/" }) }).then((answer) => answer.status), decision);
    const elsewhereAndBack = async () => {
      await tab.goto(stage.url("/films"));
      await tab.goto(stage.url("/counted"));
    };
    assert.equal(await scripts(), 0);
    assert.equal(await post("accept"), 204);
    await elsewhereAndBack();
    assert.equal(await scripts(), 1);
    assert.equal(await post("withdraw"), 204);
    const mark = stage.wire.mark();
    await elsewhereAndBack();
    assert.equal(await scripts(), 0);
    await stage.assertSilence(mark, tab.reader);
  });
}
