// Frames that scripts of the site create: a browser may connect to their host before it asks the page's
// policy. So what would load from a third party is held before the browser sees it, and a notice,
// made by the server like all others, takes its place. This script stands in the page itself, before the
// first of the site's own: a request for it would come too late, or keep every page waiting.

const FRAMES = 'iframe,frame,embed,object';
const HELD = 'data-jalousie-held';

const { hosts, prefix } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** Hosts that the site lets through, `*.` before those that stand for subdomains. */
const admitted = (hosts ?? '').split(' ');

/** How many notices were asked for. */
let asked = 0;

/** @type {(address: string | null) => boolean} */
const external = (address) => {
  try {
    const { host, protocol } = new URL(/** @type {string} */ (address), document.baseURI);
    return (
      /^(http|ws|ft)/.test(protocol) &&
      host !== location.host &&
      !admitted.some((known) => (known[0] === '*' ? host.endsWith(known.slice(1)) : host === known))
    );
  } catch {
    return false;
  }
};

/** The attribute that a frame loads from. @type {(frame: Element) => string} */
const slot = (frame) => (frame.localName === 'object' ? 'data' : 'src');

/**
 * Puts the notice in the place of a frame that was held.
 * @param {Element} frame
 */
const ask = async (frame) => {
  const address = frame.getAttribute(HELD);
  if (!address || !frame.isConnected) return;
  frame.removeAttribute(HELD);
  const copy = /** @type {Element} */ (frame.cloneNode());
  copy.setAttribute(slot(frame), address);
  const query = new URLSearchParams({
    page: location.pathname + location.search,
    lang: document.documentElement.lang,
    first: document.querySelectorAll('.jalousie').length + ++asked + '',
  });
  const answer = await fetch(prefix + 'notice?' + query, { method: 'POST', body: copy.outerHTML });
  if (answer.ok) frame.replaceWith(document.createRange().createContextualFragment(await answer.text()));
};

/** Asks for all that are held in a part of the page. @type {(root: any) => void} */
const askAll = (root) => root?.querySelectorAll(`[${HELD}]`).forEach(ask);

/** @type {(frame: Element, address: string) => void} */
const keep = (frame, address) => {
  frame.removeAttribute(slot(frame));
  frame.setAttribute(HELD, address);
  queueMicrotask(() => ask(frame));
};

/** Holds the frames among nodes that are about to be inserted. @type {(nodes: any[]) => void} */
const hold = (nodes) => {
  for (const node of nodes)
    if (node?.querySelectorAll)
      for (const frame of [node, ...node.querySelectorAll(FRAMES)])
        if (frame.matches?.(FRAMES) && external(frame.getAttribute(slot(frame))))
          keep(frame, frame.getAttribute(slot(frame)));
};

/** Sets markup as browsers do, past the trap below. */
const setMarkup = /** @type {Function} */ (Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')?.set);

/** Markup with its frames held. @type {(markup: any) => any} */
const tidy = (markup) => {
  if (!/<(i?frame|embed|object)/i.test(markup)) return markup;
  const template = document.createElement('template');
  setMarkup.call(template, markup);
  hold([template.content]);
  return template.innerHTML;
};

/**
 * @param {any} owner
 * @param {string} name a method
 * @param {(original: Function, self: any, args: any[]) => any} step
 */
const wrap = (owner, name, step) => {
  const original = owner.prototype[name];
  if (original)
    owner.prototype[name] = function (/** @type {any[]} */ ...args) {
      return step(original, this, args);
    };
};

/**
 * @param {any} owner
 * @param {string} name a property
 * @param {(set: Function, self: any, value: any) => void} step
 */
const trap = (owner, name, step) => {
  const property = Object.getOwnPropertyDescriptor(owner.prototype, name);
  if (property?.set)
    Object.defineProperty(owner.prototype, name, {
      ...property,
      set(value) {
        step(/** @type {Function} */ (property.set), this, value);
      },
    });
};

for (const owner of [Node, Element, Document, DocumentFragment, CharacterData, Range])
  for (const name of 'appendChild insertBefore replaceChild append prepend before after replaceWith replaceChildren insertAdjacentElement insertNode'.split(
    ' ',
  ))
    if (Object.hasOwn(owner.prototype, name))
      wrap(owner, name, (original, self, args) => (hold(args), original.apply(self, args)));

wrap(Element, 'setAttribute', (original, self, args) => {
  if (self.matches(FRAMES) && self.isConnected && args[0].toLowerCase() === slot(self) && external(args[1])) keep(self, args[1]);
  else original.apply(self, args);
});
for (const owner of [HTMLIFrameElement, HTMLFrameElement, HTMLEmbedElement, HTMLObjectElement])
  trap(owner, owner === HTMLObjectElement ? 'data' : 'src', (set, self, value) => {
    if (self.isConnected && external(value)) keep(self, value);
    else set.call(self, value);
  });

for (const owner of [Element, ShadowRoot])
  trap(owner, 'innerHTML', (set, self, value) => {
    set.call(self, tidy(value));
    askAll(self);
  });
trap(Element, 'outerHTML', (set, self, value) => {
  const { parentNode } = self;
  set.call(self, tidy(value));
  askAll(parentNode);
});
wrap(Element, 'insertAdjacentHTML', (original, self, [where, markup]) => {
  const { parentNode } = self;
  original.call(self, where, tidy(markup));
  askAll(parentNode);
});
for (const name of ['write', 'writeln'])
  wrap(Document, name, (original, self, args) => {
    original.call(self, tidy(args.join('')));
    askAll(self);
  });
