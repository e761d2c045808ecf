// What scripts of the site add to a page may reach out before the browser asks the page's policy: frames, hints,
// refreshes. It is held before the browser sees it, and notices, made by the server like all others, take the place
// of frames. This script stands in the page itself, before the first of the site's own: a request for it would
// come too late, or keep every page waiting.
import { external } from './addresses.js';
import { guardCalls } from './calls.js';
import { askAll, askLater, FRAMES, inPlace, keep, standing } from './held.js';
import { tidy, tidyDocument, toWrite } from './markup.js';
import { ATTRIBUTES, hold, matters, pass } from './reach.js';
import { trap, watch, wrap } from './traps.js';

/** Windows that have a guard. A script can write into a frame without an address as into the page. */
const guarded = new WeakSet();

/** Guards what is reached through a frame, if it is of this origin. @type {(found: any) => void} */
const guardInner = (found) => {
  try {
    const inner = found?.defaultView ?? found;
    if (inner?.document) guard(inner);
  } catch {
    // Another origin's: its own answer, or its absence, is its guard.
  }
};

/** Calls a method, and guards the window that it gives, at once or later. @type {(original: Function, self: any, args: any[]) => any} */
const opening = (original, self, args) => {
  const opened = original.apply(self, args);
  guardInner(opened);
  opened?.then?.(guardInner);
  return opened;
};

/**
 * Holds the frame that a link or form would lead to a third party; says whether there is one.
 * @type {(window: any, target: any, address: any) => boolean}
 */
const divert = (window, target, address) => {
  if (!external(address)) return false;
  const name = target || window.document.querySelector('base[target]')?.target || '_self';
  const find = (/** @type {Document} */ page) => page.querySelector(`:is(${FRAMES})[name="${CSS.escape(name)}"]`);
  // A page in a frame that has a guard of its own must not take itself away.
  const frame = name === '_self' ? window !== self && window.frameElement : (find(window.document) ?? find(document));
  if (frame) keep(frame, address);
  return !!frame;
};

/** Diverts a link, or a form that a button sends. @type {(window: any, source: any, button?: any) => boolean} */
const diverts = (window, source, button) => {
  const at = (/** @type {string} */ name) => button?.getAttribute('form' + name) ?? source.getAttribute(name);
  return divert(window, at('target'), at('action') ?? at('href'));
};

/** @type {(window: any) => void} */
const listen = (window) => {
  for (const kind of ['click', 'submit'])
    window.addEventListener(
      kind,
      (/** @type {any} */ event) => {
        const source = event.composedPath().find((/** @type {any} */ node) => node.matches?.(kind === 'click' ? 'a,area' : 'form'));
        if (source && diverts(window, source, event.submitter)) event.preventDefault();
      },
      true,
    );
  // A frame without an address is there at once, and scripts may reach it by its number.
  window.document.addEventListener('load', (/** @type {any} */ { target }) => guardInner(target.contentWindow), true);
};

/** Does to a notice what is done to the frame in whose place it stands. @type {(original: Function, self: any, args: any[]) => any} */
const through = (original, self, args) => {
  if (!standing) return original.apply(self, args);
  const answer = original.apply(inPlace(self), args.map(inPlace));
  return args.find((arg) => inPlace(arg) === answer) ?? answer;
};

/** @type {(window: any) => void} */
const guard = (window) => {
  if (guarded.has(window)) return;
  guarded.add(window);
  listen(window);
  guardCalls(window);
  // A document without an address has no header that tells the browser to leave hosts of links alone.
  if (/^about/.test(window.document.URL)) {
    const told = window.document.createElement('meta');
    told.httpEquiv = 'x-dns-prefetch-control';
    told.content = 'off';
    window.document.head?.append(told);
    told.remove();
  }
  // A page in a frame of the site is not led away: the policy would stop that too, after the browser has connected.
  if (window.frameElement)
    window.navigation?.addEventListener('navigate', (/** @type {any} */ event) => {
      if (external(event.destination.url)) event.preventDefault();
    });
  const { Attr, Document, Element, NamedNodeMap, Node, ShadowRoot } = window;

  for (const owner of 'Node Element Document DocumentFragment CharacterData Range HTMLSelectElement HTMLOptionsCollection'.split(' '))
    wrap(
      window[owner],
      'appendChild insertBefore replaceChild removeChild append prepend before after remove replaceWith replaceChildren insertAdjacentElement insertNode surroundContents moveBefore add',
      (original, self, args) => {
        hold(args);
        askLater(args);
        return through(original, self, args);
      },
    );
  for (const [owner, names] of [
    [Document, 'body'],
    [window.HTMLTableElement, 'caption tHead tFoot'],
  ])
    trap(owner, names, (set, self, value) => (hold([value]), set(value)));

  /** Sets an attribute, if it may be. @type {(element: any, name: any, value: any, set: (value: any) => any) => any} */
  const settle = (element, name, value, set) => {
    const lower = (name + '').toLowerCase();
    const passed = matters(element, lower) ? pass(element, lower, value) : value;
    return passed === undefined ? null : set(passed);
  };
  wrap(Element, 'setAttribute', (original, self, args) =>
    settle(self, args[0], args[1], (passed) => original.apply(self, args.length > 1 ? [args[0], passed] : args)),
  );
  wrap(Element, 'setAttributeNS', (original, self, [space, name, value]) =>
    settle(self, space ? '' : name, value, (passed) => original.call(self, space, name, passed)),
  );
  for (const owner of [Element, NamedNodeMap])
    wrap(owner, 'setAttributeNode setAttributeNodeNS setNamedItem setNamedItemNS', (original, self, [node]) => {
      // On its element, it can be judged.
      const { name, value } = node;
      if (ATTRIBUTES.includes(name)) node.value = '';
      const former = original.call(self, node);
      if (!node.value) node.value = value;
      return former;
    });
  for (const owner of [Attr, Node])
    trap(owner, 'value nodeValue textContent', (set, self, value) =>
      self.ownerElement ? settle(self.ownerElement, self.name, value, set) : set(value),
    );
  for (const [owner, names] of Object.entries({
    IFrame: 'src srcdoc',
    Frame: 'src',
    Embed: 'src',
    Object: 'data',
    Link: 'href rel',
    Base: 'href',
    Meta: 'content httpEquiv',
  }))
    trap(window[`HTML${owner}Element`], names, (set, self, value, name) => settle(self, name.replace('E', '-e'), value, set));
  // A list can be changed in many ways.
  trap(window.HTMLLinkElement, 'relList', 0, (self) => matters(self, 'rel') && pass(self, 'rel', ''));

  for (const owner of ['IFrame', 'Frame', 'Object', 'Embed']) {
    trap(window[`HTML${owner}Element`], 'contentWindow contentDocument', 0, (_, found) => guardInner(found));
    wrap(window[`HTML${owner}Element`], 'getSVGDocument', opening);
  }

  for (const owner of [Element, ShadowRoot]) {
    trap(owner, 'innerHTML outerHTML', (set, self, value, name) => {
      const place = name[0] === 'o' ? self.parentNode : self;
      set(tidy(value, place));
      askAll(place);
    });
    wrap(owner, 'setHTMLUnsafe', (original, self, [markup, ...rest]) => {
      original.call(self, tidy(markup, self), ...rest);
      askAll(self);
    });
  }
  wrap(Element, 'insertAdjacentHTML', (original, self, [where, markup]) => {
    const place = /^(beforee|afterb)/i.test(where) ? self : self.parentNode;
    original.call(self, where, tidy(markup, place));
    askAll(place);
  });
  wrap(Document, 'execCommand', (original, self, [name, shown, value]) => {
    const done = original.call(self, name, shown, /^inserthtml$/i.test(name) ? tidy(value) : value);
    askAll(self);
    return done;
  });
  // Not to be hooked by a name of its prototype: it belongs to the constructor.
  const { parseHTMLUnsafe } = Document;
  if (parseHTMLUnsafe)
    Document.parseHTMLUnsafe = (/** @type {any} */ markup, /** @type {any[]} */ ...rest) =>
      parseHTMLUnsafe.call(Document, tidyDocument(markup), ...rest);

  const { write } = Document.prototype;
  wrap(Document, 'write writeln', (original, self, args) => {
    original.call(self, toWrite(self, args.join('')));
    askAll(self);
  });
  wrap(Document, 'close', (original, self) => {
    const rest = toWrite(self, '', true);
    if (rest) write.call(self, rest);
    original.call(self);
  });
  wrap(window.HTMLFormElement, 'submit', (original, self, args) => {
    if (!diverts(window, self)) original.apply(self, args);
  });
  wrap(window.HTMLElement, 'click', (original, self, args) => {
    // Outside the page, a click is heard by nobody.
    if (self.isConnected || !self.matches('a,area') || !diverts(window, self)) original.apply(self, args);
  });
  wrap(window, 'open', (original, self, args) =>
    args[1] && divert(window, args[1] + '', args[0]) ? null : opening(original, self, args),
  );
  wrap(Document, 'open', (original, self, args) => {
    const opened = opening(original, self, args);
    // A document that is opened anew forgets who listened.
    if (opened === window.document) listen(window);
    return opened;
  });
  wrap(window.DocumentPictureInPicture, 'requestWindow', opening);
};

guard(window);

// Those that came before this script.
for (const frame of document.querySelectorAll(FRAMES)) guardInner(/** @type {any} */ (frame).contentWindow);
