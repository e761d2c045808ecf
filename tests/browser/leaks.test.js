// The lab itself, tested: what pages leak without the gate is seen. A lab that sees nothing proves nothing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, describeWire, launch, RAW, startLab } from "./lab/index.js";

const request = ["dns", "tcp", "tls", "http"];
const connection = ["dns", "tcp", "tls"];

// One page per way to leak; each has a host of its own. `kinds`: what must be seen of it at least.
const vectors = [
  { name: "an iframe", kinds: request, html: (host) => `<iframe src="https://${host}/embed/abc"></iframe>` },
  {
    name: "a pasted post with its script",
    kinds: request,
    html: (host) => `<blockquote class="some-post"><p>Words</p></blockquote><script async src="https://${host}/widgets.js"></script>`,
  },
  { name: "an image", kinds: request, html: (host) => `<img src="https://${host}/pixel.gif" alt="">` },
  {
    name: "a font",
    kinds: request,
    html: (host) => `<style>@font-face{font-family:f;src:url(https://${host}/f.woff2)}p{font-family:f}</style><p>text</p>`,
  },
  { name: "preconnect", kinds: connection, html: (host) => `<link rel="preconnect" href="https://${host}">` },
  { name: "dns-prefetch", kinds: ["dns"], html: (host) => `<link rel="dns-prefetch" href="https://${host}">` },
  {
    name: "an iframe made by a script",
    kinds: request,
    html: (host) => `<script>document.body.append(Object.assign(document.createElement("iframe"), { src: "https://${host}/embed/abc" }))</script>`,
  },
  {
    name: "WebRTC",
    kinds: ["dns", "udp"],
    html: (host) => `<script>
      const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:${host}:3478" }] });
      peer.createDataChannel("c");
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    </script>`,
  },
  {
    name: "speculation rules",
    only: "chromium",
    kinds: request,
    html: (host) => `<script type="speculationrules">{"prefetch":[{"urls":["https://${host}/next"],"eagerness":"immediate"}]}</script>`,
  },
  {
    name: "an iframe that a policy blocks",
    only: "chromium",
    kinds: connection,
    headers: { "content-security-policy": "default-src 'self'" },
    html: (host) => `<iframe src="https://${host}/embed/abc"></iframe>`,
  },
];

for (const browserName of browserNames) {
  describe(`without the gate, ${browserName} is seen`, () => {
    let lab, origin, browser;
    before(async () => {
      lab = await startLab();
      origin = await lab.origin({});
      browser = await launch(browserName);
    });
    after(async () => {
      await browser?.close();
      await lab?.close();
    });

    test("staying silent on a page without external content", async () => {
      origin.route("/", "<!doctype html><title>plain</title><p>text");
      const mark = lab.wire.mark();
      const reader = await browser.reader();
      await reader.open(`${RAW}/`);
      await lab.wire.quiet(1000);
      await reader.close();
      assert.equal(describeWire(lab.wire.since(mark)), "");
    });

    for (const [n, vector] of vectors.entries()) {
      if (vector.only && vector.only !== browserName) continue;
      test(vector.name, async () => {
        const host = `v${n}.third-party.test`;
        const body = `<!doctype html><title>${vector.name}</title><body>${vector.html(host)}`;
        origin.route(`/${n}`, { body, headers: vector.headers });
        const reader = await browser.reader();
        await reader.open(`${RAW}/${n}`);
        for (const kind of vector.kinds) {
          const fits = (event) => event.kind === kind && (event.name === host || kind === "udp");
          await lab.wire.until(`${kind} of ${vector.name}`, fits);
        }
        await reader.close();
      });
    }
  });
}
