// A shared cache before the gate: nginx or Varnish, from the recipes that publishers get (ops/caches).
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stop, untilOpen } from "./process.js";

/** Where the gate listens when a cache has its usual port. */
export const BEHIND = 8090;
const FRONT = 8080;

/** How a recipe, whose places are named here as it has them, is made to run in the lab; the command for it. */
const CACHES = {
  nginx: {
    recipe: "nginx.conf",
    places: (home) => ({ "listen 80;": `listen ${FRONT};`, "http://127.0.0.1:8080": `http://127.0.0.1:${BEHIND}`, "/var/cache/nginx/jalousie": `${home}/kept` }),
    wrap: (recipe, home) => `daemon off; master_process off; pid ${home}/pid; error_log ${home}/log;
events {}
http {
  access_log off; client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
${recipe}
}
`,
    command: (file, home) => ["nginx", "-c", file, "-p", home, "-e", `${home}/log`],
  },
  varnish: {
    recipe: "varnish.vcl",
    places: () => ({ '.port = "8080"': `.port = "${BEHIND}"` }),
    wrap: (recipe) => recipe,
    command: (file, home) => ["varnishd", "-F", "-j", "none", "-n", `${home}/work`, "-a", `0.0.0.0:${FRONT}`, "-f", file, "-s", "malloc,32m"],
  },
};

export const caches = Object.keys(CACHES);

/** Starts a cache on the port of `GATE`; `recipe` names another file of ops/caches. */
export async function startCache(kind, { recipe = CACHES[kind].recipe } = {}) {
  const { places, wrap, command } = CACHES[kind];
  const home = await mkdtemp(path.join(os.tmpdir(), `${kind}-`));
  await mkdir(path.join(home, "kept"));
  let text = await readFile(fileURLToPath(new URL(`../../../ops/caches/${recipe}`, import.meta.url)), "utf8");
  for (const [theirs, ours] of Object.entries(places(home))) {
    if (!text.includes(theirs)) throw new Error(`ops/caches/${recipe} has no ${JSON.stringify(theirs)}, which the lab must change`);
    text = text.replaceAll(theirs, ours);
  }
  const file = path.join(home, recipe);
  await writeFile(file, wrap(text, home));
  const [program, ...args] = command(file, home);
  const child = spawn(program, args, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (words) => (output += words));
  await untilOpen(kind, child, FRONT, () => output);
  return { close: () => stop(child) };
}
