// A DNS server that knows every name and writes down who was asked for.
import dgram from "node:dgram";
import { isFirstParty, SITE_ADDRESS } from "./names.js";

const A = 1;
// To browsers these are public, as third parties are: networks reserved for documentation, and, for many
// names, any others (in the lab's namespace all of them are this machine).
const NETWORKS = ["203.0.113", "192.0.2", "45.80.1", "45.80.2", "45.80.3", "45.80.4", "45.80.5", "45.80.6"];
const typeNames = { 1: "A", 28: "AAAA", 65: "HTTPS" };

/** Gives each name an address of its own, so that a connection without a name can be told apart too. */
export class AddressBook {
  #byName = new Map();
  #byAddress = new Map();

  address(name) {
    if (isFirstParty(name)) return SITE_ADDRESS;
    if (!this.#byName.has(name)) {
      const n = this.#byName.size;
      if (n >= NETWORKS.length * 250) throw new Error(`no address left for ${name}: the lab has ${n}`);
      const address = `${NETWORKS[Math.floor(n / 250)]}.${(n % 250) + 1}`;
      this.#byName.set(name, address);
      this.#byAddress.set(address, name);
    }
    return this.#byName.get(name);
  }

  /** The name that was given this address, else the address itself (a page may name it directly). */
  name(address) {
    const plain = address.replace(/^::ffff:/, "");
    return this.#byAddress.get(plain) ?? plain;
  }
}

export async function startDns(wire, book) {
  const socket = dgram.createSocket("udp4");
  socket.on("message", (query, peer) => {
    const question = readQuestion(query);
    if (!question) return;
    wire.record("dns", { name: question.name, detail: typeNames[question.type] ?? `type ${question.type}` });
    socket.send(answer(query, question, book), peer.port, peer.address);
  });
  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(53, "127.0.0.1", resolve);
  });
  return { close: () => new Promise((done) => socket.close(done)) };
}

function readQuestion(query) {
  const labels = [];
  let at = 12;
  while (at < query.length && query[at] !== 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + query[at]));
    at += query[at] + 1;
  }
  if (at + 5 > query.length) return null;
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function answer(query, question, book) {
  const isA = question.type === A;
  const head = Buffer.from(query.subarray(0, question.end));
  head.writeUInt16BE(0x8580, 2); // an authoritative answer, no error
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(isA ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  if (!isA) return head;
  // A pointer to the question's name, type A, class IN, lifetime 0: each look-up is to be seen.
  const record = Buffer.from([0xc0, 12, 0, A, 0, 1, 0, 0, 0, 0, 0, 4, ...book.address(question.name).split(".").map(Number)]);
  return Buffer.concat([head, record]);
}
