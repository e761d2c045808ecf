// What an observed site prints is the configuration that makes it work once it is gated.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { eventually } from "./lab/tab.js";
import { video } from "./pages.js";

const works = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Works</title>
<script src="https://cdn.tracker.test/lib.js"></script>
<p>Words.</p><img src="https://pictures.tracker.test/a.png" alt="A picture">${video("film")}`;

/** A library that loads more from elsewhere, which nobody sees in the page's markup. */
const library = `const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "https://style.tracker.test/a.css";
document.head.append(style);
fetch("https://api.tracker.test/data").then(() => (document.documentElement.dataset.works = "yes"));`;

const gate = { config: 'mode = "observe"\n[receipts]\nstore = "off"\n' };

inEachBrowser("observe", { routes: { "/works": works, "/admin/works": works }, gate }, (stage) => {
  const names = ["cdn", "api", "style", "pictures"].map((name) => `${name}.tracker.test`);
  const runs = (tab) => eventually("the library", () => tab.page.evaluate(() => document.documentElement.dataset.works === "yes"));

  test("real readers' browsers say what scripts load, and the configuration printed makes the site work", async () => {
    stage.lab.thirdParties.route("cdn.tracker.test/lib.js", { type: "text/javascript", body: library });
    const tab = await stage.visit("/works");
    await runs(tab);
    await stage.wire.quiet();
    await stage.gate.close();
    const printed = stage.gate.output().slice(stage.gate.output().indexOf("# Seen by jalousie"));
    for (const name of names) assert.ok(printed.includes(`# host = "${name}"`), `${name} in\n${printed}`);
    assert.match(printed, /violation by unclassified/);
    assert.match(printed, /used = \["youtube"\]/);

    // As a publisher would: un-commented, with a reason.
    let config = printed;
    for (const name of names) config = config.replace(`# [[allow]]\n# host = "${name}"\n# reason = ""`, `[[allow]]\nhost = "${name}"\nreason = "Ours, by contract"`);
    stage.gate = await stage.lab.gate({ config: `${config}\n[receipts]\nstore = "off"\n` });
    const mark = stage.wire.mark();
    const gated = await stage.visit("/works");
    await runs(gated);
    for (const name of names) await stage.request(mark, name);
    await stage.assertSilence(mark, gated.reader, { except: names });
  });

  test("a path with a reason works as it was, and no other does", async () => {
    await stage.gate.close();
    const config = '[[paths]]\npath = "/admin/*"\nmode = "off"\nreason = "For editors, behind a login"\n[receipts]\nstore = "off"\n';
    stage.gate = await stage.lab.gate({ config });
    stage.lab.thirdParties.route("cdn.tracker.test/lib.js", { type: "text/javascript", body: library });
    await runs(await stage.visit("/admin/works"));
    const mark = stage.wire.mark();
    const tab = await stage.visit("/works");
    await stage.assertSilence(mark, tab.reader);
    const tricks = ["/admin/%2e%2e/works", "/admin/..%2fworks", "/admin//works", "/admin/;/works"];
    for (const path of tricks) await stage.visit(path, { reader: tab.reader });
    await stage.assertSilence(mark, tab.reader);
  });
});
