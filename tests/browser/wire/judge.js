// What of a measurement breaks the guarantee.
import { exceptionOf, exceptions } from "./exceptions.js";
import { vectors } from "./vectors/index.js";

/** The complaints about one browser's measurement, as sentences; none if the guarantee holds. */
export function complaints(browser, { raw, gate, strangers, problems }) {
  const leaks = vectors.filter((vector) => gate.has(vector.name) && !exceptionOf(vector.name, browser));
  const gone = Object.keys(exceptions[browser] ?? {}).filter((name) => !gate.has(name));
  const unknown = gone.filter((name) => !vectors.some((vector) => vector.name === name));
  return [
    ...leaks.map(({ name }) => `${browser}: ${name} reached the wire through the gate (${gate.get(name)})`),
    ...gone
      .filter((name) => !unknown.includes(name))
      .map((name) => `${browser}: ${name} is named as an exception and does not leak (raw: ${raw.get(name) ?? "nothing"}): take it out of exceptions.js`),
    ...unknown.map((name) => `${browser}: exceptions.js names ${name}, and there is no such vector`),
    ...strangers.map((event) => `${browser}: through the gate somebody was contacted whom no vector names: ${event}`),
    ...problems.map((problem) => `${browser}: ${problem}`),
  ];
}
