/** @type {BroadcastChannel | undefined} */
let channel;

/** Tells the other tabs of this site that the decisions may have changed. */
export const tell = () => channel?.postMessage(0);

/**
 * Whether a choice makes another page of this one: some services work in the page itself, and only a
 * page that is loaded anew begins or ends that.
 * @param {Response} answer the server's to the choice
 */
export const changesPage = (answer) => answer.headers.has('Jalousie-State');

/**
 * Listens to the other tabs. A browser that keeps no site data may refuse a channel; the rest must work all the same.
 * @param {() => void} refresh
 */
const join = (refresh) => {
  try {
    channel = new BroadcastChannel('jalousie');
    channel.onmessage = refresh;
  } catch {}
};

/**
 * Follows what is decided elsewhere: nothing is stored, the cookie is read again.
 * @param {() => void} refresh
 */
export const follow = (refresh) => {
  join(refresh);
  // A choice made without a client, or on a page of the gate, is news to the others.
  tell();
  // A page that waits for the reader to come back is lost once a message reaches it.
  addEventListener('pagehide', () => channel?.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // Its frames are as they were, the decisions may not be.
    join(refresh);
    refresh();
  });
  // A change on a page without a client, in the browser's settings, or by expiry.
  self.cookieStore?.addEventListener('change', refresh);
};
