// Measures in both browsers and writes the tables of docs/guarantee.md: `cargo xtask wire`.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { browserNames } from "../lab/index.js";
import { complaints } from "./judge.js";
import { measure } from "./measure.js";
import { withTables } from "./table.js";
import { vectors } from "./vectors/index.js";

const DOCUMENT = new URL("../../../docs/guarantee.md", import.meta.url);
const BINARIES = { chromium: "/usr/lib/chromium/chromium", firefox: "/usr/bin/firefox-esr" };

const results = {};
for (const browser of browserNames) {
  const start = Date.now();
  results[browser] = await measure(browser);
  const { raw, gate } = results[browser];
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${browser}: ${vectors.length} vectors, ${raw.size} leak without the gate, ${gate.size} through it, ${seconds} s`);
}

const versions = browserNames.map((browser) => execFileSync(BINARIES[browser], ["--version"], { encoding: "utf8" }).trim());
// With LAB_BROWSERS or LAB_VECTORS set, a part of the table would be lost.
const whole = browserNames.length === Object.keys(BINARIES).length && !process.env.LAB_VECTORS;
if (whole) {
  await writeFile(DOCUMENT, withTables(await readFile(DOCUMENT, "utf8"), results, versions));
  console.log("docs/guarantee.md is written");
} else {
  for (const browser of browserNames)
    for (const { name } of vectors)
      console.log(`${browser} ${name}: ${results[browser].raw.get(name) ?? "does not leak"}, through the gate ${results[browser].gate.get(name) ?? "silent"}`);
}

const wrong = browserNames.flatMap((browser) => complaints(browser, results[browser]));
for (const complaint of wrong) console.log(complaint);
console.log(`${browserNames.length * vectors.length - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length ? 1 : 0;
