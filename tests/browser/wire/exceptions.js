// What reaches the wire in spite of the gate, by name, with the reason. docs/guarantee.md is made of it.

/** `what` is excepted, and `why`. */
export const reasons = {
  navigation: {
    what: "The page leads the reader elsewhere: a script's navigation or form, or the site's own redirect of the page",
    why: "A browser offers no policy that tells a script's navigation from a reader's click; one that refused it would refuse outbound links and redirects of the site too. The publisher's own page does it, as a whole, and in the address bar",
  },
  inside: {
    what: "A script inside a frame of the site's own, a `srcdoc` or `javascript:` frame, or an SVG or XHTML document creates a frame; or a script moves a blank frame by its `location`",
    why: "Chromium connects before it asks the policy, which then stops the request. The guard works in the page and in blank frames; `location` cannot be replaced by a script, and the gate adds no script to XML",
  },
  unmet: {
    what: "A script of the page creates a frame in a way that the guard does not meet, or in a window that it opened",
    why: "As above: Chromium connects, the policy stops the request",
  },
  webrtc: {
    what: "`RTCPeerConnection` with a STUN or TURN server, or with somebody else's candidate",
    why: "No policy stops it: browsers ignore the `webrtc` directive. Only a script of the publisher's own can call it before consent",
  },
  webauthn: {
    what: "WebAuthn with another site's identifier",
    why: "The browser itself asks that site whether the two belong together (related origins). `Permissions-Policy` would take passkeys from the site's own pages too",
  },
  "service-worker": {
    what: "A page that the site's own service worker makes up from a text, without headers",
    why: "The page then has no policy, and the gate never sees it.",
  },
  "blank-links": {
    what: "Links that a script puts into frames without an address of their own",
    why: "Firefox looks up the hosts of links where there is no https, and takes blank frames for that; the header that switches it off does not reach them",
  },
};

const each = (reason, names) => Object.fromEntries(names.split(" ").map((name) => [name, reason]));

const navigations = each(
  "navigation",
  "location-assigned location-replaced navigation-api form-submitted form-posted link-clicked-by-script own-redirect own-redirect-of-a-form frame-top-location created-meta-refresh popup-on-a-click",
);
const webrtc = each("webrtc", "webrtc-stun webrtc-turn webrtc-turns webrtc-set-configuration");

/** Browser → vector → reason. */
export const exceptions = {
  chromium: {
    ...navigations,
    ...webrtc,
    ...each("webrtc", "webrtc-in-a-frame webrtc-candidate"),
    ...each("webauthn", "webauthn-related-origins webauthn-create"),
    ...each("service-worker", "service-worker-page"),
    ...each("inside", "blank-location blank-location-replace srcdoc-created-script-frame javascript-frame-created own-frame-location svg-top-created-frame"),
    ...each("unmet", "popup-blank-frame created-frame-attribute-value created-frame-set-attribute-ns written-in-parts inner-shadow-unsafe exec-command"),
  },
  firefox: {
    ...navigations,
    ...webrtc,
    ...each("service-worker", "service-worker-page"),
    ...each("blank-links", "blank-link"),
  },
};

/** The reason for a vector in a browser, if it has one. */
export const exceptionOf = (name, browser) => exceptions[browser]?.[name];
