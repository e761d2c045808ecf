// Writes docs/requirements.md from requirements.json: `node tests/browser/requirements.js`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => new URL(path, import.meta.url);
const text = (path) => readFileSync(file(path), "utf8");

/** Number, words, source, how the gate meets it, its tests as [file, name], and what the publisher has to do. */
export const requirements = JSON.parse(text("requirements.json"));

/** Tests that are named and are not there: a Rust function, or a title in a browser test. */
export const missing = () =>
  requirements.flatMap(({ number, tests }) =>
    tests
      .filter(([path, name]) => !text(`../../${path}`).includes(path.endsWith(".rs") ? `fn ${name}(` : `"${name}"`))
      .map(([path, name]) => `${number}: ${path} has no test "${name}"`),
  );

export const document = () => {
  const parts = requirements.map(({ number, words, source, met, tests, duty }) => {
    const lines = tests.map(([path, name]) => `  - [${path}](../${path}): ${name.replaceAll("_", " ")}`);
    return `## ${number}. ${words}\n\n*${source}*\n\n- The gate: ${met}\n- Tests:\n${lines.join("\n")}\n- The publisher: ${duty}\n`;
  });
  return `# Requirements

What laws and regulators ask, what the gate does about it, which tests show it, and what remains to be done by whoever
publishes the site. It is no claim that a site which uses the gate complies with any law. Made from
\`tests/browser/requirements.json\` by \`node tests/browser/requirements.js\`; "[2]" was read in a secondary summary, "[gk]" is general knowledge.

${parts.join("\n")}`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file("../../docs/requirements.md"), document());
