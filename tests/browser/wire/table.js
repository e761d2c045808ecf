// docs/guarantee.md: the part of it that is measured.
import { between, table } from "../lab/report.js";
import { exceptionOf, reasons } from "./exceptions.js";
import { vectors } from "./vectors/index.js";

/** `document` with its measured part replaced by what `results` (browser's name → result of `measure`) say. */
export const withTables = (document, results, versions) => between(document, "cargo xtask wire", measured(results, versions));

function measured(results, versions) {
  const browsers = Object.keys(results);
  const kinds = [...new Set(vectors.map((vector) => vector.kind))];
  return [
    `Browsers: ${versions.join("; ")}.`,
    summary(browsers, results, kinds),
    "### Exceptions",
    exceptionTable(browsers, results),
    ...kinds.flatMap((kind) => [`### ${kind}`, FORMED.includes(kind) ? formTable(kind, browsers, results) : rows(kind, browsers, results)]),
  ].join("\n\n");
}

const count = (some, contacts) => some.filter((vector) => contacts.has(vector.name)).length;

/** Only what leaks without the gate counts. */
const leakedBoth = (some, { raw, gate }) => some.filter((vector) => raw.has(vector.name) && gate.has(vector.name)).length;

function summary(browsers, results, kinds) {
  const line = (title, some) => [
    title,
    some.length,
    ...browsers.flatMap((name) => [count(some, results[name].raw), leakedBoth(some, results[name])]),
  ];
  const head = ["class", "vectors", ...browsers.flatMap((name) => [`${name}: leak raw`, "leak gated"])];
  const lines = kinds.map((kind) => line(kind, vectors.filter((vector) => vector.kind === kind)));
  return table(head, [...lines, line("**all**", vectors)]);
}

function exceptionTable(browsers, results) {
  const lines = Object.entries(reasons).flatMap(([id, reason], n) => {
    const cells = browsers.map((browser) => {
      const members = vectors.filter((vector) => exceptionOf(vector.name, browser) === id && results[browser].gate.has(vector.name));
      const extents = [...new Set(members.map((vector) => results[browser].gate.get(vector.name)))];
      return members.length ? `${extents.join(", ")}: ${members.map((vector) => `\`${vector.name}\``).join(", ")}` : "–";
    });
    return [[n + 1, reason.what, ...cells, reason.why]];
  });
  return lines.length ? table(["", "what", ...browsers, "why"], lines) : "None.";
}

function rows(kind, browsers, results) {
  const footnote = (name, browser) => {
    const at = Object.keys(reasons).indexOf(exceptionOf(name, browser));
    return at < 0 ? " **unexplained**" : ` (${at + 1})`;
  };
  const lines = vectors
    .filter((vector) => vector.kind === kind)
    .map(({ name }) => [
      `\`${name}\``,
      ...browsers.flatMap((browser) => {
        const { raw, gate } = results[browser];
        const gated = gate.has(name) ? gate.get(name) + footnote(name, browser) : "silent";
        return [raw.get(name) ?? "does not leak", raw.has(name) || gate.has(name) ? gated : "–"];
      }),
    ]);
  return table(["vector", ...browsers.flatMap((name) => [`${name}: raw`, "gate"])], lines);
}

/** Classes whose forms all have the same ways in them. */
const FORMED = ["Transport", "Disguised"];

/** One row per form. */
function formTable(kind, browsers, results) {
  const some = vectors.filter((vector) => vector.kind === kind);
  const ways = [...new Set(some.map((vector) => vector.way))];
  const lines = [...new Set(some.map((vector) => vector.form))].map((form) => {
    const members = some.filter((vector) => vector.form === form);
    return [
      `\`${form}\``,
      ...browsers.flatMap((name) => [`${count(members, results[name].raw)} of ${members.length}`, leakedBoth(members, results[name]) || "silent"]),
    ];
  });
  const each = ways.map((way) => `\`${way}\``).join(", ");
  return `Each form carries ${ways.length} ways: ${each}.\n\n${table(["form", ...browsers.flatMap((name) => [`${name}: leak raw`, "gate"])], lines)}`;
}
