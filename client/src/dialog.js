import { announce } from './api.js';
import { around, part, refresh } from './notices.js';
import { changesPage, tell } from './sync.js';

/** Links to the page of choices that stand in the site's pages; its address is the server's affair. */
const LINKS = '.jalousie-links a[href*="preferences?"], .jalousie-preferences a';

/**
 * A page of the gate as a document. Not from a string: sites may forbid that (Trusted Types).
 * @param {string} address
 * @returns {Promise<Document>}
 */
const load = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => (request.response?.querySelector('.jalousie-close') ? resolve(request.response) : reject());
    request.onerror = reject;
    request.send();
  });

/**
 * Shows the page of choices over this one: the same page, the same forms.
 * @param {string} address
 * @param {Element} [opener] what was pressed
 */
export const open = async (address, opener) => {
  const host = document.createElement('div');
  // The site's style sheets do not reach in here, nor do its scripts find forms that they do not know.
  const root = host.attachShadow({ mode: 'open' });
  const dialog = document.createElement('dialog');
  let changed = false;
  dialog.className = 'jalousie-page jalousie-dialog';
  dialog.tabIndex = -1;

  /** @param {Document} page */
  const show = ({ documentElement: html, head, body }) => {
    const close = /** @type {HTMLElement} */ (body.querySelector('.jalousie-close'));
    dialog.lang = html.lang;
    dialog.dir = html.dir;
    dialog.ariaLabel = /** @type {Element} */ (body.querySelector('h1')).textContent;
    close.hidden = false;
    close.onclick = () => dialog.close();
    // Once: a dialog that is moved is no longer on top, nor closed by Escape.
    if (!host.isConnected) {
      root.append(/** @type {Node} */ (head.querySelector('[rel=stylesheet]')), dialog);
      document.body.append(host);
    }
    // Not the landmark itself: the page has one.
    dialog.replaceChildren(.../** @type {Element} */ (body.querySelector('main')).childNodes);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    // What was saved is heard, else the dialog's name; no part of it looks chosen, and Tab leads to its first button.
    const status = /** @type {HTMLElement | null} */ (dialog.querySelector('[role=status]'));
    if (status) status.tabIndex = -1;
    (status ?? dialog).focus();
  };

  root.addEventListener('submit', async (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = /** @type {HTMLButtonElement} */ (/** @type {SubmitEvent} */ (event).submitter);
    if (form.dataset.plain) return;
    event.preventDefault();
    const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    body.set(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!answer.ok) throw 0;
      refresh(() => button.value !== 'accept');
      tell();
      announce(button.value, body);
      changed ||= changesPage(answer);
      show(await load(/** @type {string} */ (body.get('return'))));
    } catch {
      // The browser sends it as it would without us, and shows what the server says.
      form.dataset.plain = '1';
      form.requestSubmit(button);
    }
  });
  dialog.onclose = () => {
    // Not before the reader has read what was saved.
    if (changed) return location.reload();
    host.remove();
    // The notice that asked may have become its content.
    const figure = opener && around(opener);
    const target = opener?.checkVisibility() ? opener : figure && part(figure, 'frame');
    target?.focus();
  };
  show(await load(address));
};

/** Links to the choices open them here; where that fails, they lead where they say. */
export const listen = () =>
  document.addEventListener('click', async (event) => {
    const link = /** @type {Element} */ (event.target).closest?.(/** @type {'a'} */ (LINKS));
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await open(link.href, link);
    } catch {
      location.href = link.href;
    }
  });
