import { announce } from './api.js';
import { around, open, part, refresh, say } from './notices.js';
import { changesPage, tell } from './sync.js';

/** Forms whose choice is under way. @type {Set<HTMLFormElement>} */
const pending = new Set();

/** The form that is sent without us, after we failed. @type {HTMLFormElement} */
let plain;

/**
 * @param {HTMLElement} figure
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement} button
 */
const choose = async (figure, form, button) => {
  const choice = new FormData(form);
  choice.set(button.name, button.value);
  const body = new URLSearchParams(/** @type {any} */ (choice));
  const scope = /** @type {string} */ (body.get('scope'));
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) throw 0;
  const address = answer.headers.get('Jalousie-Frame');
  if (address) open(figure, address);
  else
    refresh(
      (other) =>
        button.value !== 'accept' &&
        (other === figure || (scope !== 'once' && other.dataset[scope] === figure.dataset[scope])),
    );
  tell();
  announce(button.value, body);
  if (changesPage(answer)) return location.reload();

  if (button.value === 'refuse') say(figure, part(figure, 'refused').textContent);
  else if (button.value === 'withdraw') {
    const title = part(figure, 'title');
    title.tabIndex = -1;
    title.focus();
  } else if (figure.dataset.jalousieFrame)
    // It throws where there is no frame: perhaps the browser keeps no cookies, and the server can say so.
    part(figure, 'frame').focus({ preventScroll: true });
  else say(figure);
};

/** Takes over the forms of the notices; where that fails, the browser sends them as it would without us. */
export const listen = () =>
  document.addEventListener(
    'submit',
    async (event) => {
      const form = /** @type {HTMLFormElement} */ (event.target);
      const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
      const figure = around(form);
      if (!figure || !button || event.defaultPrevented || form === plain) return;
      event.preventDefault();
      if (pending.has(form)) return;
      pending.add(form);
      if (button.value === 'accept') say(figure, part(figure, 'status').dataset.loading, true);
      try {
        await choose(figure, form, button);
      } catch {
        plain = form;
        form.requestSubmit(button);
      }
      pending.delete(form);
    },
    true,
  );
