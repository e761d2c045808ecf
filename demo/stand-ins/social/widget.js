// A stand-in. Courant is an invented social network; this is the script that publishers paste beside a post.
// It draws each `blockquote.courant-post` as a card. It keeps nothing: no cookie, no storage.
(() => {
  "use strict";
  const own = document.currentScript || document.querySelector('script[src*="/widget.js"]');
  const origin = new URL(own.src).origin;
  // Publishers paste the script once for each post; the first copy does the work.
  if (window.courant) return window.courant.look();

  const texts = {
    en: { on: "Open this post on Courant", like: "Like", reply: "Replies", follow: "Follow", more: (n) => `Read ${n} replies`, locale: "en-GB" },
    fr: { on: "Ouvrir ce message sur Courant", like: "J’aime", reply: "Réponses", follow: "Suivre", more: (n) => `Lire les ${n} réponses`, locale: "fr-FR" },
    ar: { on: "فتح المنشور على كوران", like: "إعجاب", reply: "ردود", follow: "متابعة", more: (n) => `قراءة الردود (${n})`, locale: "ar-EG-u-nu-latn" },
  };

  // A constructed sheet needs no permission for inline styles in the page's policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; max-inline-size: 560px; margin-block: 12px; color-scheme: light dark }
    * { box-sizing: border-box }
    .card { --ink: #101828; --soft: #5b6472; --edge: #d9dfe8; --ground: #fff; --brand: #2456d6;
      font: 400 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif;
      color: var(--ink); background: var(--ground); border: 1px solid var(--edge); border-radius: 16px; overflow: hidden }
    header { display: flex; gap: 12px; align-items: center; padding: 16px 18px 0 }
    header img { inline-size: 44px; block-size: 44px; border-radius: 50%; flex: none; background: var(--edge) }
    header div { min-inline-size: 0; flex: 1; line-height: 1.3 }
    strong { display: block; font-weight: 680 }
    .at { color: var(--soft); font-size: 14px }
    .mark { inline-size: 26px; color: var(--brand); flex: none; align-self: start }
    .words { margin: 12px 18px 14px; font-size: 18px; line-height: 1.5; white-space: pre-line; overflow-wrap: anywhere }
    .picture { display: block; inline-size: 100%; aspect-ratio: 16/9; object-fit: cover; background: var(--edge); border-block: 1px solid var(--edge) }
    time, .count { color: var(--soft); font-size: 14px }
    .when { display: block; margin: 12px 18px 0; color: var(--soft); font-size: 14px; text-decoration: none }
    .when:hover { text-decoration: underline }
    footer { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; padding: 8px 10px 10px }
    button, .more { display: inline-flex; gap: 7px; align-items: center; min-block-size: 36px; padding: 0 9px; border: 0; border-radius: 18px;
      background: none; color: var(--soft); font-family: inherit; font-size: 14px; font-weight: 550; line-height: 1; cursor: pointer; text-decoration: none }
    .more { margin-inline-start: auto; color: var(--brand) }
    button:hover, .more:hover { background: color-mix(in srgb, var(--brand) 10%, transparent) }
    button[aria-pressed=true] { color: #c8245c }
    button[aria-pressed=true] path { fill: currentColor }
    svg { inline-size: 19px; display: block }
    .mark svg { inline-size: 26px }
    :focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
    @media (prefers-color-scheme: dark) { .card { --ink: #eef1f6; --soft: #9da8b8; --edge: #2d3644; --ground: #161b23; --brand: #86a8ff } button[aria-pressed=true] { color: #ff7ba5 } }
    @media print { footer { display: none } }
  `);

  const icon = (d) => `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="${d}"/></svg>`;
  const make = (name, props = {}, ...inside) => {
    const e = Object.assign(document.createElement(name), props);
    e.append(...inside);
    return e;
  };

  function draw(quote, post) {
    const t = texts[quote.dataset.lang] || texts[post.lang] || texts.en;
    const host = make("div", { className: "courant-card", lang: post.lang, dir: post.lang === "ar" ? "rtl" : "ltr" });
    const link = { href: `${origin}/post/${post.id}`, target: "_blank", rel: "noopener" };
    const number = new Intl.NumberFormat(t.locale);
    const like = make("button", { type: "button" });
    const mark = () => {
      const on = like.getAttribute("aria-pressed") === "true";
      like.innerHTML = icon("M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z");
      like.append(number.format(post.likes + (on ? 1 : 0)));
      like.setAttribute("aria-label", `${t.like}: ${number.format(post.likes + (on ? 1 : 0))}`);
    };
    like.setAttribute("aria-pressed", "false");
    like.onclick = () => { like.setAttribute("aria-pressed", String(like.getAttribute("aria-pressed") !== "true")); mark(); };
    mark();
    const brand = make("a", { ...link, className: "mark", title: t.on });
    brand.setAttribute("aria-label", t.on);
    brand.innerHTML = icon("M2 8c3.5-4 6.5-4 10 0s6.5 4 10 0M2 16c3.5-4 6.5-4 10 0s6.5 4 10 0");
    const card = make("article", { className: "card" },
      make("header", {},
        make("img", { src: `${origin}/media/${post.user}.svg`, alt: "" }),
        make("div", {}, make("strong", { textContent: post.name }), make("bdi", { className: "at", textContent: "@" + post.user })),
        brand),
      make("p", { className: "words", textContent: post.words }));
    if (post.picture) card.append(make("img", { className: "picture", src: `${origin}/media/${post.picture}`, alt: post.alt }));
    const when = new Intl.DateTimeFormat(t.locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(post.time));
    card.append(
      make("a", { ...link, className: "when" }, make("time", { dateTime: post.time, textContent: when })),
      make("footer", {}, like, make("a", { ...link, className: "more", textContent: t.more(number.format(post.replies)) })));
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(card);
    quote.replaceWith(host);
  }

  const waiting = new Map();
  window.courant = {
    /** Called by posts/ID.js, which carries the post. */
    post(post) {
      for (const quote of waiting.get(post.id) || []) draw(quote, post);
      waiting.delete(post.id);
    },
    look() {
      for (const quote of document.querySelectorAll("blockquote.courant-post:not([data-courant])")) {
        const link = [...quote.querySelectorAll("a[href]")].find((a) => /\/post\/\d+$/.test(a.href));
        if (!link) continue;
        const id = link.href.match(/\d+$/)[0];
        quote.dataset.courant = "asked";
        const first = !waiting.has(id);
        waiting.set(id, [...(waiting.get(id) || []), quote]);
        if (first) document.head.append(make("script", { src: `${origin}/posts/${id}.js`, async: true }));
      }
    },
  };
  window.courant.look();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", window.courant.look);
})();
