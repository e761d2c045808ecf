// The browser client: loaded by a plain script element right before the first notice of a page, so that
// it is there before the reader can see one.
import { offer } from './api.js';
import * as choices from './choices.js';
import * as dialog from './dialog.js';
import * as heights from './heights.js';
import { refresh, watch } from './notices.js';
import { keep } from './sheet.js';
import { follow } from './sync.js';

/** Where a script tells that it has run: some sites put parts of their pages in anew, and this element with them. */
const RUNS = Symbol.for('jalousie');

const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
if (!(RUNS in window)) {
  Object.defineProperty(window, RUNS, {});
  const { cookie, days } = dataset;
  watch(/** @type {string} */ (cookie), Number(days));
  choices.listen();
  heights.listen();
  dialog.listen();
  keep(dataset.prefix);
  offer(dataset, dialog.open);
  follow(() => refresh());
}
