// The lab: a network of its own with a publisher's server, the gate, and a stand-in for everybody else.
import os from "node:os";
import { AddressBook, startDns } from "./dns.js";
import { startGate } from "./gate.js";
import { startOrigin } from "./origin.js";
import { startThirdParties } from "./third-parties.js";
import { Wire } from "./wire.js";

export { browserNames, launch } from "./browsers.js";
export { GATE, GATE_TLS, RAW, RAW_TLS, SITE } from "./names.js";
export { describe as describeWire, names } from "./wire.js";

export async function startLab() {
  refuseOutside();
  const wire = new Wire();
  const book = new AddressBook();
  const dns = await startDns(wire, book);
  const thirdParties = await startThirdParties(wire, book);
  const open = [thirdParties, dns];
  const keep = (part) => (open.unshift(part), part);
  let origin;
  return {
    wire,
    thirdParties,
    /** Starts the publisher's server; see `startOrigin` for `routes`. */
    origin: async (routes) => (origin = keep(await startOrigin(wire, routes, thirdParties.certificate))),
    /** Starts the gate before the publisher's server; see `startGate` for the options. */
    gate: async (options) => keep(await startGate(origin.url, thirdParties.certificate, options)),
    close: async () => {
      for (const part of open) await part.close();
    },
  };
}

/** Outside its namespace the lab would see nothing, and the browsers would reach the real world. */
function refuseOutside() {
  const others = Object.keys(os.networkInterfaces()).filter((name) => !["lo", "lab0", "lab1"].includes(name));
  if (process.env.JALOUSIE_LAB !== "inside" || others.length > 0) {
    throw new Error("the lab must run in its own network namespace: start it with tests/browser/run");
  }
}
