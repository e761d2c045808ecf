// The numbered requirements, as far as they are about what a reader sees: requirements.json names these tests.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { violations } from "./lab/axe.js";
import { inEachBrowser } from "./lab/harness.js";
import { eventually, inDialog, notice } from "./lab/tab.js";
import { routes } from "./pages.js";
import { document, missing, requirements } from "./requirements.js";

const youtube = notice("youtube");

/** What a button looks like, to the last property that makes one stand out. */
const looks = (tab, selectors) =>
  tab.page.evaluate((all) => all.map((selector) => {
    const button = document.querySelector(selector);
    const style = getComputedStyle(button);
    const { width, height } = button.getBoundingClientRect();
    const names = ["color", "background-color", "background-image", "border", "border-radius", "font", "padding", "opacity", "box-shadow", "text-decoration", "order", "cursor"];
    return { tag: button.localName, size: [Math.round(width), Math.round(height)], ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])) };
  }), selectors);

test("docs/requirements.md is what requirements.json says, and each test that it names is there", () => {
  assert.deepEqual(missing(), []);
  assert.deepEqual(requirements.map((each) => each.number), Array.from({ length: 21 }, (_, i) => i + 1));
  const written = readFileSync(new URL("../../docs/requirements.md", import.meta.url), "utf8");
  assert.equal(written, document(), "run: node tests/browser/requirements.js");
});

inEachBrowser("requirements", { routes }, (stage) => {
  test("R1 R11 R12 nothing is loaded while the reader does nothing, and the article can be read", async () => {
    const reader = await stage.reader();
    const mark = stage.wire.mark();
    const tab = await stage.visit("/valley", { reader });
    assert.match(await tab.text("main"), /First words of the article/);
    await stage.assertSilence(mark, reader);
    assert.equal(await tab.consent(), null);
  });

  test("R6 R7 title and purpose come before the choice, recipients are one click away", async () => {
    const tab = await stage.visit("/films");
    assert.match(await tab.text(youtube.title), /YouTube/);
    await tab.follow(youtube.more);
    assert.equal(new URL(await tab.url()).pathname, "/_jalousie/service/youtube");
    for (const words of ["Recipient", "Purpose", "Data", "Country", "Privacy policy", "withdraw"]) assert.match(await tab.text("main"), new RegExp(words));
  });

  test("R3 R8 R10 nothing is ticked beforehand, and accepting all stands where all purposes do", async () => {
    const tab = await stage.visit("/_jalousie/preferences?lang=en");
    const ticked = await tab.page.evaluate(() => [...document.querySelectorAll("input:checked")].map((e) => e.value));
    assert.deepEqual([...new Set(ticked)], ["ask"]);
    const purposes = await tab.page.evaluate(() => [...document.querySelectorAll(".jalousie-category legend + p")].filter((e) => e.getClientRects().length).length);
    assert.ok(purposes >= 5, `${purposes} purposes are shown`);
  });

  test("R9 R10 R20 refusing looks like accepting, and is one click too", async () => {
    const tab = await stage.visit("/films");
    const [accept, refuse] = await looks(tab, [youtube.always, youtube.refuse]);
    assert.deepEqual(accept, refuse);
    const choices = await stage.visit("/_jalousie/preferences?lang=en");
    const [all, none] = await looks(choices, ['form button[value="accept"]', 'form button[value="refuse"]']);
    assert.deepEqual(all, none);
    await tab.press(youtube.refuse);
    await eventually("the refusal", async () => (await tab.consent()) === "v2.video:0");
  });

  test("R13 the choices open over the page, and a withdrawal there closes what is open", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    await tab.page.evaluate(() => { window.told = []; for (const name of ["jalousie:choice", "jalousie:withdraw"]) document.addEventListener(name, (e) => window.told.push([name, e.detail.scope])); });
    assert.equal(await tab.page.evaluate(() => window.jalousie.accepts("video")), true);
    await tab.page.evaluate(() => window.jalousie.open());
    await eventually("the dialog", () => inDialog(tab, `!!dialog`));
    await inDialog(tab, `dialog.querySelector('button[value="withdraw"]').click()`);
    await tab.waitForFrames(0);
    await eventually("what was saved", () => inDialog(tab, `dialog?.querySelector("[role=status]") === root.activeElement`));
    assert.deepEqual(await tab.page.evaluate(() => [window.jalousie.accepts("video"), window.told]), [false, [["jalousie:withdraw", "all"]]]);
  });

  test("R21 the dialog: opened by the link, closed by Escape, the focus returns; axe finds nothing", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.preferences);
    await eventually("the dialog", () => inDialog(tab, `!!dialog && root.activeElement === dialog`));
    assert.deepEqual(await violations(tab), []);
    await tab.page.keyboard.press("Escape");
    await eventually("the focus on the link", () => tab.page.evaluate((s) => document.activeElement === document.querySelector(s), youtube.preferences));
    assert.equal(await inDialog(tab, `!dialog`), true);
  });

  test("R21 targets have 24 pixels, and nothing is cut off at 320 pixels", async () => {
    for (const path of ["/valley", "/_jalousie/preferences", "/_jalousie/service/youtube"]) {
      const tab = await stage.visit(path);
      await tab.page.setViewport({ width: 320, height: 640 });
      const found = await tab.page.evaluate(() => {
        const gate = document.querySelector(".jalousie-page") ?? document;
        const all = [...gate.querySelectorAll(document.body.matches(".jalousie-page") ? "button, label, summary" : ".jalousie button")];
        const seen = all.filter((e) => e.checkVisibility());
        return { small: seen.filter((e) => { const { width, height } = e.getBoundingClientRect(); return width < 24 || height < 24; }).map((e) => e.outerHTML), wide: document.documentElement.scrollWidth > innerWidth && !!document.querySelector(".jalousie-page") };
      });
      assert.deepEqual(found, { small: [], wide: false }, path);
    }
  });

  test("R18 Global Privacy Control is announced by the site", async () => {
    const tab = await stage.visit("/.well-known/gpc.json");
    assert.equal(await tab.page.evaluate(() => JSON.parse(document.body.innerText.replace(/^[^{]*/, "")).gpc), true);
  });
});
