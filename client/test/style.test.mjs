import assert from 'node:assert/strict';
import { button, inBrowsers } from './browsers.mjs';
import { ASSETS, notice } from './markup.mjs';
import { html } from './site.mjs';

const AFTER = '<p id="after">After.</p>';
/** @param {import('puppeteer-core').Page} page */
const top = (page) => page.$eval('#after', (it) => Math.round(it.getBoundingClientRect().top + scrollY));

/** @type {Record<string, string>} ways in which themes keep an embed's shape */
const WRAPPERS = {
  inline: '<div style="position:relative;padding-bottom:56.25%;height:0;overflow:hidden">N</div>',
  block: '<style>.wp-block-embed__wrapper{position:relative}.wp-block-embed__wrapper::before{content:"";display:block;padding-top:56.25%}.wp-has-aspect-ratio iframe,.wp-block-embed__wrapper>*{position:absolute;inset:0;width:100%;height:100%}</style><figure class="wp-block-embed wp-has-aspect-ratio"><div class="wp-block-embed__wrapper">N</div></figure>',
  ratio: '<style>.ratio{position:relative;width:100%}.ratio::before{display:block;padding-top:56.25%;content:""}.ratio>*{position:absolute;top:0;left:0;width:100%;height:100%}</style><div class="ratio ratio-16x9">N</div>',
  nested: '<style>.video-outer{position:relative;padding-top:56.25%;height:0;overflow:hidden}.in{position:absolute;inset:0}</style><div class="video-outer"><div class="in">N</div></div>',
  unnamed: '<style>.k{position:relative;padding-bottom:56.25%;height:0;overflow:hidden}</style><div class="k">N</div>',
  modern: '<style>.k{aspect-ratio:16/9;overflow:hidden}</style><div class="k">N</div>',
};

inBrowsers('style', {
  'nothing moves where the size is known': async ({ page, browserName, show }) => {
    for (const [style, width] of /** @type {[string, number][]} */ ([
      ['--jalousie-ratio:16/9', 800], ['--jalousie-ratio:16/9', 320], ['--jalousie-height:500px', 800],
      ['--jalousie-min-height:480px;--jalousie-max-width:400px', 800], ['', 800],
    ])) {
      await page.setViewport({ width, height: 900 });
      await show(html(ASSETS + notice({ token: 'one', style, words: '<p>Words of the content.</p>' }) + AFTER));
      if (browserName === 'chromium')
        await page.evaluate(() => {
          Object.assign(window, { shift: 0 });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
          }).observe({ type: 'layout-shift', buffered: true });
        });
      const before = await top(page);
      await page.click(button('one', 'accept', 'once'));
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('is shown'));
      assert.equal(await top(page), before, `${style} at ${width} px`);
      if (browserName === 'chromium') {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        assert.equal(await page.evaluate(() => Reflect.get(window, 'shift')), 0, `${style} at ${width} px`);
      }
    }
  },

  'the reserved box is the embed\'s': async ({ page, decide, show }) => {
    await decide('v1.video:1');
    await page.setViewport({ width: 800, height: 900 });
    await show(html(ASSETS + notice({ token: 'one' }) + notice({ token: 'two', style: '--jalousie-height:450px;--jalousie-max-width:500px' })));
    assert.deepEqual(await page.$$eval('iframe', (all) => all.map((it) => [it.offsetWidth, it.offsetHeight])), [[640, 360], [500, 450]]);
  },

  'the three choices are of one look and one size': async ({ page, show }) => {
    for (const width of [1200, 640, 320]) {
      await page.setViewport({ width, height: 900 });
      await show(html(ASSETS + notice({ token: 'one', label: 'Réseaux sociaux', lang: 'fr' })));
      const looks = await page.$$eval('.jalousie-choices .jalousie-button', (all) =>
        all.map((it) => {
          const { color, backgroundColor, backgroundImage, border, borderRadius, fontSize, fontWeight, fontFamily, textDecoration, boxShadow, opacity } = getComputedStyle(it);
          const { width, height } = it.getBoundingClientRect();
          return [color, backgroundColor, backgroundImage, border, borderRadius, fontSize, fontWeight, fontFamily, textDecoration, boxShadow, opacity, Math.round(width), Math.round(height)];
        }),
      );
      assert.equal(looks.length, 3);
      assert.deepEqual(looks[1], looks[0]);
      assert.deepEqual(looks[2], looks[0]);
      assert.ok(Number(looks[0].at(-1)) >= 44);
    }
  },

  'the text has contrast on any page': async ({ page, show }) => {
    const pages = ['', 'background:#121212;color:#eee', 'background:#fbf3e4;color:#777', 'background:#000;color:#222', 'background:#fff;color:#eee', 'background:#808080;color:#000'];
    for (const colours of pages) {
      await show(html(`<div id="ground" style="${colours}">${ASSETS}${notice({ token: 'one' })}</div>`));
      const ratio = await page.evaluate(() => {
        const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
        const luminance = (/** @type {string[]} */ ...layers) => {
          for (const layer of layers) (context.fillStyle = layer), context.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const { color, backgroundColor } = getComputedStyle(/** @type {Element} */ (document.querySelector('.jalousie')));
        const ground = getComputedStyle(/** @type {Element} */ (document.querySelector('#ground'))).backgroundColor;
        const [high, low] = [luminance('#fff', ground, backgroundColor), luminance(color)].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
      });
      assert.ok(ratio >= 4.5, `${colours}: ${ratio}`);
    }
  },

  'a theme\'s wrapper neither cuts the notice off nor doubles its space': async ({ page, decide, show }) => {
    await page.setViewport({ width: 800, height: 900 });
    for (const state of ['v1', 'v1.video:1'])
      for (const [name, wrapper] of Object.entries(WRAPPERS)) {
        await decide(state);
        await show(html('<main>' + wrapper.replace('N', ASSETS + notice({ token: 'one' })) + AFTER + '</main>'));
        const [bottom, after, frame] = await page.$eval('#one', (it) => [
          it.getBoundingClientRect().bottom,
          document.querySelector('#after')?.getBoundingClientRect().top ?? 0,
          it.querySelector('iframe')?.offsetHeight ?? 0,
        ]);
        assert.ok(after >= bottom && after - bottom < 60, `${name}, ${state}: the notice ends at ${bottom}, the text after it begins at ${after}`);
        // A figure around it has margins of its own.
        if (state !== 'v1') assert.ok(frame >= 310, `${name}: ${frame}`);
      }
  },

  'a hostile theme changes neither look nor order': async ({ page, show }) => {
    const theme = `<style>#c *{float:left;color:lime;letter-spacing:9px} #c button{background:red;width:100%} #c [hidden]{display:block} #c h2{font-size:90px}
      #c form{border:9px solid} .t .c .d figure{position:absolute;opacity:.1;transform:rotate(9deg)} #c p::before{content:"!!"} #c iframe{height:9px}</style>`;
    const look = () =>
      page.$$eval('#one, #one *', (all) =>
        all.map((it) => {
          const { color, backgroundColor, fontSize, letterSpacing, position, opacity, transform, float, display } = getComputedStyle(it);
          return [it.localName, color, backgroundColor, fontSize, letterSpacing, position, opacity, transform, float, display, getComputedStyle(it, '::before').content].join(' ');
        }),
      );
    await show(html(`<div id="plain">${ASSETS}${notice({ token: 'one' })}</div>`));
    const plain = await look();
    await show(html(`${theme}<div id="c">${ASSETS}${notice({ token: 'one' })}</div>`));
    // The ink is the page's: here, that of a child of #c.
    const colour = / (?:oklch|rgb|color|lab)a?\([^)]*\)/g;
    assert.deepEqual((await look()).map((it) => it.replace(colour, '')), plain.map((it) => it.replace(colour, '')));
  },

  'on paper the words and the address stay, the buttons go': async ({ page, show }) => {
    await show(html(ASSETS + notice({ token: 'one', words: '<p>Words.</p>' })));
    await page.$$eval('link[rel=stylesheet]', (links) => {
      // Both browsers: what is for paper now holds for the screen.
      for (const { sheet } of links)
        for (const rule of sheet?.cssRules ?? []) if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
    });
    const visible = (/** @type {string} */ part) => page.$eval(part, (it) => it.checkVisibility());
    for (const part of ['.jalousie-title', '.jalousie-reason', '.jalousie-words', '.jalousie-link']) assert.ok(await visible(part), part);
    for (const part of ['.jalousie-choices', '.jalousie-withdraw', '.jalousie-links']) assert.ok(!(await visible(part)), part);
    assert.match(await page.$eval('.jalousie-link a', (it) => getComputedStyle(it, '::after').content), /href|lanterna\.example/);
  },
});
