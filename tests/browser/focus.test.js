// Where the focus goes and that it is seen, and what is read out when something changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { eventually, notice } from "./lab/tab.js";
import { config, errors, routes, screens } from "./screens.js";

/** What has the focus: which one it is, whether it shows that, and whether all of it is covered. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const root = element.getRootNode();
  const all = [...root.querySelectorAll("*")];
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const parts = [0.05, 0.5, 0.95];
  const points = parts.flatMap((x) => parts.map((y) => root.elementFromPoint(left + x * width, top + y * height)));
  return {
    what: element.outerHTML.slice(0, 100),
    place: all.indexOf(element),
    shown: element.localName === "iframe" || outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2),
    covered: !points.some((hit) => hit && (element.contains(hit) || hit.contains(element))),
    inside: root !== document || !!element.closest(".jalousie, .jalousie-page, .jalousie-preferences"),
    tabIndex: element.tabIndex,
  };
};

inEachBrowser("the focus", { routes, gate: { config }, timeout: 300_000 }, (stage) => {
  test("R21 at 400 % the focus goes in reading order, is seen and not covered", async () => {
    for (const name of ["notices", "dialog", "preferences", "service", "frame-closed", "choices", "receipts", "error-address"]) {
      const tab = await stage.visit("/kinds/en");
      await tab.page.setViewport({ width: 320, height: 256 });
      if (name === "receipts") await screens.view(tab, stage, "en");
      await { ...screens, ...errors }[name](tab, stage, "en");
      const stops = [];
      for (let n = 0; n < 80; n++) {
        await tab.page.keyboard.press("Tab");
        const stop = await tab.page.evaluate(focused);
        if (!stop || (stops.length && stop.place <= stops.at(-1).place)) break;
        stops.push(stop);
      }
      assert.ok(stops.length >= 1, `${name}: something can be reached`);
      for (const { what, shown, covered, inside, tabIndex } of stops) assert.deepEqual({ shown, covered, tabIndex, inside }, { shown: true, covered: false, tabIndex: 0, inside: true }, `${name}: ${what}`);
    }
  });
});

inEachBrowser("what is read out", { routes, gate: { config } }, (stage) => {
  /** Collects what a status says, from now on. */
  const listen = (selector) => {
    const status = document.querySelector(selector);
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    return [status.getAttribute("role"), status.textContent, status.checkVisibility()];
  };
  const youtube = notice("youtube");
  const status = `${youtube.figure} [role=status]`;

  test("R21 accepting: that it loads, then that it is there", async () => {
    const tab = await stage.visit("/kinds/en");
    assert.deepEqual(await tab.page.evaluate(listen, status), ["status", "", true]);
    await tab.press(youtube.once);
    await eventually("both", () => tab.page.evaluate(() => window.said.length === 2));
    const [loading, shown] = await tab.page.evaluate(() => window.said);
    assert.match(loading, /^Loading the content from YouTube/);
    assert.match(shown, /^The content from YouTube is shown/);
  });

  test("R21 refusing: that it stays closed", async () => {
    const tab = await stage.visit("/kinds/en");
    await tab.page.evaluate(listen, status);
    await tab.press(youtube.refuse);
    await eventually("the words", () => tab.page.evaluate(() => /^You refused/.test(window.said.at(-1))));
  });
});
