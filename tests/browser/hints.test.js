// Early hints: followed before there is a page, as far as they lead to the site itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";

/** How long the page waits for what its hints name. */
const PATIENCE_MS = 5_000;

const style = { type: "text/css", body: "p { color: navy }" };
const links = [
  "</style.css>; rel=preload; as=style",
  "</moved.css>; rel=preload; as=style",
  "<https://style.tracker.test/a.css>; rel=preload; as=style",
  "<https://early.tracker.test>; rel=preconnect",
  "<https://name.tracker.test>; rel=dns-prefetch",
];

inEachBrowser("early hints, HTTP/2", { routes: { "/style.css": style }, gate: { secure: "gate" } }, (stage) => {
  test("the site's own file is asked for before the page is there, and no third party is", async () => {
    let both, followed = false;
    const seen = new Set();
    const ask = (path, reply) => stage.origin.route(path, () => {
      if (seen.add(path).size === 2) both();
      return reply;
    });
    ask("/style.css", style);
    // The page's policy, which would stop this, is yet to come.
    ask("/moved.css", { status: 302, headers: { location: "https://moved.tracker.test/a.css" } });
    stage.origin.route("/hinted", () => {
      seen.clear();
      const asked = new Promise((resolve) => (both = resolve)).then(() => (followed = true));
      return {
        early: { link: links },
        until: Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]),
        body: '<!doctype html><html lang="en"><title>Hinted</title><link rel="stylesheet" href="/style.css"><p>Words.',
      };
    });
    const mark = stage.wire.mark();
    let tab;
    // Hints are advice (RFC 8297, section 2), which Chromium lets pass now and then while it starts, also where no
    // gate is between: of three readers' browsers one is to follow it.
    for (let readers = 3; readers > 0 && !followed; readers--) tab = await stage.visit("/hinted");
    assert.ok(followed, "the two were asked for before the page was there");
    assert.equal(await tab.page.title(), "Hinted");
    await stage.assertSilence(mark, tab.reader);
  });
});
