/**
 * What the reader decided, as the consent cookie tells it. The server alone writes that cookie.
 * @typedef {'1' | '0' | undefined} Decision accepted, refused, none
 * @typedef {Map<string, string>} Decisions from an id (a service's with `@` in front) to "1" or "0"
 */

/** One version, then `.ID:1` or `.ID:0` each: all of it must be readable, or nothing counts. */
const READABLE = /^v1(\.@?[a-z\d-]+:[01])+$/;

/**
 * @param {string} name the consent cookie's
 * @returns {Decisions} empty when there is no cookie, another version, or anything unreadable
 */
export const read = (name) => {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(name + '='));
  const value = pair?.slice(name.length + 1) ?? '';
  // @ts-ignore: the pattern above makes each entry a pair
  return new Map(READABLE.test(value) ? value.split('.').slice(1).map((each) => each.split(':')) : []);
};

/**
 * A service's own decision beats its category's.
 * @param {Decisions} decisions
 * @param {DOMStringMap} notice the data of a notice: its service and category
 * @returns {Decision}
 */
export const decide = (decisions, { service, category }) =>
  /** @type {Decision} */ (decisions.get('@' + service) ?? decisions.get(/** @type {string} */ (category)));
