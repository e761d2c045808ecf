// Everything that reached the lab's network, in order.
import { isBackground, isFirstParty } from "./names.js";
import { TIMEOUT_MS } from "./tab.js";

/** How long nothing may arrive before the wire counts as quiet. */
const QUIET_MS = 350;

export class Wire {
  #events = [];
  #waiting = new Set();

  /** `kind`: dns, tcp, tls, http or udp. */
  record(kind, { name, port, path = "", detail = "", headers }) {
    this.#events.push({ kind, name, port, path, detail, headers, at: Date.now(), firstParty: isFirstParty(name) });
    for (const check of this.#waiting) check();
  }

  /** A point in time, for `since`. */
  mark() {
    return this.#events.length;
  }

  /** What reached third parties since `mark`, without what browsers do by themselves. */
  since(mark) {
    return this.#events.slice(mark).filter((event) => !event.firstParty && !isBackground(event.name));
  }

  /** Everything, first party and background included. */
  all(mark = 0) {
    return this.#events.slice(mark);
  }

  /** Requests to the publisher's upstream since `mark`. */
  upstream(mark) {
    return this.#events.slice(mark).filter((event) => event.firstParty && event.kind === "http");
  }

  /** Waits for an event that fits; resolves with it. */
  until(what, fits, { since = 0, timeout = TIMEOUT_MS } = {}) {
    return new Promise((resolve, reject) => {
      const finish = (settle, value) => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        settle(value);
      };
      const check = () => {
        const found = this.#events.slice(since).find(fits);
        if (found) finish(resolve, found);
      };
      const timer = setTimeout(() => {
        const seen = describe(this.since(since)) || "nothing";
        finish(reject, new Error(`${what} did not reach the wire in ${timeout} ms; seen: ${seen}`));
      }, timeout);
      this.#waiting.add(check);
      check();
    });
  }

  /** Waits until nothing has arrived for a while, first-party requests included. */
  async quiet(ms = QUIET_MS) {
    const start = Date.now();
    for (;;) {
      const last = Math.max(start, this.#events.at(-1)?.at ?? 0);
      const left = last + ms - Date.now();
      if (left <= 0) return;
      await new Promise((done) => setTimeout(done, left));
    }
  }
}

/** Events as short lines, for failures that explain themselves. */
export const describe = (events) => events.map((e) => `${e.kind} ${e.name}${e.path}${e.detail ? ` (${e.detail})` : ""}`).join("\n");

/** The names that were contacted. */
export const names = (events) => [...new Set(events.map((event) => event.name))].sort();
