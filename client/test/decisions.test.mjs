import assert from 'node:assert/strict';
import { button, inBrowsers } from './browsers.mjs';
import { ASSETS, fingerprint, notice } from './markup.mjs';
import { html } from './site.mjs';

/** @param {import('puppeteer-core').Page} page */
const states = (page) => page.$$eval('.jalousie', (all) => all.map((it) => it.dataset.jalousieState ?? 'none'));

/** Days since 1970. */
const today = Math.floor(Date.now() / 864e5);

/** Counts the pictures in which a notice of videos could be seen, and all. */
const RECORDER = `<script>
  flashes = pictures = 0;
  (function look() {
    pictures++;
    for (const it of document.querySelectorAll('[data-category=video] > section')) if (it.offsetHeight) flashes++;
    requestAnimationFrame(look);
  })();
</script>`;

/** Tells where the page came from; what else would bring the news is out of the way. */
const RESTORED = `<script>
  Object.defineProperty(window, 'cookieStore', { value: undefined });
  BroadcastChannel = undefined;
  onpageshow = (event) => (restored = event.persisted);
</script>`;

inBrowsers('decisions', {
  'a service beats its category, and the unreadable counts for nothing': async ({ page, decide, show }) => {
    const body = html(ASSETS + notice({ token: 'one' }) + notice({ token: 'two', service: 'camera' }) + notice({ token: 'post', category: 'social' }));
    for (const [value, expected] of /** @type {[string, string[]][]} */ ([
      ['v1.video:1', ['accepted', 'accepted', 'none']],
      ['v1.video:1.@camera:0.social:0', ['accepted', 'refused', 'refused']],
      ['v1.@camera:1.video:0', ['refused', 'accepted', 'none']],
      ['v1', ['none', 'none', 'none']],
      [`v2.video:1:${today}:vide`, ['accepted', 'accepted', 'none']],
      [`v2.video:1:${today}:vide.@camera:0:${today}:came`, ['accepted', 'refused', 'none']],
      [`v2.video:1:${today - 179}:vide.social:0:${today}:soci`, ['accepted', 'accepted', 'refused']],
      // Older than decisions last, and about something that has changed.
      [`v2.video:1:${today - 180}:vide.social:0:${today - 180}:soci`, ['none', 'none', 'none']],
      [`v2.video:1:${today}:abcd.social:0:${today}:abcd`, ['none', 'none', 'none']],
      // What was said about a service is open again: a yes to the category is no answer, a no is.
      [`v2.video:1:${today}:vide.@camera:0:${today}:abcd`, ['accepted', 'none', 'none']],
      [`v2.video:0:${today}:vide.@camera:1:${today - 200}:came`, ['refused', 'refused', 'none']],
      ['v2.video:1', ['none', 'none', 'none']],
      ['v3.video:1:20000:vide', ['none', 'none', 'none']],
      ['v1.video:1.', ['none', 'none', 'none']],
      ['v1.video:1.social:yes', ['none', 'none', 'none']],
      ['v1.video:1.SOCIAL:1', ['none', 'none', 'none']],
      ['v1.constructor:1', ['none', 'none', 'none']],
    ])) {
      await decide(value);
      await show(body);
      assert.deepEqual(await states(page), expected, value);
    }
  },

  'whoever is asked again is told why': async ({ page, decide, show }) => {
    const told = () => page.$$eval('.jalousie-changed, .jalousie-expired', (all) => all.filter((it) => it.checkVisibility()).map((it) => it.className));
    for (const [made, expected] of /** @type {[string, string[]][]} */ ([
      [`${today}:${fingerprint('video')}`, []],
      [`${today}:abcd`, ['jalousie-changed']],
      [`${today - 200}:abcd`, ['jalousie-expired']],
    ])) {
      await decide(`v2.video:1:${made}`);
      await show(html(ASSETS + notice({ token: 'one' })));
      assert.deepEqual(await told(), expected, made);
    }
  },

  'a yes of last time: no flash, and before the page is complete': async ({ page, site, decide }) => {
    await decide('v1.video:1.social:0');
    const [first, second] = [notice({ token: 'one', words: '<p>Words.</p>' }), notice({ token: 'two' })];
    // The page comes in pieces, cut in the midst of a notice; each waits until the browser has made something of the last.
    const cut = second.indexOf('jalousie-choices');
    /** @type {(() => void)[]} */
    const waiting = [];
    const step = () => new Promise((resolve) => waiting.push(() => resolve(0)));
    site.pages['/'] = async (response) => {
      response.write(html(ASSETS, RECORDER) + first + '<p id="after-one">Text.</p>');
      await step();
      response.write(second.slice(0, cut));
      await step();
      response.write(second.slice(cut) + notice({ token: 'post', category: 'social' }) + '<p id="after-two">Text.</p>');
      await step();
      response.end('<p id="end">End.</p>');
    };
    const painted = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const loaded = page.goto(site.origin, { waitUntil: 'load' });
    const next = async () => {
      await painted();
      assert.equal(await page.evaluate(() => document.readyState), 'loading');
      waiting.shift()?.();
    };
    await page.waitForSelector('#one iframe');
    assert.equal(await page.$eval('#one section', (it) => it.hidden), true);
    await next();
    await page.waitForSelector('#two');
    await next();
    await page.waitForSelector('#post[data-jalousie-state=refused]');
    await page.waitForSelector('#two iframe');
    assert.equal(await page.$eval('#two iframe', (it) => it.title), 'Video from Lanterna');
    await next();
    await loaded;
    const [flashes, pictures] = await page.evaluate(() => [Reflect.get(window, 'flashes'), Reflect.get(window, 'pictures')]);
    assert.ok(pictures > 6, 'the recorder ran');
    assert.equal(flashes, 0);
    assert.deepEqual(site.frames.filter((it) => it.includes('one')), ['/_jalousie/frame/one']);
  },

  'a notice that a script puts in is settled as well': async ({ page, decide, show }) => {
    await decide('v1.video:1');
    await show(html(ASSETS + notice({ token: 'one' }) + '<div id="late"></div>'));
    await page.$eval('#late', (it, markup) => void (it.innerHTML = `<div><div>${markup}</div></div>`), notice({ token: 'two' }));
    await page.waitForSelector('#two iframe');
  },

  'Global Privacy Control: its note stands while there is no decision of the reader\'s own': async ({ page, show }) => {
    await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }));
    await show(html(ASSETS + notice({ token: 'one' })));
    const note = () => page.$eval('.jalousie-gpc', (it) => it.checkVisibility());
    assert.equal(await note(), true);
    assert.deepEqual(await states(page), ['none']);
    await page.click(button('one', 'refuse'));
    await page.waitForSelector('[data-jalousie-state=refused]');
    assert.equal(await note(), false);
  },

  'other tabs follow at once': async ({ page, site, context, show }) => {
    await show(html(ASSETS + notice({ token: 'one' })));
    const other = await context.newPage();
    await other.goto(site.origin);
    await page.bringToFront();
    await page.click(button('one', 'accept'));
    await page.waitForSelector('#one iframe');
    await other.waitForSelector('#one iframe', { timeout: 20_000 });
    await page.click('#one .jalousie-withdraw button');
    await other.waitForFunction(() => !document.querySelector('iframe'), { polling: 50 });
    assert.deepEqual(await states(other), ['none']);
  },

  'what is shown once in one tab stays when another tab decides about others': async ({ page, site, context, show }) => {
    await show(html(ASSETS + notice({ token: 'one' }) + notice({ token: 'post', category: 'social' })));
    await page.click(button('one', 'accept', 'once'));
    await page.waitForSelector('#one iframe');
    const other = await context.newPage();
    await other.goto(site.origin);
    await other.click(button('post', 'accept'));
    await page.waitForSelector('#post iframe', { timeout: 20_000 });
    assert.deepEqual(await states(page), ['accepted', 'accepted']);
    // A yes that covers it and is taken back takes it along.
    await other.click(button('one', 'accept'));
    await page.waitForFunction(() => /video:1/.test(document.cookie), { polling: 50 });
    await other.waitForSelector('#one iframe');
    await other.click('#one .jalousie-withdraw button');
    await page.waitForFunction(() => !document.querySelector('#one iframe'), { polling: 50 });
  },

  'what is shown once although its category is refused stays until it is refused again': async ({ page, site, context, decide, show }) => {
    await decide('v1.video:0');
    await show(html(ASSETS + notice({ token: 'one' }) + notice({ token: 'two' })));
    await page.click(button('one', 'accept', 'once'));
    await page.waitForSelector('#one iframe');
    // Another tab's arrival has every other look again.
    const heard = page.evaluate(() => new Promise((resolve) => (new BroadcastChannel('jalousie').onmessage = () => setTimeout(resolve))));
    const other = await context.newPage();
    await other.goto(site.origin);
    await heard;
    assert.deepEqual(await states(page), ['accepted', 'refused']);
    await page.bringToFront();
    await page.click(button('two', 'refuse'));
    await page.waitForFunction(() => !document.querySelector('iframe'));
    assert.deepEqual(await states(page), ['refused', 'refused']);
  },

  'back from the back/forward cache, the decisions of now hold': async ({ page, site, show }) => {
    site.pages['/other'] = html('<p>Elsewhere.</p>');
    await show(html(ASSETS + notice({ token: 'one' }), RESTORED));
    await page.click(button('one', 'accept'));
    await page.waitForSelector('#one iframe');
    await page.goto(site.origin + '/other', { waitUntil: 'load' });
    await page.evaluate(() => void (document.cookie = 'eu-consent=v1; Path=/; SameSite=Lax'));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelector('#one') && Reflect.get(window, 'restored') != null, { polling: 50 });
    assert.equal(await page.evaluate(() => Reflect.get(window, 'restored')), true, 'the page came from the cache');
    assert.deepEqual(await states(page), ['none']);
    assert.equal(await page.$('iframe'), null);
  },

  'the page keeps its globals, and gets one': async ({ page, site, show }) => {
    site.pages['/plain'] = html('');
    await page.goto(site.origin + '/plain');
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(window).filter((it) => !/^\d+$/.test(it)));
    const before = new Set(await names());
    await show(html(ASSETS + notice({ token: 'one' })));
    assert.deepEqual((await names()).filter((it) => !before.has(it)), ['jalousie']);
  },
});
