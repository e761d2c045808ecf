// Opens every page of the vectors in a browser, without the gate and through it, and notes who was contacted how.
import { launch, RAW_TLS, startLab } from "../lab/index.js";
import { routes, vectors, visits } from "./vectors/index.js";

/** How far a contact can go; a later one includes those before it. */
export const EXTENTS = ["DNS", "TCP", "TLS", "UDP", "HTTP"];

/** Tabs stay open for a while: some of what pages cause comes late. */
const OPEN_TABS = 5;
const PATIENCE_MS = 6_000;
/** Nothing may arrive for so long after each page, and after the last. */
const QUIET_MS = 120;
const LAST_QUIET_MS = 2_500;

/**
 * What `browserName` did: `raw` and `gate`, maps from a vector's name to the extent of the contact; `strangers`, what
 * was contacted through the gate besides; `problems`, pages that could not be opened.
 */
export async function measure(browserName, { say = () => {} } = {}) {
  const lab = await startLab();
  let browser;
  try {
    await lab.origin(routes);
    const gate = await lab.gate({ secure: "gate" });
    browser = await launch(browserName);
    const sides = { raw: await tour(lab, browser, RAW_TLS, say), gate: await tour(lab, browser, gate.url, say) };
    return {
      raw: sides.raw.contacts,
      gate: sides.gate.contacts,
      strangers: sides.gate.strangers,
      problems: [...sides.raw.problems, ...sides.gate.problems],
    };
  } finally {
    await browser?.close();
    await lab.close();
  }
}

async function tour({ wire }, browser, base, say) {
  const mark = wire.mark();
  const reader = await browser.reader();
  const problems = [];
  const tabs = [];
  for (const { path, act } of visits) {
    let tab;
    try {
      tab = await reader.tab();
      tabs.push(tab);
      // Pages that leave at once never load; what they caused is on the wire all the same.
      await tab.goto(base + path, { waitUntil: "load", timeout: PATIENCE_MS }).catch(() => {});
      await act?.(tab);
    } catch (problem) {
      problems.push(`${base}${path}: ${problem.message.split("\n")[0]}`);
    }
    await quiet(wire, QUIET_MS);
    if (tabs.length > OPEN_TABS) await shut(tabs.shift());
    say(`${browser.name} ${base}${path}`);
  }
  await quiet(wire, LAST_QUIET_MS);
  await Promise.all(tabs.map(shut));
  // A wire that carries nothing would prove nothing: a request of the same reader must arrive.
  const control = `control-${mark}.test`;
  await reader.open(`https://${control}/`);
  await wire.until("the control request", (event) => event.kind === "http" && event.name === control, { since: mark });
  await quiet(wire, QUIET_MS);
  await reader.close();
  return { problems, ...read(wire.since(mark).filter((event) => event.name !== control)) };
}

/** Some pages never fall quiet (an event source asks again and again). */
const quiet = (wire, ms) => Promise.race([wire.quiet(ms), new Promise((done) => setTimeout(done, ms * 4))]);

const shut = (tab) => Promise.race([tab.close().catch(() => {}), new Promise((done) => setTimeout(done, 2_000))]);

/** The furthest extent for each vector, and the names that belong to none. */
function read(events) {
  const byName = new Map(vectors.map((vector) => [vector.host, vector.name]));
  const byPort = new Map(vectors.filter((vector) => vector.udp).map((vector) => [vector.udp, vector.name]));
  const contacts = new Map();
  const strangers = new Set();
  for (const event of events) {
    const name = byName.get(event.name.replace(/\.$/, "")) ?? (event.kind === "udp" ? byPort.get(event.port) : undefined);
    if (!name) strangers.add(`${event.kind} ${event.name}`);
    else if (rank(event.kind) > rank(contacts.get(name) ?? "")) contacts.set(name, event.kind.toUpperCase());
  }
  return { contacts, strangers: [...strangers] };
}

const rank = (kind) => EXTENTS.indexOf(kind.toUpperCase());
