// A stand-in. Balise is an invented audience meter; its script counts a page view with a pixel, as such scripts do.
(() => {
  "use strict";
  const origin = new URL(document.currentScript.src).origin;
  const seen = { site: document.currentScript.dataset.site || "", page: location.pathname, from: document.referrer, wide: screen.width, lang: navigator.language };
  new Image().src = origin + "/p.gif?" + new URLSearchParams(seen);
})();
