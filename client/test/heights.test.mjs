import assert from 'node:assert/strict';
import { inBrowsers } from './browsers.mjs';
import { ASSETS, notice } from './markup.mjs';
import { html } from './site.mjs';

const POST = html(ASSETS + notice({ token: 'parrot', style: '' }) + notice({ token: 'nesting', style: '' }) + '<p>After.</p>');

/** @param {import('./browsers.mjs').Setting} setting */
const open = async ({ page, site, decide, show }) => {
  await decide('v1.video:1');
  await show(POST);
  for (const token of ['parrot', 'nesting']) {
    await page.$eval(`#${token}`, (it) => it.scrollIntoView());
    await page.waitForFunction((t) => {
      const inner = /** @type {HTMLIFrameElement} */ (document.querySelector(`#${t} iframe`)).contentDocument;
      return inner?.title.startsWith('frame/') && inner.readyState === 'complete';
    }, {}, token);
  }
  assert.equal(site.frames.length, 2);
};

/** Has the frame say something, and awaits what it says last. @param {import('puppeteer-core').Page} page @param {unknown[]} messages */
const say = (page, messages) =>
  page.evaluate(
    (all) =>
      new Promise((resolve) => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#parrot iframe'));
        addEventListener('message', ({ data }) => data === 'done' && resolve(0));
        frame.contentWindow?.postMessage([...all, 'done'], '*');
      }),
    messages,
  );
/** @param {import('puppeteer-core').Page} page */
const height = (page) => page.$eval('#parrot iframe', (it) => it.style.height);

inBrowsers('heights', {
  'a frame says how tall it is': async (setting) => {
    await open(setting);
    await say(setting.page, [{ jalousie: { height: 432 } }]);
    assert.equal(await height(setting.page), '432px');
    assert.equal(await setting.page.$eval('#parrot iframe', (it) => it.offsetHeight), 432);
  },

  'nonsense is not listened to': async (setting) => {
    await open(setting);
    await say(setting.page, [
      { jalousie: { height: 300 } }, null, 7, 'text', {}, { jalousie: null }, { jalousie: { height: -5 } }, { jalousie: { height: 'tall' } },
      { jalousie: { height: '5;position:fixed' } }, { jalousie: { height: null } }, { jalousie: { height: {} } },
    ]);
    assert.equal(await height(setting.page), '300px');
    await say(setting.page, [{ jalousie: { height: 1e9 } }]);
    assert.equal(await height(setting.page), '10000px');
  },

  'only the frame itself is listened to': async (setting) => {
    const { page } = setting;
    await open(setting);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => data === 'done' && resolve(0));
          postMessage({ jalousie: { height: 999 } }, '*');
          const nesting = /** @type {HTMLIFrameElement} */ (document.querySelector('#nesting iframe'));
          const nested = nesting.contentWindow?.[0];
          nested?.postMessage({ jalousie: { height: 999 } }, '*');
          nested?.postMessage('done', '*');
        }),
    );
    assert.deepEqual(await page.$$eval('iframe', (all) => all.map((it) => it.style.height)), ['', '']);
  },

  'content sized by its own frame comes to rest': async (setting) => {
    await open(setting);
    await say(setting.page, Array.from({ length: 100 }, (_, i) => ({ jalousie: { height: 200 + i } })));
    assert.ok(parseInt(await height(setting.page)) <= 221, await height(setting.page));
  },
});
