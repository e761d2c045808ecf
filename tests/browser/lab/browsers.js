// The two browsers, as readers have them, less what they do by themselves.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";

/** The bare binary: Debian's wrapper adds flags that hide leaks. */
const CHROMIUM = process.env.CHROMIUM_BIN ?? "/usr/lib/chromium/chromium";
const FIREFOX = process.env.FIREFOX_BIN ?? "/usr/bin/firefox-esr";

const VIEWPORT = { width: 1000, height: 800 };

// None of these may switch off something that a page can cause.
const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox", // the tests run as root
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-component-extensions-with-background-pages",
  "--disable-sync",
  "--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater",
  "--ignore-certificate-errors",
  // Reports to endpoints that a page names go at once, not after a minute.
  "--short-reporting-delay",
  // Its question after accounts goes to a name that no page can mean.
  "--gaia-url=https://accounts.chromium.test",
  // A page takes clicks at once, and tabs in the background do not doze.
  "--allow-pre-commit-input",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--password-store=basic",
  "--use-mock-keychain",
];

/**
 * One process for a page and what is framed in it, as where memory is short. With one for each site, Puppeteer now and
 * then never learns of a frame (and waits for it), and clicks soon after scrolling are given to the wrong one.
 */
const TOGETHER = "--disable-site-isolation-trials";

const FIREFOX_PREFERENCES = {
  // Every look-up and every connection is to be seen: no caches, no DNS over HTTPS.
  "network.dnsCacheExpiration": 0,
  "network.dnsCacheEntries": 0,
  "network.trr.mode": 5,
  // Puppeteer switches preconnecting off. The default is 20; a value equal to the default would not count as set.
  "network.http.speculative-parallel-limit": 21,
  // Puppeteer lets every pop-up through; readers' browsers do not.
  "dom.disable_open_during_load": true,
  // What Firefox does by itself.
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "browser.safebrowsing.update.enabled": false,
  "app.normandy.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "dom.push.connection.enabled": false,
};

async function startChromium({ javascript, isolated }) {
  const profile = await mkdtemp(path.join(os.tmpdir(), "chromium-"));
  await mkdir(path.join(profile, "Default"));
  // The reader's own setting: what DevTools offers leaves frames of other processes out.
  const settings = { profile: { default_content_setting_values: { javascript: javascript ? 1 : 2 } } };
  await writeFile(path.join(profile, "Default/Preferences"), JSON.stringify(settings));
  return puppeteer.launch({
    browser: "chrome",
    executablePath: CHROMIUM,
    ignoreDefaultArgs: true,
    args: [...CHROMIUM_FLAGS, ...(isolated ? [] : [TOGETHER]), `--user-data-dir=${profile}`, "--remote-debugging-port=0", "about:blank"],
    defaultViewport: VIEWPORT,
  });
}

const startFirefox = ({ javascript, gpc, colours }) =>
  puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    acceptInsecureCerts: true,
    // Without this, a release build ignores the setting of services.settings.server.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    extraPrefsFirefox: {
      ...FIREFOX_PREFERENCES,
      "javascript.enabled": javascript,
      "privacy.globalprivacycontrol.functionality.enabled": gpc,
      "privacy.globalprivacycontrol.enabled": gpc,
      "ui.systemUsesDarkTheme": colours === "dark" ? 1 : 0,
      // 2: always the reader's own colours.
      "browser.display.document_color_use": colours === "forced" ? 2 : 0,
    },
    defaultViewport: VIEWPORT,
  });

/** The browsers to test: both, unless LAB_BROWSERS names some of them. */
export const browserNames = (process.env.LAB_BROWSERS ?? "chromium firefox").split(/[\s,]+/);

/**
 * A browser whose readers were never here before: own cookies, own storage, own cache for each.
 * `javascript: false` is a browser without scripts, `gpc: true` one that sends Global Privacy Control, `colours` what
 * its reader prefers: `light`, `dark`, or `forced`, their own. `isolated: false` lets Chromium have sites share a process.
 */
export async function launch(name, { javascript = true, gpc = false, colours = "light", isolated = true } = {}) {
  const settings = { javascript, gpc, colours, isolated };
  return name === "chromium" ? chromium(settings) : firefox(await startFirefox(settings));
}

/** Each reader has a Chromium of their own: its private windows do not preconnect, so they would hide leaks. */
function chromium(settings) {
  const running = new Set();
  return {
    name: "chromium",
    async reader() {
      const browser = await startChromium(settings);
      running.add(browser);
      const newPage = async () => {
        const page = await browser.newPage();
        if (settings.gpc) await sendGpc(page);
        if (settings.colours !== "light") await prefer(page, settings.colours);
        return page;
      };
      return reader(newPage, () => (running.delete(browser), browser.close()));
    },
    close: () => Promise.all([...running].map((browser) => browser.close())),
  };
}

/** Chromium has no such setting; extensions do what is done here. */
async function sendGpc(page) {
  await page.setExtraHTTPHeaders({ "sec-gpc": "1" });
  await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
}

/** Puppeteer itself does not know forced colours. */
async function prefer(page, colours) {
  const feature = colours === "forced" ? { name: "forced-colors", value: "active" } : { name: "prefers-color-scheme", value: colours };
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [feature] });
}

/** Each reader has a container of their own in one Firefox, which is slow to start. */
function firefox(browser) {
  return {
    name: "firefox",
    async reader() {
      const context = await browser.createBrowserContext();
      return reader(() => context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}

function reader(newPage, close) {
  return {
    /** A new tab, blank. */
    tab: newPage,
    /** A new tab. */
    async open(url) {
      const page = await newPage();
      await page.goto(url, { waitUntil: "load" });
      return page;
    },
    close,
  };
}
