// Frames that scripts of the site create: Chromium would connect to their hosts before it asks the policy. The
// guard steps in first, and a notice stands where the frame would have been.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./lab/harness.js";
import { names, RAW } from "./lab/index.js";
import { eventually } from "./lab/tab.js";

/** Ways to create a frame, as the body of a function of the place, its address and markup for it. */
const ways = {
  "append-child": `const f = document.createElement("iframe"); f.src = url; place.appendChild(f)`,
  "src-when-connected": `const f = document.createElement("iframe"); place.appendChild(f); f.src = url`,
  "set-attribute": `const f = document.createElement("iframe"); place.append(f); f.setAttribute("SRC", url)`,
  "insert-before": `const f = document.createElement("iframe"); f.src = url; place.insertBefore(f, null)`,
  prepend: `const f = document.createElement("iframe"); f.src = url; place.prepend(f)`,
  "replace-with": `const f = document.createElement("iframe"); f.src = url; const p = document.createElement("p"); place.append(p); p.replaceWith(f)`,
  "replace-children": `const f = document.createElement("iframe"); f.src = url; place.replaceChildren(f)`,
  "after-text": `const f = document.createElement("iframe"); f.src = url; place.append("x"); place.firstChild.after(f)`,
  "adjacent-element": `const f = document.createElement("iframe"); f.src = url; place.insertAdjacentElement("beforeend", f)`,
  "in-a-box": `const d = document.createElement("div"); const f = document.createElement("iframe"); f.src = url; d.append(f); place.append(d)`,
  fragment: `const d = new DocumentFragment(); const f = document.createElement("iframe"); f.src = url; d.append(f); place.append(d)`,
  template: `const t = document.createElement("template"); t.innerHTML = markup; place.append(t.content.cloneNode(true))`,
  "inner-html": `place.innerHTML = "<p>words</p>" + markup`,
  "outer-html": `const p = document.createElement("p"); place.append(p); p.outerHTML = markup`,
  "adjacent-html": `place.insertAdjacentHTML("beforeend", markup)`,
  "contextual-fragment": `place.append(document.createRange().createContextualFragment(markup))`,
  "range-insert": `const f = document.createElement("iframe"); f.src = url; const r = document.createRange(); r.selectNodeContents(place); r.insertNode(f)`,
  object: `const o = document.createElement("object"); o.type = "text/html"; o.data = url; place.append(o)`,
  "shadow-open": `place.attachShadow({ mode: "open" }).innerHTML = markup`,
  "shadow-closed": `place.attachShadow({ mode: "closed" }).append(Object.assign(document.createElement("iframe"), { src: url }))`,
  "blank-frame": `const f = document.createElement("iframe"); place.append(f); f.contentDocument.body.innerHTML = markup`,
  "blank-frame-append": `const f = document.createElement("iframe"); place.append(f); const g = f.contentDocument.createElement("iframe"); g.src = url; f.contentDocument.body.append(g)`,
  "named-link": `const f = document.createElement("iframe"); f.name = "one"; place.append(f); const a = document.createElement("a"); a.target = "one"; a.href = url; place.append(a); a.click()`,
  "named-form": `const f = document.createElement("iframe"); f.name = "two"; place.append(f); const o = document.createElement("form"); o.target = "two"; o.action = url; place.append(o); o.submit()`,
  "named-open": `const f = document.createElement("iframe"); f.name = "three"; place.append(f); open(url, "three")`,
  embed: `const e = document.createElement("embed"); e.type = "text/html"; place.append(e); e.src = url`,
};

/** Ways that leave no place for a notice: hints, and documents in an attribute. */
const unseen = {
  preconnect: `const l = document.createElement("link"); l.rel = "preconnect"; l.href = url; document.head.append(l)`,
  "preconnect-in-place": `const l = document.createElement("link"); document.head.append(l); l.href = url; l.rel = "preconnect"`,
  "preconnect-attributes": `const l = document.createElement("link"); document.head.append(l); l.setAttribute("REL", "preconnect"); l.setAttribute("href", url)`,
  "dns-prefetch": `place.innerHTML = '<link rel="dns-prefetch" href="' + url + '">'`,
  srcdoc: `const f = document.createElement("iframe"); f.srcdoc = markup; place.append(f)`,
  "srcdoc-attribute": `const f = document.createElement("iframe"); f.setAttribute("srcdoc", markup); place.append(f)`,
  "srcdoc-markup": `const f = document.createElement("iframe"); f.srcdoc = markup; place.innerHTML = f.outerHTML`,
  "blank-frame-write": `const f = document.createElement("iframe"); place.append(f); f.contentDocument.write(markup); f.contentDocument.close()`,
};
/** The same, for Chromium alone. */
const ahead = {
  prefetch: `const l = document.createElement("link"); l.rel = "prefetch"; l.href = url; document.head.append(l)`,
  "speculation-rules": `const s = document.createElement("script"); s.type = "speculationrules"; s.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: "immediate" }] }); document.head.append(s)`,
};

const host = (way) => `created-${way}.third.test`;
const markup = (way) => `<iframe title=">" src="https://${host(way)}/embed/1"></iframe>`;

const created = Object.keys({ ...ways, ...unseen, ...ahead }).map((way) => `<div id="${way}"></div>`).join("\n");
const calls = Object.entries({ ...ways, ...unseen, ...ahead }).map(
  ([way, body]) =>
    `(function (place, url, markup) { ${body} })(document.getElementById("${way}"), "https://${host(way)}/embed/1", ${JSON.stringify(markup(way)).replaceAll("</", "<\\/")});`,
);
const written = `<script>document.write(${JSON.stringify(markup("written")).replaceAll("</", "<\\/")})</script>`;
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Created</title></head><body><main><h1>Created</h1>
${written}
${created}
<iframe id="own" src="/own"></iframe>
<script>${calls.join("\n")}
const own = document.createElement("iframe"); own.id = "own-created"; own.src = "/own"; document.querySelector("main").append(own);</script>
</main></body></html>`;

/** A router of the site's own shows posts as their service describes it, when it likes. */
const widgets = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Widgets</title></head><body><main><h1>Widgets</h1><div id="first"></div><div id="second"></div><div id="third"></div>
<script>
const quote = (id) => '<blockquote class="twitter-tweet"><p>Words ' + id + '</p><a href="https://twitter.com/ada/status/' + id + '">1 May</a></blockquote>';
addEventListener("load", () => setTimeout(() => {
  first.innerHTML = quote(1001);
  const loader = document.createElement("script"); loader.src = "https://platform.twitter.com/widgets.js"; document.head.append(loader);
  setTimeout(() => {
    const part = document.createElement("template"); part.innerHTML = quote(1002); second.append(part.content.cloneNode(true));
    third.attachShadow({ mode: "open" }).innerHTML = "<p>" + quote(1003) + "</p>";
  }, 600);
}, 100));
</script></main></body></html>`;

const framework = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Framework</title></head><body><main><h1>Framework</h1><div id="list"><p>a</p><p>b</p></div>
<script>const list = document.getElementById("list"); const made = document.createElement("iframe"); made.src = "https://framework.third.test/embed/1"; list.append(made)</script></main></body></html>`;

const leaving = `<!DOCTYPE html><html lang="en"><title>Leaving</title><script>1</script><p><a href="http://elsewhere.test/">elsewhere</a></p></html>`;

const routes = { "/created": page, "/widgets": widgets, "/framework": framework, "/leaving": leaving, "/own": "<!DOCTYPE html><title>own</title><p>the site's own frame</p>" };
const all = [...Object.keys(ways), "written"];
/** Their notices stand in trees of their own. */
const inside = ["shadow-open", "shadow-closed", "blank-frame", "blank-frame-append"];
const outside = all.filter((way) => !inside.includes(way));

inEachBrowser("frames that scripts create", { routes }, (stage) => {
  test("without the gate each of them reaches its host", async () => {
    const mark = stage.wire.mark();
    const reader = await stage.reader();
    await reader.open(`${RAW}/created`);
    await stage.wire.quiet(1_000);
    const seen = names(stage.wire.since(mark));
    const expected = [...all, ...Object.keys(unseen), ...(stage.browserName === "chromium" ? Object.keys(ahead) : [])];
    assert.deepEqual(expected.filter((way) => !seen.includes(host(way))), [], "ways that do not leak prove nothing");
  });

  test("through the gate none does, each has its notice, and the site's own frames stay", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/created");
    await eventually(`${outside.length} notices`, async () => (await tab.count("figure.jalousie")) === outside.length);
    await eventually("the notices inside a shadow root and blank frames", () =>
      tab.page.evaluate(() => {
        const frame = (id) => document.querySelector(`#${id} iframe`).contentDocument;
        const roots = [document.getElementById("shadow-open").shadowRoot, frame("blank-frame"), frame("blank-frame-append")];
        return roots.every((root) => root.querySelector("figure.jalousie"));
      }),
    );
    await stage.assertSilence(mark, tab.reader);
    const ids = await tab.page.evaluate(() => [...document.querySelectorAll("figure.jalousie")].map((figure) => figure.id));
    assert.equal(new Set(ids).size, outside.length, "each notice has a name of its own");
    assert.equal(await tab.count("iframe#own"), 1);
    assert.equal(await tab.count("iframe#own-created"), 1);
  });

  test("after a yes the content appears in its place", async () => {
    const tab = await stage.visit("/created");
    await eventually("the notices", async () => (await tab.count("#inner-html figure.jalousie")) === 1);
    const mark = stage.wire.mark();
    await tab.clientAtWork();
    await tab.press(`#inner-html figure.jalousie button[value="accept"]`);
    await stage.request(mark, host("inner-html"), "/embed/1");
    assert.deepEqual(names(stage.wire.since(mark)), [host("inner-html")]);
  });

  test("what a service's script would have shown has a notice, whoever adds it and when", async () => {
    const mark = stage.wire.mark();
    const tab = await stage.visit("/widgets");
    const shown = (place) => tab.page.evaluate((id) => {
      const element = document.getElementById(id);
      const root = element.shadowRoot ?? element;
      return !!root.querySelector('figure.jalousie[data-service="x"]') && !root.querySelector("blockquote.twitter-tweet");
    }, place);
    for (const place of ["first", "second", "third"]) await eventually(`a notice in ${place}`, () => shown(place));
    await stage.assertSilence(mark, tab.reader);
    assert.match(await tab.text("#first figure.jalousie"), /Words 1001/);
    const after = stage.wire.mark();
    await tab.clientAtWork();
    await tab.press(`#first figure.jalousie button[value="accept"]`);
    await stage.request(after, "platform.twitter.com", "/widgets.js");
  });

  test("a notice goes where its frame goes, as frameworks move and remove what they have made", async () => {
    const tab = await stage.visit("/framework");
    const state = () => tab.page.evaluate(() => [...document.querySelectorAll("#list > :is(p, figure, iframe)")].map((e) => e.className || e.localName).join(" "));
    await eventually("the notice", async () => /jalousie/.test(await state()));
    const step = (code) => tab.page.evaluate((text) => (0, eval)(text), code);
    await step(`list.insertBefore(made, list.firstChild)`);
    assert.match(await state(), /^jalousie\S* .*p p$/);
    assert.equal(await step(`made.nextSibling.localName + made.isConnected + (made.parentNode === list)`), "ptruetrue");
    await step(`list.removeChild(made)`);
    assert.equal(await state(), "p p");
    await step(`list.append(made)`);
    assert.match(await state(), /^p p jalousie/);
    await step(`made.src = "/own"`);
    assert.equal(await state(), "p p iframe");
  });

  test("a page that another site frames leads its readers where it wants", async () => {
    stage.lab.thirdParties.route("partner.test/page", { body: `<iframe src="${stage.url("/leaving")}"></iframe>` });
    const reader = await stage.reader();
    const mark = stage.wire.mark();
    const page = await reader.open("http://partner.test/page");
    const frame = await eventually("the site's page in the frame", () => page.frames().find((each) => each.url().endsWith("/leaving")));
    await (await frame.waitForSelector("a")).click();
    await stage.request(mark, "elsewhere.test");
  });
});
