import assert from 'node:assert/strict';
import { inBrowsers } from './browsers.mjs';
import { ASSETS, notice } from './markup.mjs';
import { html } from './site.mjs';

/** The page of choices as the server makes it; `saved`: after a choice. */
const choices = (saved = false) => `<!doctype html><html lang="fr" dir="ltr"><head><meta charset="utf-8"><title>Vos choix</title><link rel="stylesheet" href="/_jalousie/style.css"></head>
<body class="jalousie-page"><header><p><a href="/">Retour</a></p></header><main><h1>Vos choix</h1>
<button type="button" class="jalousie-button jalousie-close" hidden>Fermer</button>
${saved ? '<p class="jalousie-status" role="status">Enregistré.</p>' : ''}
<form method="post" action="/_jalousie/consent"><input type="hidden" name="scope" value="category"><input type="hidden" name="category" value="video">
<input type="hidden" name="return" value="/_jalousie/preferences?saved=1">
<button class="jalousie-button" name="decision" value="accept">Tout accepter</button>
<button class="jalousie-button" name="decision" value="refuse">Tout refuser</button></form></main></body></html>`;

const LINK = '#one .jalousie-links a[href*="preferences?"]';

/** @param {import('./browsers.mjs').Setting} setting */
const start = async ({ page, site, show }) => {
  site.pages['/_jalousie/preferences'] = (response) => response.end(choices(response.req.url?.includes('saved')));
  await show(html(ASSETS + notice({ token: 'one' })));
  return page;
};

/**
 * What an expression says of the dialog, `dialog`, in its shadow tree, `root`.
 * @param {import('puppeteer-core').Page} page @param {string} expression
 */
const inDialog = (page, expression) =>
  page.evaluate(`(() => {
    const root = [...document.body.children].map((each) => each.shadowRoot).find(Boolean);
    const dialog = root?.querySelector('dialog');
    return ${expression};
  })()`);

/** @param {import('puppeteer-core').Page} page @param {string} expression */
const until = (page, expression) =>
  page.waitForFunction(`(() => {
    const root = [...document.body.children].map((each) => each.shadowRoot).find(Boolean);
    const dialog = root?.querySelector('dialog');
    return ${expression};
  })()`);

/** @param {import('puppeteer-core').Page} page */
const press = async (page, selector = LINK) => {
  await page.focus(selector);
  await page.keyboard.press('Enter');
};

inBrowsers('dialog', {
  'the link opens the choices over the page, with a name, in their own language': async (setting) => {
    const page = await start(setting);
    await press(page);
    await until(page, 'dialog?.open');
    assert.deepEqual(await inDialog(page, '[dialog.matches(":modal"), dialog.ariaLabel, dialog.lang, dialog.querySelector("h1").textContent]'), [true, 'Vos choix', 'fr', 'Vos choix']);
    assert.equal(new URL(page.url()).pathname, '/');
  },

  'the focus is on the dialog, nothing in it looks chosen, and Tab leads to its first button': async (setting) => {
    const page = await start(setting);
    await press(page);
    await until(page, 'dialog && root.activeElement === dialog');
    assert.deepEqual(await inDialog(page, '[dialog, ...dialog.querySelectorAll("*")].filter((each) => getComputedStyle(each).outlineStyle !== "none").map((each) => each.localName)'), []);
    await page.keyboard.press('Tab');
    assert.deepEqual(await inDialog(page, '[root.activeElement.className, getComputedStyle(root.activeElement).outlineStyle]'), ['jalousie-button jalousie-close', 'solid']);
  },

  'Escape and its button close it, and the focus goes back to the link': async (setting) => {
    const page = await start(setting);
    for (const close of [() => page.keyboard.press('Escape'), () => inDialog(page, 'dialog.querySelector(".jalousie-close").click()')]) {
      await press(page);
      await until(page, 'dialog?.open');
      await close();
      await until(page, '!root');
      assert.ok(await page.$eval(LINK, (link) => link === document.activeElement));
    }
  },

  'what is chosen in it is posted as the page would, shown by the notices, and read out': async (setting) => {
    const page = await start(setting);
    await press(page);
    await until(page, 'dialog?.open');
    await inDialog(page, 'dialog.querySelector("[value=accept]").click()');
    await until(page, 'dialog?.querySelector("[role=status]") === root?.activeElement && !!root.activeElement');
    const [{ fields, fetched }] = setting.site.posts;
    assert.deepEqual([fetched, fields.get('decision'), fields.get('category')], [true, 'accept', 'video']);
    assert.equal(await inDialog(page, 'getComputedStyle(root.activeElement).outlineStyle'), 'none');
    await page.waitForSelector('#one iframe');
    assert.ok(await inDialog(page, 'dialog.matches(":modal")'), 'it is still before all else');
    // The link that was pressed is hidden now: the content takes the focus.
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement === document.querySelector('#one iframe'));
  },

  'where the post fails, the browser sends the form itself': async (setting) => {
    const page = await start(setting);
    setting.site.failure = 500;
    await press(page);
    await until(page, 'dialog?.open');
    const arrived = page.waitForNavigation();
    await inDialog(page, 'dialog.querySelector("[value=refuse]").click()');
    await arrived;
    assert.equal(new URL(page.url()).pathname, '/after');
    assert.deepEqual(setting.site.posts.map(({ fields, fetched }) => [fields.get('decision'), fetched]), [['refuse', true], ['refuse', false]]);
  },

  'where there is no page of choices, the link leads where it says': async (setting) => {
    const page = await start(setting);
    setting.site.pages['/_jalousie/preferences'] = '<!doctype html><title>error</title>error';
    const arrived = page.waitForNavigation();
    await press(page);
    await arrived;
    assert.equal(new URL(page.url()).pathname, '/_jalousie/preferences');
  },

  'a click that means another tab is left alone': async (setting) => {
    const page = await start(setting);
    const stopped = await page.$eval(LINK, (link) => {
      const events = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }];
      const stops = (/** @type {MouseEventInit} */ init) => {
        const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init });
        // After the client's own, so that the browser does not go there.
        addEventListener('click', (last) => (stopped.push(last.defaultPrevented), last.preventDefault()), { once: true });
        link.dispatchEvent(event);
      };
      /** @type {boolean[]} */
      const stopped = [];
      events.forEach(stops);
      return stopped;
    });
    assert.deepEqual(stopped, [false, false, false, false]);
  },
});
