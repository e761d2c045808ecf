// Listens to a consent platform of the site's own (IAB TCF, `__tcfapi`) and passes on what the reader does there, as
// far as the configuration says what it means here. Nothing is written to the platform, and nothing is taken from it
// but an act: what it remembers from before may be older than what the reader has said here.
import { announce } from '../api.js';
import { decide, fingerprints, read } from '../decisions.js';
import { changesPage } from '../sync.js';

const { cookie = '', days, prefix, tcf = '', terms } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

const told = fingerprints(terms);

/** Each category, and the purposes and vendors that have to be agreed to for it. */
const rules = tcf.split(' ').map((each) => each.split(':').map((list) => list.split(',').filter(Boolean)));

/**
 * A yes there opens what was not refused here; a no there takes back a yes here. The server holds to that as well.
 * @param {any} data what the platform says: TCData of the IAB's specification
 */
const reflect = async ({ purpose, vendor }) => {
  const decisions = read(cookie);
  /** @type {[string, string][]} */
  const choices = [];
  for (const [[category], purposes, vendors] of rules) {
    const agreed = purposes.every((id) => purpose?.consents?.[id] === true) && vendors.every((id) => vendor?.consents?.[id] === true);
    const here = decide(decisions, { category, jalousieTerms: told.get(category) }, Number(days));
    if (agreed ? here !== '1' && here !== '0' : here === '1') choices.push([category, agreed ? 'accept' : 'ask']);
  }
  if (!choices.length) return;
  const body = new URLSearchParams([
    ['decision', 'save'],
    ['scope', 'preferences'],
    ['source', 'tcf'],
    ['lang', document.documentElement.lang],
    ...choices,
  ]);
  const answer = await fetch(prefix + 'consent', { method: 'POST', body });
  if (!answer.ok) return;
  try {
    new BroadcastChannel('jalousie').postMessage(0);
  } catch {}
  announce('save', body);
  if (changesPage(answer)) location.reload();
};

/** The choices are taken one after the other. */
let turn = Promise.resolve();

const listen = () =>
  /** @type {any} */ (window).__tcfapi?.('addEventListener', 2, (/** @type {any} */ data, /** @type {boolean} */ success) => {
    // Only where the law applies was the reader asked, and only who has touched the page has acted.
    const act = success && data?.eventStatus === 'useractioncomplete' && data.gdprApplies === true && data.isServiceSpecific !== false && navigator.userActivation?.hasBeenActive;
    if (act) turn = turn.then(() => reflect(data)).catch(() => {});
  });

// The platform's stub stands in the page; where it comes late, it is there by the end.
if ('__tcfapi' in window) listen();
else addEventListener('load', listen);
