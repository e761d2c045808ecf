// Keyboard, right-to-left text, narrow columns, and what axe finds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./lab/axe.js";
import { inEachBrowser } from "./lab/harness.js";
import { eventually, notice } from "./lab/tab.js";
import { routes } from "./pages.js";

const youtube = notice("youtube");

inEachBrowser("accessibility", { routes }, (stage) => {
  test("with the keyboard: Tab to the button, Enter, and the focus is on the content", async () => {
    const tab = await stage.visit("/valley");
    await tab.tabTo(youtube.once);
    await tab.page.keyboard.press("Enter");
    await tab.waitForFrames(1);
    await eventually("the focus on the frame", () => tab.page.evaluate((s) => document.activeElement === document.querySelector(s), youtube.frame));
    await tab.shows("/embed/valleyfilm");
  });

  test("with the keyboard: refuse, and the focus is not lost", async () => {
    const tab = await stage.visit("/films");
    await tab.tabTo(youtube.refuse);
    await tab.page.keyboard.press("Enter");
    await eventually("the refusal", () => tab.text(youtube.refused));
    assert.ok(await tab.page.evaluate((s) => document.querySelector(s).contains(document.activeElement), youtube.figure));
  });

  test("each button says what it is about", async () => {
    const tab = await stage.visit("/valley");
    const labels = await tab.page.evaluate(() => [...document.querySelectorAll(".jalousie-choices button")].map((b) => [b.closest("figure").dataset.service, b.textContent]));
    assert.ok(labels.length >= 12);
    const named = { youtube: "YouTube", x: "(X)", instagram: "Instagram", openstreetmap: "OpenStreetMap" };
    for (const [service, label] of labels) assert.ok(label.includes(named[service]), `${service}: ${label}`);
  });

  test("accept and refuse have the same prominence", async () => {
    const tab = await stage.visit("/films");
    const looks = await tab.page.evaluate((selectors) =>
      selectors.map((s) => {
        const { color, backgroundColor, fontSize, fontWeight, borderTopColor, paddingTop, minHeight } = getComputedStyle(document.querySelector(s));
        return { color, backgroundColor, fontSize, fontWeight, borderTopColor, paddingTop, minHeight };
      }), [youtube.always, youtube.refuse]);
    assert.deepEqual(looks[0], looks[1]);
  });

  test("a page in Arabic: the notice is Arabic, from right to left", async () => {
    const tab = await stage.visit("/arabic");
    assert.equal(await tab.attribute(youtube.figure, "lang"), "ar");
    assert.equal(await tab.attribute(youtube.figure, "dir"), "rtl");
    assert.match(await tab.text(youtube.title), /[\u0600-\u06ff]/);
    await tab.press(youtube.once);
    await tab.shows("/embed/arabicfilm");
  });

  test("at 320 pixels nothing is cut off", async () => {
    const tab = await stage.visit("/valley");
    await tab.page.setViewport({ width: 320, height: 640 });
    const wide = await tab.page.evaluate(() => [...document.querySelectorAll(".jalousie, .jalousie *")].filter((e) => e.getClientRects().length && !e.closest(".jalousie-hidden") && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 120)));
    assert.deepEqual(wide, []);
  });

  for (const [path, what] of [
    ["/valley", "an article with notices"],
    ["/arabic", "an Arabic page"],
    ["/_jalousie/preferences", "the preferences page"],
    ["/_jalousie/service/youtube", "a service's page"],
  ]) {
    test(`axe finds nothing on ${what}`, async () => {
      assert.deepEqual(await violations(await stage.visit(path)), []);
    });
  }

  test("axe finds nothing after Accept and after Refuse", async () => {
    const tab = await stage.visit("/films");
    await tab.press(youtube.always);
    await tab.waitForFrames(3);
    assert.deepEqual(await violations(tab), []);
    const other = await stage.visit("/films");
    await other.press(youtube.refuse);
    await eventually("the refusal", () => other.text(youtube.refused));
    assert.deepEqual(await violations(other), []);
  });
});
