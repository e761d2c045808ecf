import { around, close, open, part, refresh, say } from './notices.js';
import { tell } from './sync.js';

/** Forms whose choice is under way. @type {Set<HTMLFormElement>} */
const pending = new Set();

/** The form that is sent without us, after we failed. @type {HTMLFormElement} */
let plain;

/**
 * @param {HTMLFormElement} form
 * @param {FormData} choice
 * @param {HTMLElement} figure
 */
const choose = async (form, choice, figure) => {
  const decision = choice.get('decision');
  const scope = /** @type {string} */ (choice.get('scope'));
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(/** @type {any} */ (choice)) });
  if (!answer.ok) throw 0;
  const address = answer.headers.get('Jalousie-Frame');
  if (decision === 'withdraw')
    close((other) => other === figure || (scope !== 'once' && other.dataset[scope] === figure.dataset[scope]));
  if (address) open(figure, address);
  else refresh();
  tell();

  const frame = part(figure, 'frame');
  const title = part(figure, 'title');
  if (decision === 'accept') {
    // It throws where there should be a frame and is none: perhaps the browser keeps no cookies, and the server
    // can say so.
    if (figure.dataset.jalousieFrame) frame.focus({ preventScroll: true });
    else say(figure);
  } else if (decision === 'withdraw') {
    title.tabIndex = -1;
    title.focus();
  } else say(figure, part(figure, 'refused').textContent);
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
      const choice = new FormData(form);
      choice.set(button.name, button.value);
      if (button.value === 'accept') say(figure, part(figure, 'status').dataset.loading, true);
      try {
        await choose(form, choice, figure);
      } catch {
        plain = form;
        form.requestSubmit(button);
      }
      pending.delete(form);
    },
    true,
  );
