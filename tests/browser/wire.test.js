// The guarantee, vector by vector: nothing reaches the wire through the gate but what docs/guarantee.md names.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { browserNames } from "./lab/index.js";
import { complaints } from "./wire/judge.js";
import { measure } from "./wire/measure.js";
import { vectors } from "./wire/vectors/index.js";

/** Below this, the lab does not see what it should, and silence says little. */
const LEAK_RAW = 1_200;

for (const browser of browserNames) {
  describe(`${browser}: the wire`, { timeout: 900_000 }, () => {
    let seen;
    before(async () => (seen = await measure(browser)));

    test("most vectors leak without the gate", () => {
      const silent = vectors.filter((vector) => !seen.raw.has(vector.name)).map((vector) => vector.name);
      assert.ok(seen.raw.size >= LEAK_RAW, `${seen.raw.size} of ${vectors.length} leak, expected ${LEAK_RAW}; not: ${silent.join(", ")}`);
    });

    test("through the gate nothing does, but for the named exceptions", () => {
      assert.deepEqual(complaints(browser, seen), []);
    });
  });
}
