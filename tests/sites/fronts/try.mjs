import { launch, startLab } from "../../browser/lab/index.js";
import { newsroom } from "./server.mjs";
const lab = await startLab();
await lab.origin(newsroom().routes);
const gate = await lab.gate({ secure: "gate" });
const browser = await launch("chromium");
const reader = await browser.reader();
const page = await reader.tab();
await page.goto(`${gate.url}/htmx/`);
console.log(await page.evaluate(async () => {
  const text = await (await fetch("/htmx/story/2")).text();
  const head = /<head(\s[^>]*)?>[\s\S]*?<\/head>/i.exec(text)?.[0];
  const parts = [...new DOMParser().parseFromString(head, "text/html").head.childNodes].map((n) => n.outerHTML ?? n.nodeValue);
  return parts.map((p) => p.slice(0, 160) + " => " + Document.parseHTMLUnsafe(p + "<script></script>").documentElement.outerHTML.length + " " + Document.parseHTMLUnsafe("<title>x</title><script></script>" ).title).join("\n");
}));
await browser.close(); await lab.close(); process.exit();
