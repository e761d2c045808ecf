// The browser client: loaded by a plain script element right before the first notice of a page, so that
// it is there before the reader can see one.
import * as choices from './choices.js';
import * as heights from './heights.js';
import { refresh, watch } from './notices.js';
import { follow } from './sync.js';

const { cookie, days } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
watch(/** @type {string} */ (cookie), Number(days));
choices.listen();
heights.listen();
follow(() => refresh());
