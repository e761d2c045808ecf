// Consent Mode v2, basic: tells the tags of the page what the reader's choices allow. It stands in the page itself,
// before the first of the site's own scripts, so that no tag finds nothing said. Tags are not let in by it: the gate
// does that, and a tag that is not in the page reads nothing.
import { decide, fingerprints, read } from '../decisions.js';

const { cookie = '', days, signals = '', terms } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

const told = fingerprints(terms);

/** Each category, what it stands for, and its services on this site; none named: they may be any. */
const categories = signals.split(' ').map((each) => each.split(':').map((list) => list.split(',').filter(Boolean)));

/** What was told last. @type {string} */
let last;

/**
 * A signal is granted if all categories that stand for it are accepted, and none of their services is refused by name.
 * @param {'default' | 'update'} command
 * @param {boolean} closed whatever the reader has decided
 */
const tell = (command, closed) => {
  const decisions = read(cookie);
  /** @type {Record<string, 'granted' | 'denied'>} */
  const state = {};
  for (const [[category], stands, services] of categories) {
    const refused = (/** @type {string} */ id) => decisions.get('@' + id)?.[0] === '0';
    const open =
      !closed &&
      told.has(category) &&
      decide(decisions, { category, jalousieTerms: told.get(category) }, Number(days)) === '1' &&
      !(services.length ? services : [...decisions.keys()].map((id) => id.slice(1))).some(refused);
    for (const signal of stands) state[signal] = open && state[signal] !== 'denied' ? 'granted' : 'denied';
  }
  const words = JSON.stringify(state);
  if (words !== last) gtag('consent', command, state);
  last = words;
};

const global = /** @type {any} */ (window);
/** Tags read these very `arguments`, not a list. @param {any[]} _ */
function gtag(..._) {
  (global.dataLayer ||= []).push(arguments);
}

tell('default', true);
const update = () => tell('update', false);
update();
// The server has taken the choice when these come; other tabs' choices come as they come to notices.
for (const name of ['jalousie:choice', 'jalousie:withdraw']) document.addEventListener(name, update, true);
addEventListener('pageshow', update);
self.cookieStore?.addEventListener('change', update);
try {
  new BroadcastChannel('jalousie').onmessage = update;
} catch {}
