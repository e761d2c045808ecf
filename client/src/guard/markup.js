// Markup that scripts hand to the browser, readied before it is.
import { guardMarkup } from './addresses.js';
import { hold } from './reach.js';

/** Markup without any of these reaches for nothing. */
const REACHES = /<(i?frame|embed|object|link|base|meta|script)/i;

/**
 * `noscript` holds text where scripts run, and elements where none do, as here: while it is read, it goes by the
 * name of an element that holds text everywhere.
 * @type {(markup: any, from: string, to: string) => string}
 */
const renamed = (markup, from, to) => (markup + '').replace(RegExp('(</?)' + from, 'gi'), '$1' + to);
/** @type {(markup: any) => string} */
const readable = (markup) => renamed(markup, 'noscript', 'noembed');

/** Sets markup as browsers do, past the guard's own setter. */
const setMarkup = /** @type {Function} */ (Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')?.set);

/** A document that loads nothing and runs nothing. */
const inert = document.contentType === 'text/html' ? document.implementation.createHTMLDocument('') : document.implementation.createDocument(null, null);

/** Parses markup as the browser will inside `context`. @type {(context: Element, markup: string) => any} */
const parse = (context, markup) => {
  const place = inert.importNode(context);
  setMarkup.call(place, readable(markup));
  return place;
};

/**
 * Markup with what it holds readied; as it is, if there is nothing to hold. What is readied is read once more:
 * some markup means something else after it was written out.
 * @template T
 * @param {T} markup
 * @param {(markup: string) => any} read
 * @param {(place: any) => string} write
 * @returns {T | string}
 */
const settle = (markup, read, write) => {
  /** @type {any} */
  let text = markup;
  for (let reading = 0; reading < 5; reading++) {
    if (!REACHES.test(text)) return text;
    // Written so that it does not find itself: pages that scripts fetch have this guard in them.
    if (/<(noembed)[^]*<(noscript)|<(noscript)[^]*<(noembed)/i.test(text)) break;
    const place = read(text);
    if (!hold((place.content ?? place).childNodes)) return text;
    text = renamed(write(place), 'noembed', 'noscript');
  }
  // It never comes to rest, or holds both.
  return '';
};

/** @type {(markup: any, context?: any) => any} */
export const tidy = (markup, context) => {
  const element = [context?.host, context].find((node) => node?.nodeType === 1) ?? document.createElement('body');
  return settle(
    markup,
    (text) => parse(element, text),
    (place) => place.innerHTML,
  );
};

/** The same for a whole document in an attribute; its scripts are guarded too. @type {(markup: any) => any} */
export const tidyDocument = (markup) => {
  const tidied = settle(
    markup,
    (text) => new DOMParser().parseFromString(readable(text), 'text/html'),
    (place) => (place.doctype ? '<!DOCTYPE html>' : '') + place.documentElement.outerHTML,
  );
  return /<(script)|\son/i.test(tidied) && !tidied.includes(guardMarkup)
    ? tidied.replace(/^\s*(<!doctype[^>]*>)?/i, (/** @type {string} */ start) => start + guardMarkup)
    : tidied;
};

/** What was written to documents and waits for its end. @type {WeakMap<Document, string>} */
const begun = new WeakMap();

/**
 * Markup that may be written to a document now. What is incomplete waits: nobody can see what it will hold.
 * @type {(page: Document, markup: string, last?: boolean) => string}
 */
export const toWrite = (page, markup, last) => {
  const text = (begun.get(page) ?? '') + markup;
  begun.delete(page);
  const context = page.currentScript?.parentElement ?? document.createElement('body');
  const end = 'jalousie-end';
  if (!/</.test(text) || last || (!text.endsWith('<') && parse(context, `${text}<option ${end}>`).querySelector(`option[${end}]`)))
    return tidy(text.replace(/<frame(?=[\s/>])/gi, '<noframe'), context);
  begun.set(page, text);
  return '';
};
