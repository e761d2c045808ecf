// Every screen of the gate in every language: what axe finds, what a narrow window cuts off, and what a screen reader
// is told. `SCREENS=write` writes the latter down anew (screens/*.txt); `SCREENS_LANGUAGES="fr ar"` looks at these alone.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { violations } from "./lab/axe.js";
import { inEachBrowser } from "./lab/harness.js";
import { tree } from "./lab/tree.js";
import { config, errors, forget, fullest, languages, routes, screens } from "./screens.js";

/** Languages in which all screens are looked at: the longest words, another direction. In the others, the fullest are. */
const THOROUGHLY = ["ar", "de"];

/** A window of 1280 × 1024 pixels at 400 % (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 };

/** Text as far apart as readers may set it (WCAG 1.4.12). */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/** What of the gate's leaves the window, or is cut off by what it stands in; also in the dialog. */
const cutOff = (spacing) => {
  const roots = [document, ...[...document.body.children].map((each) => each.shadowRoot).filter(Boolean)];
  const sheets = roots.map((root) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spacing);
    root.adoptedStyleSheets = [sheet];
    return root;
  });
  const found = [];
  const { clientWidth } = document.documentElement;
  for (const root of roots)
    for (const each of root.querySelectorAll("*")) {
      if (!each.closest(".jalousie, .jalousie-page, .jalousie-preferences") || !each.checkVisibility() || each.closest(".jalousie-hidden")) continue;
      const { left, right } = each.getBoundingClientRect();
      const clipped = each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== "visible" && each.clientWidth > 0;
      if (left < -1 || right > clientWidth + 1 || clipped) found.push(each.outerHTML.slice(0, 120));
    }
  if (document.documentElement.scrollWidth > clientWidth + 1) found.push("the page is wider than the window");
  sheets.forEach((root) => (root.adoptedStyleSheets = []));
  return found;
};

inEachBrowser("every screen", { routes, gate: { config }, browser: { gpc: true }, timeout: 900_000 }, (stage) => {
  test("R21 in every language axe finds nothing, and at 400 % and with spaced text nothing is cut off", async () => {
    const left = process.env.SCREENS_LANGUAGES?.split(" ") ?? [...languages.keys()];
    // Each language has one of them: looks.test.js shows all.
    const wrong = Object.entries(errors);
    const of = (lang) => Object.entries(screens).filter(([name]) => THOROUGHLY.includes(lang) || fullest.includes(name));
    const found = [];
    const look = async () => {
      const reader = await stage.reader();
      const tab = await stage.visit("/kinds/en", { reader });
      await tab.page.setViewport(ZOOMED);
      for (let lang; (lang = left.shift()); ) {
        await forget(tab, stage);
        // Of what axe looks at, only the layout differs between browsers.
        const axe = stage.browserName === "chromium" || THOROUGHLY.includes(lang);
        for (const [name, open] of [...of(lang), wrong[left.length % wrong.length]]) {
          await open(tab, stage, lang);
          const problems = [...(axe ? await violations(tab) : []), ...(await tab.page.evaluate(cutOff, "")), ...(await tab.page.evaluate(cutOff, SPACED))];
          found.push(...problems.map((problem) => `${lang} ${name}: ${problem}`));
        }
      }
    };
    // Two readers, because there are two cores.
    await Promise.all([look(), look()]);
    assert.deepEqual(found, []);
  });

  test("R21 the accessibility tree of each screen reads well", { skip: stage.browserName !== "chromium" }, async () => {
    const tab = await stage.visit("/kinds/en");
    for (const [name, open] of Object.entries({ ...screens, ...errors })) {
      await open(tab, stage, "en");
      const file = new URL(`screens/${name}.txt`, import.meta.url);
      const found = await tree(tab);
      if (process.env.SCREENS === "write") writeFileSync(file, found);
      assert.equal(found, readFileSync(file, "utf8"), `screens/${name}.txt; SCREENS=write writes it anew`);
    }
  });
});
