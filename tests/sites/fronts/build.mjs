// Builds every front into dist/<front>/, as its own tools do it for publication.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import astroReact from "@astrojs/react";
import { build as astro } from "astro";
import { cp, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { extras } from "./shared/stories.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const thirdParties = { name: "third-parties", transformIndexHtml: (html) => html.replace("<!-- third parties -->", extras) };

await rm(here("dist"), { recursive: true, force: true });

for (const [front, plugin] of Object.entries({ react: react(), vue: vue({ template: { transformAssetUrls: false } }), svelte: svelte() }))
  await build({
    configFile: false,
    root: here(front),
    base: `/${front}/`,
    logLevel: "warn",
    plugins: [plugin, thirdParties],
    build: { outDir: here(`dist/${front}`), emptyOutDir: true },
  });

await astro({
  configFile: false,
  root: here("astro"),
  base: "/astro",
  outDir: here("dist/astro"),
  cacheDir: here("node_modules/.astro"),
  logLevel: "warn",
  integrations: [astroReact()],
});

// These have no build: files as they are, beside their library.
const files = {
  turbo: ["turbo/main.js", "shared/likes.js", "shared/site.css"],
  htmx: ["htmx/main.js", "shared/likes.js", "shared/site.css", "node_modules/htmx.org/dist/htmx.min.js"],
  policy: ["policy/main.js", "policy/more.js", "shared/likes.js", "shared/stories.mjs", "shared/page.mjs", "shared/site.css"],
  offline: ["offline/main.js", "offline/worker.js", "shared/likes.js", "shared/stories.mjs", "shared/site.css"],
};
for (const [front, list] of Object.entries(files)) {
  await mkdir(here(`dist/${front}`), { recursive: true });
  for (const file of list) await cp(here(file), here(`dist/${front}/${file.split("/").at(-1)}`));
}
await cp(here("node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js"), here("dist/turbo/turbo.js"));
