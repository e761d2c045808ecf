// What axe-core finds on a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What all of axe's rules (WCAG 2.0 to 2.2, A to AAA but for contrast, best practices) find on a tab's page, in short
 * lines; `only`: these rules alone.
 */
export async function violations(tab, { only } = {}) {
  if (!(await tab.page.evaluate(() => !!window.axe))) await tab.page.evaluate(source);
  return tab.page.evaluate(async (only) => {
    const off = (id) => [id, { enabled: false }];
    const on = (id) => [id, { enabled: true }];
    const all = window.axe.getRules().map((rule) => rule.ruleId);
    // Seven to one is more than AA asks for.
    const rules = Object.fromEntries([...(only ?? all).map(on), off("color-contrast-enhanced")]);
    const options = only ? { runOnly: only } : { rules };
    const { violations } = await window.axe.run(document, { iframes: false, resultTypes: ["violations"], ...options });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
  }, only);
}
