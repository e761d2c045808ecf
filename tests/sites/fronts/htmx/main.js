import { listen, ready } from "./likes.js";

listen("htmx");
ready("htmx");
// A page that was swapped in: the weather and the likes of it.
new MutationObserver((records) => records.some(({ target }) => target.localName === "body") && ready("htmx")).observe(document.body, {
  childList: true,
});
