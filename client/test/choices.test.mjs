import assert from 'node:assert/strict';
import { button, inBrowsers } from './browsers.mjs';
import { ASSETS, notice } from './markup.mjs';
import { html } from './site.mjs';

const THREE = html(
  ASSETS + ['one', 'two', 'three'].map((token) => notice({ token })).join('<p>Text.</p>') + notice({ token: 'post', category: 'social', label: 'Social networks' }),
);

/** @param {import('puppeteer-core').Page} page */
const frames = (page) =>
  page.$$eval('.jalousie > iframe.jalousie-frame', (all) =>
    all.map((frame) => [frame.parentElement?.id, frame.getAttribute('src'), frame.getAttribute('loading')]),
  );
/** @param {import('puppeteer-core').Page} page */
const focused = (page) =>
  page.evaluate(() => `${document.activeElement?.closest('.jalousie')?.id} ${document.activeElement?.localName}`);
/** @param {import('puppeteer-core').Page} page @param {string} token @param {string} text */
const announced = (page, token, text) =>
  page.waitForFunction((t, s) => document.querySelector(`#${t} [role=status]`)?.textContent === s, {}, token, text);

inBrowsers('choices', {
  'once shows this content only, and records nothing': async ({ page, site, show }) => {
    await show(THREE);
    await page.click(button('two', 'accept', 'once'));
    await announced(page, 'two', 'The content from Lanterna is shown.');
    assert.deepEqual(await frames(page), [['two', '/_jalousie/frame/two?grant=g', null]]);
    assert.equal(await focused(page), 'two iframe');
    assert.equal(await page.evaluate(() => document.cookie), '');
    assert.deepEqual(
      site.posts.map(({ fields, fetched }) => [fetched, Object.fromEntries(fields)]),
      [[true, { scope: 'once', service: 'lanterna', category: 'video', token: 'two', return: '/#two', decision: 'accept' }]],
    );
    assert.deepEqual(site.frames, ['/_jalousie/frame/two?grant=g']);
    const figure = await page.$eval('#two', (it) => ({
      state: it.dataset.jalousieState,
      notice: it.querySelector('section')?.hidden,
      withdraw: it.querySelector('.jalousie-withdraw')?.hidden,
      title: it.querySelector('iframe')?.title,
      after: it.querySelector('iframe')?.previousElementSibling?.className,
    }));
    assert.deepEqual(figure, { state: 'accepted', notice: true, withdraw: false, title: 'Video from Lanterna', after: 'jalousie-notice' });
  },

  'a category opens all its contents together': async ({ page, show }) => {
    await show(THREE);
    await page.evaluate(() => {
      Object.assign(window, { batches: [] });
      new MutationObserver((records) => {
        const added = records.flatMap((record) => [...record.addedNodes]).filter((node) => node.nodeName === 'IFRAME');
        if (added.length) Reflect.get(window, 'batches').push(added.length);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.click(button('two', 'accept'));
    await announced(page, 'two', 'The content from Lanterna is shown.');
    assert.deepEqual(await frames(page), [
      ['one', '/_jalousie/frame/one', 'lazy'],
      ['two', '/_jalousie/frame/two', null],
      ['three', '/_jalousie/frame/three', 'lazy'],
    ]);
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'batches')), [3]);
    assert.equal(await focused(page), 'two iframe');
    assert.equal(await page.$eval('#post', (it) => it.dataset.jalousieState ?? ''), '');
  },

  'a refusal makes the notices short and keeps the focus': async ({ page, show }) => {
    await show(THREE);
    await page.click(button('one', 'refuse'));
    await announced(page, 'one', 'You refused “Video”. This content stays closed.');
    const states = await page.$$eval('.jalousie', (all) =>
      all.map((it) => [it.dataset.jalousieState ?? '', it.querySelector('.jalousie-refused')?.checkVisibility(), it.querySelector('.jalousie-reason')?.checkVisibility()]),
    );
    assert.deepEqual(states, [...Array(3).fill(['refused', true, false]), ['', false, true]]);
    assert.equal(await focused(page), 'one button');
    assert.deepEqual(await frames(page), []);
    await page.click(button('one', 'accept'));
    await page.waitForSelector('#three iframe');
  },

  'a withdrawal takes every frame of its scope down, also those shown once': async ({ page, decide, show }) => {
    await decide('v1.social:1');
    await show(THREE);
    await page.click(button('one', 'accept', 'once'));
    await announced(page, 'one', 'The content from Lanterna is shown.');
    await page.click(button('two', 'accept', 'once'));
    await announced(page, 'two', 'The content from Lanterna is shown.');
    await page.click('#one .jalousie-withdraw button');
    await page.waitForFunction(() => !document.querySelector('#one iframe, #two iframe'));
    assert.deepEqual(await frames(page), [['post', '/_jalousie/frame/post', 'lazy']]);
    assert.equal(await focused(page), 'one h2');
    const figure = await page.$eval('#one', (it) => [it.dataset.jalousieState ?? '', it.querySelector('section')?.hidden, it.querySelector('.jalousie-withdraw')?.hidden, it.style.minHeight]);
    assert.deepEqual(figure, ['', false, true, '']);
  },

  'what was shown once outlives choices about others': async ({ page, show }) => {
    await show(THREE);
    await page.click(button('one', 'accept', 'once'));
    await page.waitForSelector('#one iframe');
    await page.click(button('post', 'accept'));
    await page.waitForSelector('#post iframe');
    assert.equal((await frames(page)).length, 2);
  },

  'the keyboard is enough': async ({ page, show }) => {
    await show(THREE);
    await page.focus('#one .jalousie-button');
    for (const expected of ['Always show: Video (Lanterna)', 'Refuse: Video (Lanterna)']) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), expected);
    }
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await announced(page, 'one', 'The content from Lanterna is shown.');
    assert.equal(await focused(page), 'one iframe');
    await page.focus('#one .jalousie-withdraw button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'one-title');
    assert.deepEqual(await frames(page), []);
  },

  'an impatient reader chooses once': async ({ page, site, show }) => {
    await show(THREE);
    let answer = () => {};
    site.delay = () => new Promise((resolve) => (answer = () => resolve(0)));
    const loading = announced(page, 'one', 'Loading the content from Lanterna.');
    await page.click(button('one', 'accept'));
    await loading;
    assert.ok(await page.$eval('#one [role=status]', (it) => !it.classList.contains('jalousie-hidden')), 'the text is seen while it waits');
    await page.click(button('one', 'accept'));
    answer();
    await page.waitForSelector('#one iframe');
    assert.equal(site.posts.length, 1);
  },

  ...Object.fromEntries(
    /** @type {const} */ (['reset', 403, 500, 'no cookie']).map((failure) => [
      `no click is lost: ${failure}`,
      async (/** @type {import('./browsers.mjs').Setting} */ { page, site, show }) => {
        site.failure = failure;
        await show(THREE);
        await Promise.all([page.waitForNavigation(), page.click(button('two', 'accept'))]);
        assert.equal(new URL(page.url()).pathname, '/after');
        // Browsers try again by themselves when a connection is reset; the form is sent once.
        assert.deepEqual(site.posts.filter(({ fetched }) => !fetched), [site.posts.at(-1)]);
        assert.deepEqual(Object.fromEntries(site.posts.at(-1)?.fields ?? []), Object.fromEntries(site.posts[0].fields));
        if (failure !== 'reset') assert.equal(site.posts.length, 2);
      },
    ]),
  ),

  'what cannot be shown stays a notice': async ({ page, site, show }) => {
    const mute = notice({ token: 'mute' }).replace(/ data-jalousie-frame="[^"]*"/, '');
    await show(html(ASSETS + mute + notice({ token: 'one' })));
    await page.click(button('mute', 'accept'));
    await page.waitForSelector('#one iframe');
    assert.deepEqual(await frames(page), [['one', '/_jalousie/frame/one', 'lazy']]);
    await announced(page, 'mute', '');
    assert.ok(await page.$eval('#mute section', (it) => it.checkVisibility()));
    assert.equal(site.posts.length, 1);
  },

  'permissions and sandbox are those of the markup': async ({ page, decide, show }) => {
    await decide('v1.video:1');
    await show(html(ASSETS + notice({ token: 'one', attributes: 'data-jalousie-allow="fullscreen *" data-jalousie-sandbox="allow-scripts"' }) + notice({ token: 'two' })));
    const attributes = await page.$$eval('iframe', (all) => all.map((it) => [it.getAttribute('allow'), it.getAttribute('sandbox'), it.allowFullscreen]));
    assert.deepEqual(attributes, [['fullscreen *', 'allow-scripts', true], [null, null, true]]);
  },
});
