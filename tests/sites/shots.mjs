// Screenshots of the gated sites: node tests/sites/shots.mjs FOLDER [--live-wordpress]
// Needs tests/browser's packages (npm ci there).
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const puppeteer = createRequire(new URL("../browser/", import.meta.url))("puppeteer-core");
const [folder = "shots", ...options] = process.argv.slice(2);

const PAGES = {
  "gazette.example": ["/articles/films/", "/articles/posts/", "/articles/maps/", "/articles/sounds/", "/articles/code/", "/en/articles/films/"],
  "journal.example": ["/films/", "/messages/", "/sons/", "/cartes/", "/archives/"],
};
const LOOKS = [
  { name: "wide", width: 1200, scheme: "light" },
  { name: "narrow", width: 390, scheme: "light" },
  { name: "dark", width: 1200, scheme: "dark" },
];

/** Starts the sites; resolves to [{host, gated}] once they answer. */
function start() {
  const sites = spawn(fileURLToPath(new URL("run", import.meta.url)), ["--hold", ...options], { stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let text = "";
    sites.on("exit", (code) => reject(new Error(`tests/sites/run ended with ${code}`)));
    sites.stdout.on("data", (data) => {
      text += data;
      const found = [...text.matchAll(/^\S+ (\S+) \d+ (\d+)$/gm)].map(([, host, gated]) => ({ host, gated }));
      if (found.length === Object.keys(PAGES).length) {
        sites.removeAllListeners("exit");
        resolve({ sites, found });
      }
    });
  });
}

/** Where an element of a notice does not lie inside what the page shows of its ancestors. */
function clipped() {
  const out = [];
  for (const notice of document.querySelectorAll(".jalousie")) {
    const box = notice.getBoundingClientRect();
    for (let around = notice.parentElement; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const room = around.getBoundingClientRect();
      const [top, bottom, left, right] = [room.top - box.top, box.bottom - room.bottom, room.left - box.left, box.right - room.right].map(Math.round);
      if (style.overflow !== "visible" && Math.max(top, bottom, left, right) > 1) {
        out.push(`${notice.id} is cut by <${around.localName} class="${around.className}">: ${bottom} px below, ${right} px at the right`);
      }
    }
    const before = getComputedStyle(notice.parentElement, "::before");
    if (before.content !== "none" && before.display !== "none" && parseFloat(before.paddingTop) > 10) {
      out.push(`${notice.id} lies under an empty space of ${before.paddingTop}`);
    }
    const next = notice.nextElementSibling ?? notice.parentElement.nextElementSibling;
    if (next && next.getBoundingClientRect().top < box.bottom - 1 && next.getBoundingClientRect().height > 0) {
      out.push(`${notice.id} overlaps the <${next.localName}> after it by ${Math.round(box.bottom - next.getBoundingClientRect().top)} px`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) {
    out.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${innerWidth}`);
  }
  return out;
}

mkdirSync(folder, { recursive: true });
const { sites, found } = await start();
const rules = found.map(({ host, gated }) => `MAP ${host} 127.0.0.1:${gated}`);
const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--lang=fr", `--host-resolver-rules=${rules.join(",")},MAP * ~NOTFOUND`],
});
const page = await browser.newPage();
let asked = [];
// What the policy stops is announced as a request, too, but has neither an answer nor a network's error.
const sent = (request) => request.response() !== null || request.failure() !== null;
page.on("request", (request) => asked.push(request));
for (const { host } of found) {
  for (const path of PAGES[host]) {
    for (const { name, width, scheme } of LOOKS) {
      asked = [];
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto(`http://${host}${path}`, { waitUntil: "load" });
      const file = `${folder}/${host.split(".")[0]}${path.replaceAll("/", "-")}${name}.png`;
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      for (const problem of await page.evaluate(clipped)) console.log(`  ${problem}`);
      for (const request of asked.filter(sent)) {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.host !== host) console.log(`  asked for ${url}`);
      }
    }
  }
}
await browser.close();
sites.stdin.end();
