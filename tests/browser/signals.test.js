// What tags are told (Consent Mode), and what is taken from a consent platform of the site's own (TCF).
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { eventually, notice } from "./lab/tab.js";
import { map, otherVideo, video } from "./pages.js";

const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Signals</title>${head}</head><body><main><h1>Signals</h1>${body}</main></body></html>`;

/** A tag of the site's own, which sees what is there when it runs. */
const tag = `<script>window.seen = (window.dataLayer ?? []).map((each) => [...each].slice(0, 2).join(" "))</script>`;

/**
 * A consent platform as the IAB's "CMP API v2" describes it: a listener is called at once with what there is, then
 * whenever the reader has confirmed a choice. Its two buttons stand for its window.
 */
const platform = `<script>
(() => {
  const listeners = [];
  let data = { tcString: "C", cmpId: 1, cmpStatus: "loaded", gdprApplies: true, isServiceSpecific: true, ...JSON.parse(sessionStorage.getItem("tc") ?? '{"eventStatus":"cmpuishown","purpose":{"consents":{}},"vendor":{"consents":{}}}') };
  const tell = (each) => each.callback({ ...data, listenerId: each.id }, true);
  window.__tcfapi = (command, version, callback) => {
    if (command !== "addEventListener" || version !== 2) return callback(null, false);
    const listener = { callback, id: listeners.length + 1 };
    listeners.push(listener);
    tell(listener);
  };
  window.confirmChoice = (yes, changes = {}) => {
    const consents = { purpose: { consents: { 1: yes, 8: yes } }, vendor: { consents: { 755: yes } } };
    data = { ...data, ...consents, eventStatus: "useractioncomplete", ...changes };
    sessionStorage.setItem("tc", JSON.stringify({ ...consents, eventStatus: "tcloaded" }));
    listeners.forEach(tell);
  };
})();
</script><button id="agree" onclick="confirmChoice(true)">Agree</button><button id="disagree" onclick="confirmChoice(false)">Disagree</button>`;

const routes = {
  "/tags": page(tag, video("one")),
  "/eager": page("", `${platform}<script>addEventListener("load", () => setTimeout(confirmChoice, 0, true))</script>${video("one")}`),
  "/platform": page("", platform + video("one") + map + otherVideo("2")),
};

const config = `[site]
name = "Valley News"
[services]
used = ["youtube", "vimeo", "openstreetmap", "matomo", "google-analytics"]
[signals]
consent_mode = "basic"
[[signals.tcf]]
category = "video"
purposes = [1, 8]
vendors = [755]
`;

/** What tags were told, each as its command and what it grants. */
const told = (tab) => tab.page.evaluate(() => window.dataLayer.map(([what, command, state]) => [what, command, Object.keys(state).filter((key) => state[key] === "granted").join(" ")]));
const ALL = ["ad_personalization", "ad_storage", "ad_user_data", "analytics_storage", "functionality_storage", "personalization_storage", "security_storage"];
const NOTHING = ["consent", "default", ""];
const youtube = notice("youtube");

/** Decides on the page of choices, and comes back. */
const decide = (tab, choices) =>
  tab.page.evaluate(async (choices) => {
    const body = new URLSearchParams({ scope: "preferences", decision: "save", ...choices });
    const { ok } = await fetch("/_jalousie/consent", { method: "POST", body });
    new BroadcastChannel("jalousie").postMessage(0);
    return ok;
  }, choices);

inEachBrowser("consent mode", { routes, gate: { config } }, (stage) => {
  test("all is denied before the first script runs, and nothing is granted by what is no choice", async () => {
    const reader = await stage.reader();
    const mark = stage.wire.mark();
    const tab = await stage.visit("/tags", { reader });
    assert.deepEqual(await tab.page.evaluate(() => window.seen), ["consent default"]);
    const state = await tab.page.evaluate(() => window.dataLayer[0][2]);
    assert.deepEqual([Object.keys(state).sort(), [...new Set(Object.values(state))]], [ALL, ["denied"]]);
    assert.equal(await tab.page.evaluate(() => Object.prototype.toString.call(window.dataLayer[0])), "[object Arguments]");
    await tab.press(youtube.always);
    await tab.waitForFrames(1);
    assert.deepEqual(await told(tab), [NOTHING]);
    await stage.assertSilence(mark, reader, { except: ["www.youtube.com"] });
  });

  test("a yes is told at once, on the next page before its first script, and so is its end", async () => {
    const tab = await stage.visit("/tags");
    assert.ok(await decide(tab, { analytics: "accept" }));
    await eventually("the yes", async () => (await told(tab)).length === 2);
    const yes = ["consent", "update", "analytics_storage"];
    assert.deepEqual(await told(tab), [NOTHING, yes]);
    await tab.reload();
    assert.deepEqual(await tab.page.evaluate(() => window.seen), ["consent default", "consent update"]);
    assert.deepEqual(await told(tab), [NOTHING, yes]);
    assert.ok(await decide(tab, { analytics: "ask", advertising: "accept" }));
    await eventually("both", async () => (await told(tab)).length === 3);
    assert.deepEqual((await told(tab)).at(-1), ["consent", "update", "ad_storage ad_user_data ad_personalization personalization_storage"]);
  });

  test("one service that is refused by name denies its category's signals", async () => {
    const tab = await stage.visit("/tags");
    assert.ok(await decide(tab, { analytics: "accept", "@matomo": "refuse", "@vimeo": "refuse" }));
    await tab.reload();
    assert.deepEqual(await told(tab), [NOTHING]);
    assert.ok(await decide(tab, { analytics: "accept", "@matomo": "ask", "@vimeo": "refuse" }));
    await eventually("the yes", async () => (await told(tab)).length === 2);
  });

  test("a choice in another tab is told here", async () => {
    const tab = await stage.visit("/tags");
    const other = await stage.visit("/tags", { reader: tab.reader });
    assert.ok(await decide(other, { analytics: "accept" }));
    await eventually("the yes", async () => (await told(tab)).length === 2);
  });
});

inEachBrowser("a consent platform of the site's own", { routes, gate: { config } }, (stage) => {
  test("a yes there opens its category here, and no other; it is no choice again on the next page", async () => {
    const tab = await stage.visit("/platform");
    await tab.press("#agree");
    await tab.waitForFrames(2);
    assert.equal(await tab.consent(), "v2.video:1");
    // Withdrawn here: what the platform remembers does not bring it back.
    await tab.press(youtube.withdraw);
    await tab.waitForFrames(0);
    await tab.reload();
    await stage.wire.quiet();
    assert.deepEqual([await tab.openFrames(), await tab.consent()], [0, null]);
  });

  test("a no there takes back the yes, and asks again", async () => {
    const tab = await stage.visit("/platform");
    await tab.press("#agree");
    await tab.waitForFrames(2);
    await tab.press("#disagree");
    await tab.waitForFrames(0);
    assert.deepEqual([await tab.consent(), await tab.text(youtube.refused)], [null, null]);
  });

  test("a yes there does not open what was refused here", async () => {
    const tab = await stage.visit("/platform");
    await tab.press(youtube.refuse);
    await eventually("the refusal", async () => (await tab.consent()) === "v2.video:0");
    await tab.press("#agree");
    await stage.wire.quiet();
    assert.deepEqual([await tab.openFrames(), await tab.consent()], [0, "v2.video:0"]);
  });

  test("its receipt says where it was made", async () => {
    const tab = await stage.visit("/platform");
    await tab.press("#agree");
    await tab.waitForFrames(2);
    await tab.goto(stage.url("/_jalousie/receipts?lang=en"));
    assert.match(await tab.text("main"), /Accepted[\s\S]*Video[\s\S]*this site’s own consent window/);
  });

  test("what is no act of the reader's is nothing", async () => {
    // Nobody has touched the page: the platform speaks by itself.
    const idle = await stage.visit("/eager");
    await stage.wire.quiet();
    assert.deepEqual([await idle.consent(), await idle.openFrames()], [null, 0]);
    const tab = await stage.visit("/platform");
    await tab.page.mouse.click(5, 5);
    for (const changes of [{ eventStatus: "tcloaded" }, { eventStatus: "cmpuishown" }, { gdprApplies: false }, { gdprApplies: undefined }, { isServiceSpecific: false }, { vendor: { consents: {} } }, { purpose: { consents: { 1: true }, legitimateInterests: { 8: true } } }])
      await tab.page.evaluate((changes) => window.confirmChoice(true, { gdprApplies: true, isServiceSpecific: true, ...changes }), changes);
    await stage.wire.quiet();
    assert.deepEqual([await tab.consent(), await tab.openFrames()], [null, 0]);
    await tab.page.evaluate(() => window.confirmChoice(true, { gdprApplies: true, isServiceSpecific: true }));
    await tab.waitForFrames(2);
  });
});
