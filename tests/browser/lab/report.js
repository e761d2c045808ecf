// Parts of documents that a command measures and writes.
export const table = (head, lines) =>
  [`| ${head.join(" | ")} |`, `|${head.map(() => "---|").join("")}`, ...lines.map((line) => `| ${line.join(" | ")} |`)].join("\n");

/** `document` with `text` between the lines that mark what `command` writes. */
export function between(document, command, text) {
  const [begin, end] = ["begin", "end"].map((word) => `<!-- ${command}: ${word} -->`);
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`the document for ${command}: expected the lines "${begin}" and "${end}"`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
