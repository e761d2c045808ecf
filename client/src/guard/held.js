// Frames whose content is held, and the notices in their place. The server makes these like all others.
import { prefix } from './addresses.js';

export const FRAMES = 'iframe,frame,embed,object';
export const HELD = 'data-jalousie-held';

/** The number of the latest notice that was asked for. */
let number = 0;

/** The server's answers: a list that is rendered anew asks for the same again and again. @type {Map<string, Promise<string>>} */
const answers = new Map();

/** Frames that are held and not in a page yet. @type {Set<Element>} */
const waiting = new Set();

/** Frames whose notice is under way. @type {WeakSet<Element>} */
const pending = new WeakSet();

/** The notices that stand for frames. @type {WeakMap<any, any>} */
const standIns = new WeakMap();

/** Whether any notice stands for a frame: then what the site's scripts do to that frame is done to the notice. */
export let standing = false;

/** What stands in the page for a node: itself, as a rule. @type {(node: any) => any} */
export const inPlace = (node) => standIns.get(node) ?? node;

/** What frameworks go by when they look for the place of an element they have made. */
const PLACE = 'parentNode parentElement nextSibling previousSibling nextElementSibling previousElementSibling isConnected'.split(' ');

/** The attribute that a frame loads from. @type {(frame: Element) => string} */
export const slot = (frame) => (frame.localName === 'object' ? 'data' : 'src');

/** Asks the server for markup with what is external in it gated. @type {(document: Document, markup: string) => Promise<DocumentFragment | undefined>} */
const gated = async (place, markup) => {
  while (document.getElementById('jalousie-' + ++number));
  // The first one of a page brings the style sheet and the client along. Their numbers are put in here.
  const first = number > 1 ? '2' : '1';
  const query = new URLSearchParams({ page: location.pathname + location.search, lang: document.documentElement.lang, first });
  const own = '$1' + number;
  const key = query + markup;
  const answer =
    answers.get(key) ??
    fetch(prefix + 'notice?' + query, { method: 'POST', body: markup }).then((found) => (found.ok ? found.text() : Promise.reject()));
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return place.createRange().createContextualFragment((await answer).replace(/(jalousie-| \()[12](?=["&-]|\)")/g, own));
};

/** Puts the notice for an element's markup in its place. @type {(element: any, markup: string) => Promise<void>} */
const replace = async (element, markup) => {
  pending.add(element);
  const notice = await gated(element.ownerDocument, markup).catch(() => {});
  pending.delete(element);
  const figure = notice?.querySelector('.jalousie');
  // Of what readers would not see there is no notice.
  if (!figure || !element.isConnected || element.hasAttribute(HELD)) return;
  inPlace(element).replaceWith(notice);
  standIns.set(element, figure);
  standing = true;
  for (const name of PLACE) Object.defineProperty(element, name, { configurable: true, get: () => inPlace(element)[name] });
};

/** What scripts of third parties that were added to the page look for in it, as selectors. */
let wanted = '';

/** Scripts that were added already. @type {Set<string>} */
const scripts = new Set();

/** Asks for what services' scripts would have found in a part of the page. @type {(root: any) => void} */
export const askFor = (root) => {
  if (wanted && root?.querySelectorAll)
    for (const element of [root, ...root.querySelectorAll(wanted)])
      if (element.isConnected && element.matches?.(wanted) && !pending.has(element) && !standIns.has(element) && !element.closest('.jalousie')) {
        const markup = element.outerHTML;
        element.style.visibility = 'hidden';
        replace(element, markup).finally(() => (element.style.visibility = ''));
      }
};

/** A script of a third party came: the server knows what it would have looked for. @type {(address: string) => Promise<void>} */
export const look = async (address) => {
  if (scripts.has(address) || !scripts.add(address)) return;
  const answer = await fetch(prefix + 'notice?script=' + encodeURIComponent(address)).catch(() => {});
  const selectors = answer?.ok && (await answer.text());
  if (!selectors) return;
  wanted += (wanted && ',') + selectors;
  askFor(document);
};

/** Puts the notice in the place of a frame that is held. @type {(frame: any) => Promise<void>} */
export const ask = async (frame) => {
  const address = frame.getAttribute(HELD);
  // What is read ahead, in a document without a window, is not yet the frame that will come.
  if (!address || pending.has(frame) || !frame.ownerDocument.defaultView) return;
  if (!frame.isConnected) {
    waiting.add(frame);
    return;
  }
  frame.removeAttribute(HELD);
  const copy = frame.cloneNode();
  copy.setAttribute(slot(frame), address);
  await replace(frame, copy.outerHTML);
  // It was told another address meanwhile, or taken out.
  if (!frame.isConnected && !frame.hasAttribute(HELD)) frame.setAttribute(HELD, address);
  ask(frame);
};

/** Asks for what was held before it came into a page, and for what services show, once they are there. @type {(nodes: any[]) => void} */
export const askLater = (nodes) => {
  if (!waiting.size && !wanted) return;
  // A fragment is empty once it was inserted.
  const parts = nodes.flatMap((node) => (node?.nodeType === 11 && !node.host ? [...node.childNodes] : node));
  queueMicrotask(() => {
    for (const frame of waiting) if (frame.isConnected && waiting.delete(frame)) ask(frame);
    parts.forEach(askFor);
  });
};

/** Asks for all that are held in a part of the page. @type {(root: any) => void} */
export const askAll = (root) => {
  root?.querySelectorAll(`[${HELD}]`).forEach(ask);
  askLater([root]);
};

/** Holds a frame. @type {(frame: any, address: string) => void} */
export const keep = (frame, address) => {
  const name = slot(frame);
  frame.removeAttribute(name);
  frame.setAttribute(HELD, address);
  // The site's scripts find what they have set.
  Object.defineProperty(frame, name, {
    configurable: true,
    get: () => new URL(address, frame.baseURI).href,
    set: (value) => {
      delete frame[name];
      frame[name] = value;
    },
  });
  queueMicrotask(() => ask(frame));
};

/** Puts a frame that will not be held any more back into its place. @type {(frame: any) => void} */
export const restore = (frame) => {
  const figure = standIns.get(frame);
  frame.removeAttribute(HELD);
  delete frame[slot(frame)];
  if (!figure) return;
  standIns.delete(frame);
  for (const name of PLACE) delete frame[name];
  figure.replaceWith(frame);
};
