// The accessibility tree as a text that people can read and tests compare: what a screen reader is told, in its order.

/** Roles that say nothing: what is in them stands where they stood. */
const SILENT = new Set(["none", "generic", "InlineTextBox", "LineBreak", "ignored"]);

/** States worth a word, where they are set. */
const STATES = ["checked", "expanded", "disabled", "modal", "live", "focused"];

/** What is another one on every run, or with every service added to the catalogue. */
const CHANGING = [
  [/\b[0-9a-f]{32}\b/g, "⟨number⟩"],
  [/\b[0-9a-f]{12}\b/g, "⟨hash⟩"],
  [/\b\d{4}-\d\d-\d\d \d\d:\d\d UTC\b/g, "⟨time⟩"],
  [/\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g, "⟨date⟩"],
];
const steady = (text) => CHANGING.reduce((text, [pattern, word]) => text.replace(pattern, word), text);

/** The tree of a tab's page, which Chromium alone can tell; frames' contents are theirs. */
export async function tree(tab) {
  const session = await tab.page.createCDPSession();
  try {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const lines = [];
    write(nodes[0], byId, 0, lines);
    return steady(lines.join("\n")) + "\n";
  } finally {
    await session.detach();
  }
}

function write(node, byId, depth, lines) {
  const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  const role = node.ignored ? "ignored" : node.role.value;
  const name = node.name?.value.replace(/\s+/g, " ").trim() ?? "";
  const silent = SILENT.has(role) || (role === "StaticText" && !name);
  const words = role === "StaticText" ? null : text(node, byId);
  // Words that are the name already are not said twice.
  const own = words && !silent && !name ? `: ${words}` : "";
  if (!silent) lines.push("  ".repeat(depth) + line(node, role, name) + own);
  if (role === "StaticText" || (words !== null && !silent)) return;
  for (const child of children) write(child, byId, silent ? depth : depth + 1, lines);
}

function line(node, role, name) {
  const property = (key) => node.properties?.find((each) => each.name === key)?.value.value;
  const level = property("level");
  const states = STATES.map((key) => [key, property(key)])
    .filter(([, value]) => value !== undefined && value !== false && value !== "false" && value !== "off")
    .map(([key, value]) => (value === true || value === "true" ? key : `${key} ${value}`));
  if (property("expanded") === false) states.push("collapsed");
  const description = node.description?.value;
  return [
    role === "StaticText" ? "text" : role,
    level,
    name && JSON.stringify(name),
    description && `described as ${JSON.stringify(description)}`,
    states.length && `(${states.join(", ")})`,
  ].filter(Boolean).join(" ");
}

/** The text below, if there is nothing else. */
function text(node, byId) {
  let words = "";
  for (const id of node.childIds ?? []) {
    const child = byId.get(id);
    if (!child || child.role?.value === "InlineTextBox") continue;
    if (child.role.value === "StaticText") words += child.name?.value ?? "";
    else if (child.role.value === "LineBreak") words += " ";
    else if (child.ignored || SILENT.has(child.role.value)) {
      const inner = text(child, byId);
      if (inner === null) return null;
      words += inner;
    } else return null;
  }
  return words.replace(/\s+/g, " ").trim();
}
