// What elements reach out for as soon as they are in a page, in spite of any policy: frames, hints, refreshes,
// rules for what to load ahead. Each is held or silenced before the browser sees it.
import { external, read } from './addresses.js';
import { ask, FRAMES, HELD, keep, look, restore, slot } from './held.js';
import { tidyDocument } from './markup.js';

const WATCHED = FRAMES + ',link,base,meta,script,template[shadowrootmode]';

/** The attributes that make them do it: those that can be taken away come before those that say what they mean. */
export const ATTRIBUTES = ['src', 'data', 'srcdoc', 'href', 'content', 'rel', 'http-equiv'];

const NOTHING = /^[^:]+:[\s"';]*(void[ (]*0\)?|false|true|null)?[\s"';]*$/;

/** Relations of links that are no hints: what they load, the policy decides. */
const LOADED = /^(\s*(shortcut|icon|apple-touch-icon\S*|mask-icon|manifest|stylesheet|alternate|canonical|search|license)(\s|$))+$/i;

/** What an element under this name would reach for must be taken from it. @type {(element: Element, name: string, value: any) => boolean} */
const hushes = (element, name, value) => {
  /** @type {(other: string) => any} */
  const at = (other) => (other === name ? value : element.getAttribute(other));
  if (element.localName === 'meta')
    return /^refresh$/i.test(at('http-equiv')) && external(/^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?["']?(.*?)["']?\s*$/is.exec(at('content'))?.[1]);
  const href = at('href');
  return href && external(href) && (element.localName === 'base' || !LOADED.test(at('rel')));
};

/** Whether rules for what to load ahead lead nowhere but to the site. @type {(json: string) => boolean} */
const stays = (json) => {
  try {
    return Object.values(JSON.parse(json)).every(
      (rules) =>
        !Array.isArray(rules) ||
        rules.every(({ urls, where, relative_to }) => urls && !where && !relative_to && !urls.some(external)),
    );
  } catch {
    return false;
  }
};

/** Whether an attribute matters now: nearly none does, and most of those not before the element is in a page. @type {(element: any, name: string) => boolean} */
export const matters = (element, name) =>
  ATTRIBUTES.includes(name) &&
  element.matches(WATCHED) &&
  // In a shadow tree, nobody will see it come into the page.
  (name === 'srcdoc' || element.isConnected || element.getRootNode().mode);

/**
 * What an attribute may be set to; nothing, if it must not be set: then the element is held, or silent.
 * @type {(element: any, name: string, value: any) => any}
 */
export const pass = (element, name, value) => {
  if (element.matches('link,base,meta')) {
    if (!hushes(element, name, value)) return value;
    const loads = element.localName === 'meta' ? 'content' : 'href';
    element.setAttribute('data-jalousie-' + loads, name === loads ? value : element.getAttribute(loads));
    element.removeAttribute(loads);
    return name === loads ? undefined : value;
  }
  if (name === 'srcdoc') return tidyDocument(value);
  if (name === slot(element) && element.matches(FRAMES)) {
    if (external(value)) return keep(element, value);
    const { protocol, href } = read(value);
    // What a script comes to is a document that nobody has seen. Many frames that are to stay blank have one that does nothing.
    if (protocol === 'javascript:' && !NOTHING.test(/** @type {string} */ (href))) return;
    restore(element);
  }
  return value;
};

/** Readies an element that is about to be inserted; says whether it had to be changed. @type {(element: any) => boolean} */
const meet = (element) => {
  if (element.localName === 'template') return hold([element.content]);
  if (element.localName === 'script') {
    const address = element.getAttribute('src');
    if (external(address) && element.ownerDocument.defaultView) look(address);
    if (!/^\s*speculationrules\s*$/i.test(element.type) || stays(element.textContent)) return false;
    element.type = 'text/plain';
    return true;
  }
  if (element.hasAttribute(HELD)) queueMicrotask(() => ask(element));
  let changed = false;
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    const passed = pass(element, name, value);
    if (passed === value) continue;
    changed = true;
    if (passed === undefined) element.removeAttribute(name);
    else element.setAttribute(name, passed);
  }
  return changed;
};

/** Readies what there is among nodes that are about to be inserted; says whether anything had to be changed. @type {(nodes: any[]) => boolean} */
export const hold = (nodes) => {
  let changed = false;
  for (const node of nodes)
    if (node?.querySelectorAll)
      for (const element of [node, ...node.querySelectorAll(WATCHED)])
        if (element.matches?.(WATCHED) && meet(element)) changed = true;
  return changed;
};
