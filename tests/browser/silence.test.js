// Before consent nothing reaches a third party; and what is tested here would without the gate.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { names, RAW } from "./lab/index.js";
import { notice } from "./lab/tab.js";
import { routes } from "./pages.js";
import { headerVectors, noscriptHosts, noscriptPage, vectorList, vectorPage } from "./vectors.js";

const allRoutes = { ...routes, "/vectors": vectorPage, "/noscript": noscriptPage };

inEachBrowser("before consent", { routes: allRoutes, browser: { isolated: true } }, (stage) => {
  test("an article with a map, posts, a video, fonts and trackers is silent, and complete", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/valley");
    await stage.assertSilence(mark, tab.reader);
    for (const service of ["openstreetmap", "x", "instagram", "youtube"]) {
      assert.ok(await tab.text(notice(service).title), `a notice for ${service}`);
    }
    assert.equal(await tab.count(notice("x").figure), 2);
    assert.equal(await tab.openFrames(), 0);
    const words = await tab.text("main");
    for (const part of ["First words", "The river is back.", "So are the birds.", "first-party script ran", "Last words"]) {
      assert.ok(words.includes(part), `“${part}” can be read`);
    }
  });

  test("a page without external content is the publisher's, byte for byte", async () => {
    const tab = await stage.visit("/plain");
    const body = await tab.page.evaluate(async () => (await fetch("/plain")).text());
    assert.equal(body, routes["/plain"]);
  });

  test("scrolling is not consent", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/valley");
    await tab.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await stage.assertSilence(mark, tab.reader);
  });

  for (const path of ["/_jalousie/preferences", "/_jalousie/service/youtube"]) {
    test(`the gate's own ${path} is silent`, async () => {
      const mark = stage.wire.mark();
      const tab = await stage.visit(path);
      await stage.assertSilence(mark, tab.reader);
    });
  }

  const seen = { raw: [], gate: [] };

  test("all ways on one page: without the gate", async () => {
    const mark = stage.wire.mark();
    const reader = await stage.reader();
    await reader.open(`${RAW}/vectors`);
    await stage.wire.quiet(1_000);
    seen.raw = names(stage.wire.since(mark));
  });

  test("all ways on one page: through the gate", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/vectors");
    await stage.wire.quiet(1_000);
    seen.gate = names(stage.wire.since(mark));
    await stage.assertSilence(mark, tab.reader, { except: seen.gate });
  });

  for (const vector of [...vectorList, ...headerVectors]) {
    test(`${vector.name} leaks without the gate and not with it`, () => {
      const leaks = vector.raw?.includes(stage.browserName) ?? true;
      if (leaks) assert.ok(seen.raw.includes(vector.host), "this does not leak: it is no test");
      assert.ok(!seen.gate.includes(vector.host), `${vector.host} was contacted`);
    });
  }

  test("nobody else was contacted", () => {
    const known = [...vectorList, ...headerVectors].map((vector) => vector.host);
    assert.deepEqual(seen.gate.filter((name) => !known.includes(name)), []);
  });
});

inEachBrowser("before consent, https", { routes, gate: { secure: true }, browser: { isolated: true } }, (stage) => {
  test("an article is silent", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/valley");
    await stage.assertSilence(mark, tab.reader);
  });

  // On plain http, Firefox connects to the host of every link that the mouse touches: no page can prevent that.
  test("moving the mouse over notices and their links is not consent", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/valley");
    for (const service of ["x", "youtube"].map((id) => notice(id))) {
      await tab.pointAt(service.title);
      await tab.pointAt(`${service.figure} .jalousie-link a`);
    }
    await stage.assertSilence(mark, tab.reader);
  });
});

inEachBrowser("before consent, without JavaScript", { routes: allRoutes, browser: { javascript: false, isolated: true } }, (stage) => {
  test("noscript leaks without the gate", async () => {
    const mark = stage.wire.mark();
    await (await stage.reader()).open(`${RAW}/noscript`);
    await stage.wire.quiet(1_000);
    assert.deepEqual(names(stage.wire.since(mark)), [...noscriptHosts].sort());
  });

  for (const path of ["/noscript", "/valley", "/vectors"]) {
    test(`${path} is silent`, async () => {
      const mark = stage.wire.mark();
      const tab = await stage.visit(path);
      await stage.assertSilence(mark, tab.reader);
    });
  }
});
