// Frames that scripts of the site create: a browser may connect to their host before it asks the page's
// policy. So what would load from a third party is held before the browser sees it, and a notice,
// made by the server like all others, takes its place. This script stands in the page itself, before the
// first of the site's own: a request for it would come too late, or keep every page waiting.

const FRAMES = 'iframe,frame,embed,object';
const HELD = 'data-jalousie-held';

/** What reaches out as soon as it is in the page: frames, hints, rules for what to load ahead. */
const WATCHED = FRAMES + ',link,script[type=speculationrules i]';

/** Relations of links that are no hints: what they load, the policy decides. */
const LOADED = /stylesheet|icon|manifest|canonical|alternate|search|license/i;
const HINT = /pre|dns/i;

/** Rules that may lead elsewhere: only lists of paths do not. */
const ELSEWHERE = /\/\/|\\\\|where/;

const { hosts, prefix } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** Hosts that the site lets through, `*.` before those that stand for subdomains; of some only what is below a path. */
const admitted = (hosts ?? '').split(' ');

/** How many notices were asked for. */
let asked = 0;

/** @type {(address: string | null) => boolean} */
const external = (address) => {
  try {
    const { host, pathname, protocol } = new URL(/** @type {string} */ (address), document.baseURI);
    return (
      /^(http|ws|ft)/.test(protocol) &&
      host !== location.host &&
      !admitted.some((known) =>
        known[0] === '*'
          ? host.endsWith(known.slice(1))
          : host === known || (known.includes('/') && (host + pathname).startsWith(known)),
      )
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
  if (!answer.ok) return;
  const notice = frame.ownerDocument.createRange().createContextualFragment(await answer.text());
  // No header tells a document without an address to leave hosts of links alone.
  if (frame.ownerDocument !== document)
    for (const link of notice.querySelectorAll('a')) if (external(link.href)) link.removeAttribute('href');
  frame.replaceWith(notice);
};

/** Asks for all that are held in a part of the page. @type {(root: any) => void} */
const askAll = (root) => root?.querySelectorAll(`[${HELD}]`).forEach(ask);

/** @type {(frame: Element, address: string) => void} */
const keep = (frame, address) => {
  frame.removeAttribute(slot(frame));
  frame.setAttribute(HELD, address);
  queueMicrotask(() => ask(frame));
};

/** Whether a link is a hint to a third party; without a relation it may yet become one. @type {(rel: any, href: any) => boolean} */
const hints = (rel, href) => href && external(href) && (HINT.test(rel) || !LOADED.test(rel));

/** Takes the address from a link. @type {(link: Element, address: string) => void} */
const hush = (link, address) => {
  link.removeAttribute('href');
  link.setAttribute('data-jalousie-href', address);
};

/** Readies what is about to be inserted. @type {(element: any) => void} */
const meet = (element) => {
  const address = element.getAttribute(slot(element));
  if (element.localName === 'link') {
    const href = element.getAttribute('href');
    if (hints(element.getAttribute('rel'), href)) hush(element, href);
  } else if (element.localName === 'script') {
    if (ELSEWHERE.test(element.textContent)) element.type = 'text/plain';
  } else {
    if (external(address)) keep(element, address);
    if (element.srcdoc) element.srcdoc = element.srcdoc;
  }
};

/** Readies what there is among nodes that are about to be inserted. @type {(nodes: any[]) => void} */
const hold = (nodes) => {
  for (const node of nodes)
    if (node?.querySelectorAll)
      for (const element of [node, ...node.querySelectorAll(WATCHED)]) if (element.matches?.(WATCHED)) meet(element);
};

/** Sets markup as browsers do, past the trap below. */
const setMarkup = /** @type {Function} */ (Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')?.set);

/** Markup with what it holds readied; as it is, if there is nothing to hold. @type {(markup: any) => any} */
const tidy = (markup) => {
  if (!/<(i?frame|embed|object|link)|speculationrules/i.test(markup)) return markup;
  const template = document.createElement('template');
  setMarkup.call(template, markup);
  const before = template.innerHTML;
  hold([template.content]);
  return template.innerHTML === before ? markup : template.innerHTML;
};

/** The frame that a link or form is aimed at, if it would lead it to a third party. @type {(name: string, address: string) => any} */
const aimed = (name, address) =>
  name && external(address) && document.querySelector(`iframe[name="${CSS.escape(name)}"]`);

/** Holds that frame; says whether there is one. @type {(name: string, address: string) => boolean} */
const divert = (name, address) => {
  const frame = aimed(name, address);
  if (frame) keep(frame, address);
  return !!frame;
};

for (const [kind, selector] of [
  ['click', 'a[target],area[target]'],
  ['submit', 'form[target]'],
])
  addEventListener(
    kind,
    (event) => {
      const source = /** @type {any} */ (event.target)?.closest?.(selector);
      if (source && divert(source.target, source.href ?? source.action)) event.preventDefault();
    },
    true,
  );

/**
 * @param {any} owner
 * @param {string} name a method
 * @param {(original: Function, self: any, args: any[]) => any} step
 */
const wrap = (owner, name, step) => {
  const place = owner?.prototype ?? owner;
  const original = place?.[name];
  if (original)
    place[name] = function (/** @type {any[]} */ ...args) {
      return step(original, this, args);
    };
};

/**
 * @param {any} owner
 * @param {string} name a property
 * @param {(set: Function, self: any, value: any) => void} step
 */
const trap = (owner, name, step) => {
  const property = Object.getOwnPropertyDescriptor(owner?.prototype ?? {}, name);
  if (property?.set)
    Object.defineProperty(owner.prototype, name, {
      ...property,
      set(value) {
        step(/** @type {Function} */ (property.set), this, value);
      },
    });
};

/** Whether a new value of an attribute must not be set; holds the frame, or takes the link's address. @type {(element: any, name: string, value: any) => boolean} */
const stops = (element, name, value) => {
  if (!element.isConnected) return false;
  if (element.localName === 'link') {
    const [rel, href] = [
      name === 'rel' ? value : element.getAttribute('rel'),
      name === 'href' ? value : element.getAttribute('href'),
    ];
    if (/^(rel|href)$/.test(name) && hints(rel, href)) hush(element, href);
    else return false;
    return name === 'href';
  }
  const stopped = element.matches(FRAMES) && name === slot(element) && external(value);
  if (stopped) keep(element, value);
  return stopped;
};

/** Windows that have a guard. A script can write into a frame without an address as into the page. */
const guarded = new WeakSet();

/** @type {(window: any) => void} */
const guard = (window) => {
  if (guarded.has(window)) return;
  guarded.add(window);

  for (const owner of 'Node Element Document DocumentFragment CharacterData Range'.split(' '))
    for (const name of 'appendChild insertBefore replaceChild append prepend before after replaceWith replaceChildren insertAdjacentElement insertNode moveBefore'.split(
      ' ',
    ))
      if (Object.hasOwn(window[owner].prototype, name))
        wrap(window[owner], name, (original, self, args) => (hold(args), original.apply(self, args)));

  wrap(window.Element, 'setAttribute', (original, self, args) => {
    const name = (args[0] + '').toLowerCase();
    if (name === 'srcdoc' && self.localName === 'iframe') self.srcdoc = args[1];
    else if (!stops(self, name, args[1])) original.apply(self, args);
  });
  for (const [owner, name] of [
    ['IFrame', 'src'],
    ['Frame', 'src'],
    ['Embed', 'src'],
    ['Object', 'data'],
    ['Link', 'href'],
    ['Link', 'rel'],
  ])
    trap(window[`HTML${owner}Element`], name, (set, self, value) => {
      if (!stops(self, name, value)) set.call(self, value);
    });
  trap(window.HTMLIFrameElement, 'srcdoc', (set, self, value) => set.call(self, tidy(value)));

  // What stands in a frame of this origin is reached through these.
  for (const name of ['contentWindow', 'contentDocument'])
    for (const owner of ['IFrame', 'Frame', 'Object']) {
      const { prototype } = window[`HTML${owner}Element`];
      const property = Object.getOwnPropertyDescriptor(prototype, name);
      Object.defineProperty(prototype, name, {
        ...property,
        get() {
          const found = property?.get?.call(this);
          try {
            const inner = name === 'contentWindow' ? found : found?.defaultView;
            if (inner?.document) guard(inner);
          } catch {
            // Another origin's: its own answer, or its absence, is its guard.
          }
          return found;
        },
      });
    }

  for (const owner of [window.Element, window.ShadowRoot])
    trap(owner, 'innerHTML', (set, self, value) => {
      set.call(self, tidy(value));
      askAll(self);
    });
  trap(window.Element, 'outerHTML', (set, self, value) => {
    const { parentNode } = self;
    set.call(self, tidy(value));
    askAll(parentNode);
  });
  wrap(window.Element, 'insertAdjacentHTML', (original, self, [where, markup]) => {
    const { parentNode } = self;
    original.call(self, where, tidy(markup));
    askAll(parentNode);
  });
  for (const owner of [window.Element, window.ShadowRoot])
    wrap(owner, 'setHTMLUnsafe', (original, self, [markup, ...rest]) => {
      original.call(self, tidy(markup), ...rest);
      askAll(self);
    });
  for (const name of ['write', 'writeln'])
    wrap(window.Document, name, (original, self, args) => {
      original.call(self, tidy(args.join('')));
      askAll(self);
    });
  wrap(window.HTMLFormElement, 'submit', (original, self, args) => {
    if (!divert(self.target, self.action)) original.apply(self, args);
  });
  wrap(window, 'open', (original, self, args) => (divert(args[1], args[0]) ? null : original.apply(self, args)));
};

guard(window);
