// Runs a set of tests in each real browser: `inBrowsers(name, (page) => { test(...) })`.
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { openSite } from './site.mjs';

/** @type {Record<string, import('puppeteer-core').LaunchOptions>} */
const BROWSERS = {
  chromium: {
    executablePath: '/usr/bin/chromium',
    args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' '),
  },
  firefox: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' },
};

/**
 * @typedef {object} Setting what a test gets: a fresh profile, and a site that only it uses
 * @property {import('puppeteer-core').Page} page
 * @property {import('./site.mjs').Site} site
 * @property {import('puppeteer-core').BrowserContext} context
 * @property {string} browserName
 * @property {(value: string) => Promise<void>} decide sets the consent cookie
 * @property {(body: string) => Promise<void>} show opens a page at `/` and waits until it is parsed
 */

/**
 * @param {string} name
 * @param {Record<string, (setting: Setting) => Promise<void>>} tests
 */
export const inBrowsers = (name, tests) => {
  for (const [browserName, options] of Object.entries(BROWSERS))
    describe(`${name} in ${browserName}`, { timeout: 120_000 }, () => {
      /** @type {import('puppeteer-core').Browser} */
      let browser;
      before(async () => {
        browser = await puppeteer.launch({ headless: true, ...options });
      });
      after(() => browser.close());
      for (const [title, run] of Object.entries(tests))
        test(title, { timeout: 30_000 }, async () => {
          const site = await openSite();
          const context = await browser.createBrowserContext();
          const page = await context.newPage();
          const decide = (/** @type {string} */ value) =>
            context.setCookie({ name: 'eu-consent', value, domain: 'localhost', path: '/', sameSite: 'Lax' });
          const show = async (/** @type {string} */ body) => {
            site.pages['/'] = body;
            const open = () => page.goto(site.origin, { waitUntil: 'domcontentloaded' });
            // A new tab of Firefox may still be on its way to its own first page, which ends this way.
            await open().catch((error) => {
              if (!String(error).includes('NS_BINDING_ABORTED')) throw error;
              return open();
            });
          };
          try {
            await run({ page, site, context, browserName, decide, show });
          } finally {
            await context.close();
            site.close();
          }
        });
    });
};

/** The button of a notice by its decision, and the scope of its form. */
export const button = (/** @type {string} */ token, /** @type {string} */ decision, scope = 'category') =>
  `#${token} form:has([name=scope][value=${scope}]) > [value=${decision}]`;
