// Who is who in the lab.

/** The publisher's host, as readers know it. */
export const SITE = "site.test";
/** Its address: the one of the interface that `run` makes. */
export const SITE_ADDRESS = "198.51.100.1";
/** Where the gate and the bare upstream listen. */
export const GATE = `http://${SITE}:8080`;
export const GATE_TLS = `https://${SITE}:8443`;
export const RAW = `http://${SITE}:8081`;
export const RAW_TLS = `https://${SITE}:8444`;

export const isFirstParty = (name) => name === SITE || name.endsWith(`.${SITE}`) || name === SITE_ADDRESS || name === "127.0.0.1";

// What the browsers ask for by themselves in spite of their settings (seen with a blank page). Names that
// a page could embed must never be on this list.
const background = new Set([
  "clients2.google.com", // Chromium: are there updates?
  "update.googleapis.com",
  "accounts.chromium.test", // see --gaia-url
  "redirector.gvt1.com", // Chromium: a dictionary, once somebody types
]);
export const isBackground = (name) => background.has(name);
