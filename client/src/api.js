// What the site's own scripts may know and do: documented in docs/signals.md.
import { decide, fingerprints, read } from './decisions.js';

/**
 * Tells the site's scripts of a choice that the server has taken.
 * @param {string} decision
 * @param {URLSearchParams} fields what was posted
 */
export const announce = (decision, fields) => {
  const { scope, category, service } = Object.fromEntries(fields);
  const detail = { decision, scope, category, service };
  document.dispatchEvent(new CustomEvent(decision === 'withdraw' ? 'jalousie:withdraw' : 'jalousie:choice', { detail }));
};

/**
 * Puts `jalousie` before the site's scripts, unless they have something of that name.
 * @param {DOMStringMap} data what the server says of the site
 * @param {(address: string) => Promise<void>} open
 */
export const offer = ({ cookie = '', days, prefix, terms }, open) => {
  const told = fingerprints(terms);
  /** @type {(category: string) => boolean} */
  const category = (id) => told.has(id) && decide(read(cookie), { category: id, jalousieTerms: told.get(id) }, Number(days)) === '1';
  /** @type {(service: string) => boolean} */
  const service = (id) => {
    // Only where it has a notice is it known what readers are told about it.
    const notice = document.querySelector(/** @type {'figure'} */ (`[data-jalousie=embed][data-service="${CSS.escape(id)}"]`));
    return !!notice && decide(read(cookie), notice.dataset, Number(days)) === '1';
  };
  const jalousie = Object.freeze({
    get decisions() {
      return [...told.keys()].filter(category);
    },
    /** @param {string} id */
    accepts: (id) => category(id) || service(id),
    open: () => open(`${prefix}preferences?${new URLSearchParams({ lang: document.documentElement.lang, return: location.pathname + location.search })}`),
  });
  if (!('jalousie' in window)) Object.defineProperty(window, 'jalousie', { value: jalousie });
};
