// What reaches the wire in spite of the gate, by name, with the reason. docs/guarantee.md is made of it.

/** `what` is excepted, and `why`. */
export const reasons = {
  navigation: {
    what: "The page leads the reader elsewhere: a script's navigation or form, or the site's own redirect of the page",
    why: "A browser offers no policy that tells a script's navigation from a reader's click; one that refused it would refuse outbound links and redirects of the site too. The publisher's own page does it, as a whole, and in the address bar",
  },
  location: {
    what: "A script moves a frame that has no address yet by its `location`",
    why: "Chromium connects before it asks the policy, which then stops the request. `location` cannot be replaced by a script, and before a frame's first navigation its window tells nobody",
  },
  handler: {
    what: "The only script of an SVG document is a handler of its outermost element, which is empty",
    why: "The gate puts its guard inside that element, and there is no inside",
  },
  scanner: {
    what: "A hint in an SVG `title` or `style` that markup of another kind hides: no element, but Chromium's look-ahead takes it for one",
    why: "The gate reads as the parser does; the look-ahead knows no SVG, and connects for hints before the page is parsed. Its other requests the policy stops",
  },
  "service-worker": {
    what: "A page that the site's own service worker makes up from a text, without headers",
    why: "The page then has no policy, and the gate never sees it.",
  },
};

const each = (reason, names) => Object.fromEntries(names.split(" ").map((name) => [name, reason]));

const everywhere = {
  ...each(
    "navigation",
    "location-assigned location-replaced navigation-api form-submitted form-posted link-clicked-by-script own-redirect own-redirect-of-a-form frame-top-location popup-on-a-click",
  ),
  ...each("service-worker", "service-worker-page"),
};

/** Browser → vector → reason. */
export const exceptions = {
  chromium: {
    ...everywhere,
    ...each("location", "blank-location blank-location-replace javascript-location"),
    ...each("handler", "svg-top-handler"),
    ...each("scanner", "broken-svg-style-comment"),
    "after-a-title-in-svg: preconnect": "scanner",
  },
  firefox: {
    ...everywhere,
  },
};

/** The reason for a vector in a browser, if it has one. */
export const exceptionOf = (name, browser) => exceptions[browser]?.[name];
