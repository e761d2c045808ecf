import { decide, read } from './decisions.js';

/** What is outermost of a notice. @type {any} */
const NOTICE = '[data-jalousie=embed]';

/**
 * The notice around an element, or the element itself.
 * @param {Element} element
 * @returns {HTMLElement | null}
 */
export const around = (element) => element.closest(NOTICE);

/** @type {string} the consent cookie's name */
let cookie;

/** How many days decisions last. */
let days = 0;

/** @type {import('./decisions.js').Decisions} the decisions that the notices show */
let decisions = new Map();

/**
 * A part of a notice by its class, which is the contract with the server's markup: all are there,
 * but for the frame, and for what the parser has yet to reach.
 * @param {Element} figure
 * @param {string} name
 * @returns {any} the element, or null
 */
export const part = (figure, name) => figure.querySelector('.jalousie-' + name);

/**
 * Tells the reader what is going on. While it waits the text can be seen; after that it is only heard.
 * @param {Element} figure
 * @param {string} [text] none: the status falls silent
 * @param {boolean} [waiting]
 */
export const say = (figure, text = '', waiting) => {
  const status = part(figure, 'status');
  status.classList.toggle('jalousie-hidden', !waiting);
  status.textContent = text;
};

/**
 * @param {HTMLElement} figure
 * @param {string} [address]
 */
const frameFor = (figure, address) => {
  const { jalousieAllow, jalousieFrame, jalousieSandbox } = figure.dataset;
  const status = part(figure, 'status');
  const frame = document.createElement('iframe');
  frame.className = 'jalousie-frame';
  frame.title = part(figure, 'title').textContent;
  if (jalousieAllow) frame.allow = jalousieAllow;
  if (jalousieSandbox != null) frame.setAttribute('sandbox', jalousieSandbox);
  frame.allowFullscreen = true;
  // A reader who waits for this one gets it at once; the browser knows which others are far away.
  if (!status.textContent) frame.loading = 'lazy';
  frame.onload = () => status.textContent && say(figure, status.dataset.shown);
  frame.src = /** @type {string} */ (address ?? jalousieFrame);
  return frame;
};

/**
 * Makes one notice show a decision. It may still be in the making by the parser: what is there is
 * settled, what follows will bring us here again. Doing it twice changes nothing.
 * @param {HTMLElement} figure
 * @param {import('./decisions.js').Decision} decision
 * @param {string} [address] the frame's, where it is not the one in the markup
 */
const settle = (figure, decision, address) => {
  const frame = part(figure, 'frame');
  const { jalousieSize } = figure.dataset;
  if (jalousieSize) {
    // The site's policy admits no style attributes. What a script sets is not one.
    figure.style.cssText = jalousieSize;
    delete figure.dataset.jalousieSize;
  }
  // Where the markup did not say enough to show the content, a yes changes nothing.
  const accepted = decision === '1' && !!figure.dataset.jalousieFrame;
  /** @type {(name: string, hidden: boolean) => void} */
  const hide = (name, hidden) => part(figure, name)?.toggleAttribute('hidden', hidden);
  // The style sheet goes by this attribute, before the parser is through with the notice.
  if (accepted) figure.dataset.jalousieState = 'accepted';
  else if (decision === '0') figure.dataset.jalousieState = 'refused';
  else delete figure.dataset.jalousieState;
  hide('notice', accepted);
  hide('withdraw', !accepted);
  hide('refused', decision !== '0');
  hide('changed', decision !== 'changed');
  hide('expired', decision !== 'expired');
  // @ts-ignore: not yet in the DOM's types
  hide('gpc', decision === '1' || decision === '0' || !navigator.globalPrivacyControl);
  if (frame && !accepted) {
    frame.remove();
    figure.style.minHeight = '';
    say(figure);
  }
  // The status is the last part that a frame needs.
  if (accepted && !frame && part(figure, 'status')) part(figure, 'notice').after(frameFor(figure, address));
};

/**
 * What holds for a notice: the decision, or that its content was let in once (its frame's address has a grant).
 * @param {HTMLElement} figure
 * @param {import('./decisions.js').Decisions} before
 * @param {boolean} [withdrawn]
 * @returns {import('./decisions.js').Decision}
 */
const standing = (figure, before, withdrawn) => {
  const decision = decide(decisions, figure.dataset, days);
  const granted = part(figure, 'frame')?.src.includes('grant=');
  // A grant is an exception from the decision it was given under, and ends when that one changes.
  return granted && !withdrawn && decision === decide(before, figure.dataset, days) ? '1' : decision;
};

/**
 * Swaps in one go, and lets nothing below move up.
 * @param {HTMLElement[]} figures
 * @param {(figure: HTMLElement) => void} swap
 */
const steadily = (figures, swap) => {
  /** @type {(figure: HTMLElement) => number} */
  const height = (figure) => figure.getBoundingClientRect().height;
  const heights = figures.map(height);
  figures.forEach(swap);
  figures.forEach((figure, i) => {
    if (part(figure, 'frame') && height(figure) < heights[i]) figure.style.minHeight = heights[i] + 'px';
  });
};

/**
 * Shows one content this once.
 * @param {HTMLElement} figure
 * @param {string} address the granted one
 */
export const open = (figure, address) => steadily([figure], () => settle(figure, '1', address));

/**
 * Reads the decisions again and applies them to every notice.
 * @param {(figure: HTMLElement) => boolean} [withdrawn] whose grants end too
 */
export const refresh = (withdrawn) => {
  const before = decisions;
  decisions = read(cookie);
  steadily([...document.querySelectorAll(NOTICE)], (figure) =>
    settle(figure, standing(figure, before, withdrawn?.(figure))),
  );
};

/**
 * Settles the notices of the page, and each to come as the parser, or a script, adds it.
 * @param {string} name the consent cookie's
 * @param {number} lifetime of decisions, in days
 */
export const watch = (name, lifetime) => {
  cookie = name;
  days = lifetime;
  refresh();
  new MutationObserver((records) => {
    /** @type {Set<HTMLElement>} */
    const figures = new Set();
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element) {
          const figure = around(node);
          for (const each of figure ? [figure] : node.querySelectorAll(NOTICE)) figures.add(each);
        }
    figures.forEach((figure) => settle(figure, standing(figure, decisions)));
  }).observe(document, { childList: true, subtree: true });
};
