// What each screen looks like in the colours that readers prefer: contrast, targets, equal buttons, the focus.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./lab/axe.js";
import { inEachBrowser } from "./lab/harness.js";
import { eventually } from "./lab/tab.js";
import { config, errors, routes, screens } from "./screens.js";

/** Screens on which something is accepted or refused. */
const ASKING = ["notices", "dialog", "frame-closed", "preferences", "choices", "view"];

/** Marks the buttons that decide, in the dialog where there is one, and counts them. */
const mark = () => {
  const dialog = [...document.body.children].map((each) => each.shadowRoot?.querySelector("dialog")).find(Boolean);
  const buttons = [...(dialog ?? document).querySelectorAll("button[name=decision]")].filter((each) => each.checkVisibility());
  window.deciding = buttons;
  return buttons.length;
};

/** All that makes one button look other than another, but for the room that its words take, and the room its notice keeps. */
const look = (i) => {
  const button = window.deciding[i];
  const style = getComputedStyle(button);
  const size = /^(--|(min-|max-)?(width|height|inline-size|block-size)$|(perspective|transform)-origin$)/;
  return [...style].filter((name) => !size.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`);
};

/** A button's place, after scrolling to it. */
const place = (i) => {
  window.deciding[i].scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = window.deciding[i].getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

/** The sizes of the buttons of each choice. */
const sizes = () => {
  const groups = Map.groupBy(window.deciding, (each) => each.closest(".jalousie-choices, .jalousie-buttons, form"));
  return [...groups.values()].map((group) => [...new Set(group.map((each) => `${each.offsetWidth} × ${each.offsetHeight}`))]);
};

for (const colours of ["light", "dark", "forced"])
  inEachBrowser(`looks, ${colours} colours`, { routes, gate: { config }, browser: { colours } }, (stage) => {
    test("R21 contrast is enough, and targets are large enough", async () => {
      const tab = await stage.visit("/kinds/en");
      const found = [];
      for (const lang of ["fr", "ar"])
        for (const [name, open] of Object.entries({ ...screens, ...errors })) {
          await open(tab, stage, lang);
          const problems = await violations(tab, { only: ["color-contrast", "target-size", "link-in-text-block"] });
          found.push(...problems.map((problem) => `${lang} ${name}: ${problem}`));
        }
      assert.deepEqual(found, []);
    });

    test("R9 R13 all buttons that decide look alike: at rest, pointed at, focused", async () => {
      const tab = await stage.visit("/kinds/en");
      const { page } = tab;
      for (const name of ASKING) {
        await screens[name](tab, stage, "en");
        const count = await page.evaluate(mark);
        assert.ok(count >= 1, name);
        for (const each of await page.evaluate(sizes)) assert.equal(each.length, 1, `${name}: ${each}`);
        const looks = async (state) => {
          const [first, ...others] = await Promise.all(Array.from({ length: count }, (_, i) => i).map((i) => state(i)));
          for (const other of others) assert.deepEqual(other, first, name);
          return first;
        };
        const rest = await looks((i) => page.evaluate(look, i));
        // One after the other: there is one mouse, and one focus.
        const inTurn = (state) => {
          let before = Promise.resolve();
          return (i) => (before = before.then(() => state(i)));
        };
        const pointed = await looks(
          inTurn(async (i) => {
            // Again until it rests there: what loads may move it.
            await eventually(`${name}: the mouse over a button`, async () => {
              const { x, y } = await page.evaluate(place, i);
              await page.mouse.move(x, y, { steps: 2 });
              return page.evaluate((i) => window.deciding[i].matches(":hover"), i);
            });
            return page.evaluate(look, i);
          }),
        );
        await page.mouse.move(0, 0);
        await page.keyboard.press("Tab");
        const focused = await looks(
          inTurn(async (i) => {
            await page.evaluate((i) => window.deciding[i].focus(), i);
            return page.evaluate(look, i);
          }),
        );
        // Their own colours are all that readers of forced ones see.
        if (colours !== "forced") assert.notDeepEqual(pointed, rest, `${name}: a button shows that it is pointed at`);
        assert.notDeepEqual(focused, rest, `${name}: a button shows that it has the focus`);
      }
    });
  });
