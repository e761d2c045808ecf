// What a reader sees and does in a tab. Everything works in a browser without JavaScript too: the lab looks
// from outside, and clicks where the mouse would.
import assert from "node:assert/strict";

// Only what fails takes this long; a busy machine with two browsers needs seconds for what takes a moment elsewhere.
export const TIMEOUT_MS = 20_000;

export class Tab {
  constructor(page, reader) {
    this.page = page;
    this.reader = reader;
  }

  /** The address now (in Firefox, `page.url()` is late after going back). */
  url() {
    return this.page.evaluate(() => location.href);
  }

  async goto(url) {
    await this.page.goto(url, { waitUntil: "load" });
  }

  async reload() {
    await this.arrive("a reload", () => this.page.reload().catch(() => {}));
  }

  /**
   * Does what leads to another document, and waits until that is loaded. It looks itself: Firefox says that a
   * reload was aborted, or nothing, where frames were still loading.
   */
  async arrive(how, go) {
    await this.#leave(how, go);
    const loaded = () => this.page.evaluate(() => performance.getEntriesByType("navigation")[0]?.loadEventEnd > 0);
    await eventually(`a loaded document after ${how}`, loaded);
  }

  /** Waits for another document. Two in the history may have the same address, but no two begin at the same moment. */
  async #leave(how, go) {
    const moment = () => this.page.evaluate(() => performance.timeOrigin);
    const before = await moment();
    const failed = new Promise((_, reject) => go().catch(reject));
    await Promise.race([failed, eventually(`another document after ${how}`, async () => (await moment()) !== before)]);
  }

  /** Goes back until the address has this path. From the back/forward cache no load event comes: look instead. */
  async backTo(path) {
    for (let steps = 0; steps < 5; steps++) {
      await this.#leave("going back", () => this.page.goBack({ timeout: 1_500 }).catch(() => {}));
      if (new URL(await this.url()).pathname === path) return;
    }
    assert.fail(`${path} is not in the history`);
  }

  count(selector) {
    return this.page.evaluate((s) => document.querySelectorAll(s).length, selector);
  }

  /** The text of the first match, as the reader sees it; null if there is none, or if it is hidden. */
  text(selector) {
    return this.page.evaluate((s) => {
      const element = document.querySelector(s);
      return element && element.getClientRects().length ? element.innerText : null;
    }, selector);
  }

  async attribute(selector, name) {
    return this.page.evaluate((s, n) => document.querySelector(s)?.getAttribute(n) ?? null, selector, name);
  }

  /** Where the middle of the first visible match is, after scrolling to it, once it rests there uncovered. */
  async #place(selector) {
    const find = (s) => {
      const element = [...document.querySelectorAll(s)].find((e) => e.getClientRects().length);
      if (!element) return null;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getClientRects()[0];
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      return element.contains(hit) ? { x, y } : null;
    };
    let last = null;
    return eventually(`a visible ${selector} at rest`, async () => {
      const place = await this.page.evaluate(find, selector);
      const rests = place && last && place.x === last.x && place.y === last.y;
      last = place;
      return rests && place;
    });
  }

  /** Frames far away wait until the reader comes near. */
  async scrollTo(selector) {
    await this.#place(selector);
  }

  /** Moves the mouse to the first visible match. */
  async pointAt(selector) {
    const { x, y } = await this.#place(selector);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  /** Clicks the first visible match. */
  async press(selector) {
    const { x, y } = await this.#place(selector);
    await this.page.mouse.click(x, y);
  }

  /** Clicks what leads to another document, and waits for that. */
  async follow(selector) {
    await this.arrive(`a press on ${selector}`, () => this.press(selector));
  }

  /** Presses Tab until the match has the focus, as a keyboard user would. */
  async tabTo(selector, most = 60) {
    for (let n = 0; n < most; n++) {
      await this.page.keyboard.press("Tab");
      if (await this.page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
    }
    assert.fail(`${selector} cannot be reached with the Tab key`);
  }

  /** The texts of the page's frames, nested ones included. */
  async frameTexts() {
    const frames = this.page.frames().filter((frame) => frame !== this.page.mainFrame());
    const texts = await Promise.all(frames.map((f) => f.evaluate(() => document.body?.innerText ?? "").catch(() => "")));
    return texts.join("\n");
  }

  /** Waits until a frame shows these words. */
  async shows(words) {
    await eventually(`“${words}” in a frame`, async () => (await this.frameTexts()).includes(words));
  }

  /** Waits for the client, which comes with the first notice: a choice made before that loads the page anew. */
  async clientAtWork() {
    await eventually("the client", () => this.page.evaluate(() => "jalousie" in window));
  }

  openFrames() {
    return this.count("iframe.jalousie-frame");
  }

  async waitForFrames(n) {
    await eventually(`${n} open frames`, async () => (await this.openFrames()) === n);
  }

  /** The decisions in the consent cookie, without the days they were made on, or null. */
  async consent() {
    const cookies = await this.page.evaluate(() => document.cookie);
    const value = /(?:^|; )(?:__Host-)?eu-consent=([^;]*)/.exec(cookies)?.[1];
    return value ? bare(value) : null;
  }
}

/** `v2.video:1` of `v2.video:1:20778:x7Qa`. */
export const bare = (value) => value.replace(/:(\d+):[\w-]{4}(?=\.|$)/g, "");

/** Selectors into the notice of a service. */
export const notice = (service, n = 1) => {
  const figure = `figure.jalousie[data-service="${service}"]`;
  const nth = n === 1 ? figure : `:nth-child(${n} of ${figure})`;
  const button = (scope, decision) => `${nth} form:has(input[name="scope"][value="${scope}"]) button[name="decision"][value="${decision}"]`;
  return {
    figure: nth,
    title: `${nth} .jalousie-title`,
    frame: `${nth} > iframe.jalousie-frame`,
    once: button("once", "accept"),
    always: button("category", "accept"),
    refuse: button("category", "refuse"),
    withdraw: `${nth} .jalousie-withdraw button[value="withdraw"]`,
    refused: `${nth} .jalousie-refused`,
    gpc: `${nth} .jalousie-gpc`,
    preferences: `${nth} a[href*="/_jalousie/preferences"]`,
    more: `${nth} a[href*="/_jalousie/service/"]`,
  };
};

/** What an expression says of the open dialog, `dialog`, and of the shadow tree that it is in, `root`. */
export const inDialog = (tab, expression) =>
  tab.page.evaluate(`(() => {
    const root = [...document.body.children].map((e) => e.shadowRoot).find((e) => e?.querySelector("dialog"));
    const dialog = root?.querySelector("dialog[open]");
    return ${expression};
  })()`);

/** Asks again until the answer is a yes; resolves with it. */
export async function eventually(what, probe, timeout = TIMEOUT_MS) {
  const end = Date.now() + timeout;
  let answer, problem;
  do {
    try {
      answer = await probe();
      if (answer) return answer;
    } catch (error) {
      problem = error; // between two documents there is nobody to ask
    }
    await new Promise((done) => setTimeout(done, 40));
  } while (Date.now() < end);
  throw new Error(`${what}: not in ${timeout} ms`, { cause: problem });
}
