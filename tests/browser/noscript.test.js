// Everything can be done without JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { notice } from "./lab/tab.js";
import { routes } from "./pages.js";

const youtube = notice("youtube");

inEachBrowser("without JavaScript", { routes, browser: { javascript: false } }, (stage) => {
  test("the notice can be read, with the content's own words and its link", async () => {
    const tab = await stage.visit("/valley");
    assert.ok(await tab.text(youtube.title));
    assert.ok(await tab.text(`${youtube.figure} .jalousie-reason`));
    const post = await tab.text(`${notice("x").figure} .jalousie-words`);
    assert.ok(post.includes("The river is back."), post);
    const link = await tab.attribute(`${notice("x").figure} .jalousie-link a`, "href");
    assert.match(link, /^https:\/\/(x|twitter)\.com\/ada\/status\/1001/);
  });

  const acceptAndReturn = async (button, path, words, serviceNames) => {
    const tab = await stage.visit(path);
    const mark = stage.wire.mark();
    await tab.follow(button);
    assert.equal(new URL(await tab.url()).host, "site.test:8080");
    await tab.shows(words);
    await stage.assertSilence(mark, tab.reader, { except: serviceNames });
    return tab;
  };

  test("accept once leads to the content, and back again", async () => {
    const tab = await acceptAndReturn(youtube.once, "/films", "stand-in content for www.youtube.com/embed/one", ["www.youtube.com"]);
    assert.match(await tab.url(), /\/_jalousie\/view\//);
    await tab.follow('a[href^="/films"], a[href*="site.test:8080/films"]');
    assert.equal(new URL(await tab.url()).pathname, "/films");
    assert.equal(await tab.openFrames(), 0);
  });

  test("accept a category, then withdraw on the preferences page", async () => {
    const tab = await acceptAndReturn(youtube.always, "/films", "stand-in content for www.youtube.com/embed/one", ["www.youtube.com", "player.vimeo.com"]);
    const shown = await tab.url();
    assert.match(await tab.consent(), /video:1/);
    await tab.goto(stage.url("/_jalousie/preferences"));
    await tab.follow('button[name="decision"][value="withdraw"]');
    assert.doesNotMatch((await tab.consent()) ?? "", /video:1/);
    const mark = stage.wire.mark();
    await tab.goto(shown);
    await stage.assertSilence(mark, tab.reader);
  });

  test("refuse comes back to the page", async () => {
    const tab = await stage.visit("/films");
    const mark = stage.wire.mark();
    await tab.follow(youtube.refuse);
    assert.equal(new URL(await tab.url()).pathname, "/films");
    assert.match(await tab.consent(), /video:0/);
    await stage.assertSilence(mark, tab.reader);
  });

  test("every choice can be made with the keyboard alone", async () => {
    const tab = await stage.visit("/films");
    await tab.tabTo(youtube.once);
    await tab.arrive("Enter", () => tab.page.keyboard.press("Enter"));
    await tab.shows("stand-in content for www.youtube.com/embed/one");
  });
});
