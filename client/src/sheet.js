/** So often is the style sheet brought back; then somebody does not want it. */
const MOST = 20;

/**
 * Keeps the style sheet in the page. It came with the first notice, and where a site renders a part of
 * its page anew, it goes with that one, while others stay.
 * @param {string | undefined} prefix of the gate's addresses
 */
export const keep = (prefix) => {
  const sheets = `link[href^="${prefix}style."]`;
  const sheet = document.querySelector(sheets);
  let times = 0;
  new MutationObserver(() => {
    if (sheet && !sheet.isConnected && times < MOST && !document.querySelector(sheets)) {
      times++;
      document.head.append(sheet);
    }
  }).observe(document, { childList: true, subtree: true });
};
