// What a reader decides holds, at once and later, and for nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { names } from "./lab/index.js";
import { eventually, notice } from "./lab/tab.js";
import { routes } from "./pages.js";

const [youtube, vimeo, x, osm] = ["youtube", "vimeo", "x", "openstreetmap"].map((id) => notice(id));

inEachBrowser("accept", { routes }, (stage) => {
  test("one content once: it appears in its place, and nothing else does", async () => {
    const tab = await stage.visit("/valley");
    const mark = stage.wire.mark();
    await tab.press(youtube.once);
    await stage.request(mark, "www.youtube.com", "/embed/valleyfilm");
    await tab.shows("stand-in content for www.youtube.com/embed/valleyfilm");
    assert.equal(await tab.openFrames(), 1);
    assert.equal(await tab.count(youtube.frame), 1);
    assert.equal(await tab.text(youtube.title), null, "the notice has made way");
    await stage.assertSilence(mark, tab.reader, { except: ["www.youtube.com"] });
  });

  test("one content once: nothing is recorded, so a reload asks again", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.once);
    await tab.shows("/embed/one");
    assert.equal(await tab.consent(), null);
    const mark = stage.wire.mark();
    await tab.reload();
    await stage.assertSilence(mark, tab.reader);
    assert.equal(await tab.openFrames(), 0);
  });

  test("a post's script runs in its frame, not in the page", async () => {
    const tab = await stage.visit("/post");
    const mark = stage.wire.mark();
    await tab.press(x.once);
    await tab.shows("stand-in widget for twitter-tweet by platform.twitter.com");
    await stage.request(mark, "platform.twitter.com", "/seen.gif");
    assert.equal(await tab.count(".stand-in-widget"), 0);
    assert.deepEqual(names(stage.wire.since(mark)), ["platform.twitter.com"]);
  });

  test("a category: its three embeds open together", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    for (const { frame } of [youtube, notice("youtube", 2), vimeo]) await tab.scrollTo(frame);
    for (const address of ["www.youtube.com/embed/one", "www.youtube.com/embed/two", "player.vimeo.com/video/333"]) {
      await tab.shows(`stand-in content for ${address}`);
    }
    assert.equal(await tab.consent(), "v2.video:1");
  });

  test("a category says nothing about another", async () => {
    const tab = await stage.visit("/valley");
    const mark = stage.wire.mark();
    await tab.press(youtube.always);
    await tab.waitForFrames(1);
    await tab.shows("/embed/valleyfilm");
    await stage.assertSilence(mark, tab.reader, { except: ["www.youtube.com"] });
  });

  test("a category is kept: after a reload, on another page, in another tab", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    let mark = stage.wire.mark();
    await tab.reload();
    await tab.waitForFrames(3);
    await stage.request(mark, "www.youtube.com", "/embed/one");
    mark = stage.wire.mark();
    const other = await stage.visit("/valley", { reader: tab.reader });
    await other.waitForFrames(1);
    await other.scrollTo(youtube.frame);
    await stage.request(mark, "www.youtube.com", "/embed/valleyfilm");
  });

  test("another tab that is open follows", async () => {
    const first = await stage.visit("/films");
    const second = await stage.visit("/valley", { reader: first.reader });
    await second.press(youtube.always);
    await second.waitForFrames(1);
    await first.waitForFrames(3);
  });

  test("nothing below moves where the size is known", async () => {
    const tab = await stage.visit("/films");
    // From the top of the page, so that the browser's own scroll anchoring hides nothing.
    const place = () => tab.page.evaluate(() => document.querySelector("main > p:last-of-type").getBoundingClientRect().top + scrollY);
    const before = await place();
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    await tab.shows("/embed/one");
    assert.ok(Math.abs((await place()) - before) <= 1, `it was at ${before} px and is at ${await place()} px`);
  });

  test("works under the site's own strict policy, and leaves that in force", async () => {
    const tab = await stage.visit("/strict");
    assert.equal(await tab.text("#own"), "first-party script ran");
    await tab.press(youtube.once);
    await tab.waitForFrames(1);
    await tab.shows("/embed/strictfilm");
    const ran = await tab.page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", `<p id="handler" onclick="window.handlerRan = true">x</p>`);
      document.getElementById("handler").click();
      return window.handlerRan;
    });
    assert.ok(!ran, "an inline handler ran in spite of the site's policy");
  });

  test("every reader gets the same page, whatever they decided", async () => {
    const tab = await stage.visit("/films");
    const html = () => tab.page.evaluate(async () => (await fetch("/films", { cache: "no-store" })).text());
    const before = await html();
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    assert.equal(await html(), before);
  });

  test("another reader is not concerned", async () => {
    const tab = await stage.visit("/map");
    await tab.press(osm.always);
    await tab.shows("www.openstreetmap.org/export/embed.html");
    await stage.sendReadersHome();
    const mark = stage.wire.mark();
    const stranger = await stage.visit("/map");
    await stage.assertSilence(mark, stranger.reader);
    assert.equal(await stranger.openFrames(), 0);
  });
});

inEachBrowser("refuse", { routes }, (stage) => {
  test("it stays closed, says so, and can be changed", async () => {
    const tab = await stage.visit("/films");
    const mark = stage.wire.mark();
    await tab.press(youtube.refuse);
    await eventually("the refusal is shown", () => tab.text(youtube.refused));
    await stage.assertSilence(mark, tab.reader);
    assert.equal(await tab.consent(), "v2.video:0");
    await tab.reload();
    assert.ok(await tab.text(youtube.refused), "it is still known after a reload");
    await stage.assertSilence(mark, tab.reader);
    await tab.press(youtube.once);
    await tab.waitForFrames(1);
    await tab.shows("/embed/one");
  });
});

inEachBrowser("withdraw", { routes }, (stage) => {
  const accepted = async (path = "/films") => {
    const tab = await stage.visit(path);
    await tab.press(youtube.always);
    await tab.waitForFrames(path === "/films" ? 3 : 1);
    await tab.shows("stand-in content for www.youtube.com");
    return tab;
  };

  const withdrawInPreferences = async (tab) => {
    await tab.goto(stage.url("/_jalousie/preferences"));
    await tab.follow('button[name="decision"][value="withdraw"]');
    assert.doesNotMatch((await tab.consent()) ?? "", /video:1/);
  };

  test("beside the content: it is gone, and stays gone after a reload", async () => {
    const tab = await accepted();
    await tab.press(youtube.withdraw);
    await tab.waitForFrames(0);
    assert.ok(await tab.text(youtube.title), "the notice is back");
    assert.doesNotMatch((await tab.consent()) ?? "", /video:1/);
    const mark = stage.wire.mark();
    await tab.reload();
    await stage.assertSilence(mark, tab.reader);
    assert.equal(await tab.openFrames(), 0);
  });

  test("on the preferences page, reached from the notice's link; other open tabs follow", async () => {
    const tab = await accepted();
    const other = await stage.visit("/valley", { reader: tab.reader });
    await other.waitForFrames(1);
    // A press opens them as a dialog (requirements.test.js); the address is the same.
    await other.goto(stage.url(await other.attribute(notice("x").preferences, "href")));
    await other.follow('button[name="decision"][value="withdraw"]');
    await tab.waitForFrames(0);
    const mark = stage.wire.mark();
    await tab.reload();
    await stage.assertSilence(mark, tab.reader);
  });

  test("going back does not bring it back", async () => {
    const tab = await accepted();
    await withdrawInPreferences(tab);
    const mark = stage.wire.mark();
    await tab.backTo("/films");
    await tab.waitForFrames(0);
    await stage.assertSilence(mark, tab.reader);
    assert.equal(await tab.openFrames(), 0);
  });

  test("what was shown once ends with it", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.once);
    await tab.waitForFrames(1);
    await tab.press(youtube.withdraw);
    await tab.waitForFrames(0);
  });
});

inEachBrowser("Global Privacy Control", { routes, browser: { gpc: true } }, (stage) => {
  test("is a refusal that the reader is told about, and can still decide", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/films");
    const request = stage.wire.upstream(mark).find((event) => event.path === "/films");
    assert.equal(request.headers["sec-gpc"], "1", "it is passed on to the publisher");
    await stage.assertSilence(mark, tab.reader);
    assert.ok(await tab.text(youtube.gpc), "the notice says that it was taken as no");
    await tab.press(youtube.once);
    await tab.waitForFrames(1);
    await tab.shows("/embed/one");
  });
});
