// What the tests of the gate share: one lab, one gate and one browser per group of tests, a new reader per test.
import assert from "node:assert/strict";
import { after, afterEach, before, describe } from "node:test";
import { browserNames, describeWire, launch, startLab } from "./index.js";
import { Tab } from "./tab.js";

/**
 * A group of tests for each browser. `routes`: the publisher's pages; `gate` and `browser`: options of
 * `startGate` and `launch`; `timeout`: for all of it. `define` gets the stage on which each test plays.
 */
export function inEachBrowser(title, { routes, gate = {}, browser = {}, timeout = 300_000 }, define) {
  for (const name of browserNames) {
    describe(`${name}: ${title}`, { timeout }, () => {
      const stage = new Stage(name);
      before(() => stage.start(routes, gate, browser));
      afterEach(() => stage.sendReadersHome());
      after(() => stage.close());
      define(stage);
    });
  }
}

class Stage {
  #browser;
  #readers = [];
  #controls = 0;

  constructor(browserName) {
    this.browserName = browserName;
  }

  async start(routes, gate, browser) {
    this.lab = await startLab();
    this.wire = this.lab.wire;
    this.origin = await this.lab.origin(routes);
    this.gate = await this.lab.gate(gate);
    // Most look into frames and click in them.
    this.#browser = await launch(this.browserName, { isolated: false, ...browser });
  }

  async close() {
    await this.#browser?.close();
    await this.lab?.close();
  }

  /** A reader who was never here. */
  async reader() {
    const reader = await this.#browser.reader();
    this.#readers.push(reader);
    return reader;
  }

  async sendReadersHome() {
    for (const reader of this.#readers.splice(0)) await reader.close();
  }

  /** A page of the site through the gate, in a new tab of this reader, else of a new one. */
  async visit(path, { reader } = {}) {
    reader ??= await this.reader();
    const page = await reader.open(this.url(path));
    return new Tab(page, reader);
  }

  url(path) {
    return new URL(path, this.gate.url).href;
  }

  /**
   * Asserts that nothing has reached third parties since `mark`, but for the names in `except`; and that the
   * wire was alive all along: a deliberate request by the same reader is seen.
   */
  async assertSilence(mark, reader, { except = [] } = {}) {
    const control = `control-${++this.#controls}.test`;
    await this.wire.quiet();
    const page = await reader.open(`http://${control}/`);
    await this.wire.until("the control request", (e) => e.kind === "http" && e.name === control);
    await this.wire.quiet();
    await page.close();
    const seen = this.wire.since(mark).filter((e) => !/^control-\d+\.test$/.test(e.name) && !except.includes(e.name));
    assert.equal(describeWire(seen), "", "third parties were contacted");
  }

  /** Waits for a request to a third party. */
  request(mark, name, path = "") {
    return this.wire.until(`a request to ${name}${path}`, (e) => e.kind === "http" && e.name === name && e.path.startsWith(path), { since: mark });
  }
}
