/**
 * What the reader decided, as the consent cookie tells it. The server alone writes that cookie.
 * @typedef {'1' | '0' | 'changed' | 'expired' | undefined} Decision accepted, refused, no longer in force and why, none
 * @typedef {[flag: '1' | '0', day?: string, fingerprint?: string]} Made
 * @typedef {Map<string, Made>} Decisions by id (a service's with `@` in front)
 */

/** One version, then an entry per decision: all of it must be readable, or nothing counts. */
const READABLE = /^v(1(\.@?[a-z\d-]+:[01])+|2(\.@?[a-z\d-]+:[01]:\d{1,6}:[\w-]{4})+)$/;

/**
 * @param {string} name the consent cookie's
 * @returns {Decisions} empty when there is no cookie, another version, or anything unreadable
 */
export const read = (name) => {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(name + '='));
  const value = pair?.slice(name.length + 1) ?? '';
  const entries = READABLE.test(value) ? value.split('.').slice(1) : [];
  // @ts-ignore: the pattern above makes each entry an id and what was decided
  return new Map(entries.map((each) => each.split(/:(.*)/)).map(([id, made]) => [id, made.split(':')]));
};

/**
 * @param {string} [terms] each category with its fingerprint, as the server says them
 * @returns {Map<string, string>} the fingerprints, by category
 */
export const fingerprints = (terms = '') => new Map(terms.split(' ').map((each) => /** @type {[string, string]} */ (each.split(':'))));

/**
 * A decision is in force while it is young enough and what it was about is as it was. A clock that goes
 * wrong here closes what is open; whether a day is yet to come is for the server to say, which is asked anyway.
 * @param {Made | undefined} made
 * @param {string} fingerprint of what the reader is told now
 * @param {number} days how long decisions last
 * @returns {Decision}
 */
const standing = (made, fingerprint, days) => {
  if (!made?.[1]) return made?.[0];
  if (Date.now() / 864e5 - +made[1] >= days) return 'expired';
  return made[2] === fingerprint ? made[0] : 'changed';
};

/**
 * A service's own decision beats its category's. Where its own is no longer in force, a yes to the
 * category does not answer for it.
 * @param {Decisions} decisions
 * @param {DOMStringMap} notice the data of a notice: its service and category, and their fingerprints
 * @param {number} days how long decisions last
 * @returns {Decision}
 */
export const decide = (decisions, { service, category, jalousieTerms = '' }, days) => {
  const [broad, narrow] = jalousieTerms.split(' ');
  const own = standing(decisions.get('@' + service), narrow, days);
  if (own === '1' || own === '0') return own;
  const all = standing(decisions.get(/** @type {string} */ (category)), broad, days);
  return own && all !== '0' ? own : all;
};
