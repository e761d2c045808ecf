// Categories whose services work in the page itself: for who agreed, from the next page on, and no others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { names } from "./lab/index.js";
import { eventually, inDialog } from "./lab/tab.js";
import { video } from "./pages.js";

const config = `
[site]
preferences_link = true
[services]
used = ["google-analytics", "meta-pixel", "recaptcha", "youtube"]
[categories.analytics]
in_page = true
[categories.advertising]
in_page = true
[categories.technical]
in_page = true
`;

const counted = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Counted</title>
<link rel="preconnect" href="https://connect.facebook.net">
<script src="https://www.google-analytics.com/analytics.js"></script>
<script src="https://connect.facebook.net/en_US/fbevents.js"></script>
<script src="https://stats.tracker.test/stats.js"></script>
<p>Words.</p>${video("film")}
<img src="https://www.facebook.com/tr?id=1" width="1" height="1" alt=""></body></html>`;

/** A counter that sends what it counts home, and would tell everybody else it knows. */
const counter = `document.documentElement.dataset.counted = "yes";
new Image().src = "https://region1.google-analytics.com/collect?v=2";
for (const name of ["connect.facebook.net/signals/x.js", "elsewhere.tracker.test/x.js"]) {
  const script = document.createElement("script");
  script.src = "https://" + name;
  document.head.append(script);
}
fetch("https://elsewhere.tracker.test/fetched", { mode: "no-cors" }).catch(() => {});
addEventListener("load", () => {
  for (const name of ["www.facebook.com/frame", "www.google.com/maps/embed?pb=1"]) {
    const frame = document.createElement("iframe");
    frame.src = "https://" + name;
    document.body.append(frame);
  }
});`;

const captcha = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Captcha</title><body><script>
const frame = document.createElement("iframe");
frame.src = "https://www.google.com/recaptcha/api2/anchor";
frame.title = "captcha";
document.body.append(frame);
</script>`;

const routes = { "/counted": counted, "/captcha": captcha };
const ran = (tab) => eventually("the counter", () => tab.page.evaluate(() => document.documentElement.dataset.counted === "yes"));

inEachBrowser("services in the page", { routes, gate: { config } }, (stage) => {
  /** Chooses for a category as the reader does who opens the choices over the page. */
  const choose = async (tab, category, decision) => {
    await tab.press(".jalousie-preferences a");
    await eventually("the dialog", () => inDialog(tab, `!!dialog`));
    await inDialog(tab, `dialog.querySelector('input[name="${category}"][value="${decision}"]').click()`);
    await inDialog(tab, `dialog.querySelector('button[value="save"]').click()`);
    await eventually("what was saved", () => inDialog(tab, `!!dialog?.querySelector("[role=status]")`));
    const began = await tab.page.evaluate(() => performance.timeOrigin);
    await tab.page.keyboard.press("Escape");
    await eventually("another page", async () => (await tab.page.evaluate(() => performance.timeOrigin)) !== began);
  };

  const serveCounter = () => stage.lab.thirdParties.route("www.google-analytics.com/analytics.js", { type: "text/javascript", body: counter });

  test("nothing runs before, and an agreed category's script runs once the choices close", async () => {
    serveCounter();
    const start = stage.wire.mark();
    const tab = await stage.visit("/counted");
    await stage.assertSilence(start, tab.reader);
    const mark = stage.wire.mark();
    await choose(tab, "analytics", "accept");
    await ran(tab);
    await stage.request(mark, "region1.google-analytics.com", "/collect");
    await stage.assertSilence(mark, tab.reader, { except: ["www.google-analytics.com", "region1.google-analytics.com"] });
  });

  test("what is withdrawn ends with the page", async () => {
    serveCounter();
    const tab = await stage.visit("/counted");
    await choose(tab, "analytics", "accept");
    await ran(tab);
    await choose(tab, "analytics", "ask");
    const mark = stage.wire.mark();
    await tab.reload();
    assert.equal(await tab.page.evaluate(() => document.documentElement.dataset.counted), undefined);
    await stage.assertSilence(mark, tab.reader);
  });

  test("another reader gets the page as ever", async () => {
    serveCounter();
    const tab = await stage.visit("/counted");
    await choose(tab, "analytics", "accept");
    await ran(tab);
    const other = await stage.reader();
    const mark = stage.wire.mark();
    await stage.visit("/counted", { reader: other });
    await stage.assertSilence(mark, other);
  });

  test("a service that is open below a path of its host only is open there, in frames of scripts too", async () => {
    const tab = await stage.visit("/counted");
    await choose(tab, "technical", "accept");
    const mark = stage.wire.mark();
    await stage.visit("/captcha", { reader: tab.reader });
    await stage.request(mark, "www.google.com", "/recaptcha/api2/anchor");
    assert.deepEqual(names(stage.wire.since(mark)), ["www.google.com"]);
  });
});
