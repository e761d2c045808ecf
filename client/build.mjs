// Bundles and minifies the client and the style sheet into dist/, which is committed: cargo embeds it, and
// a machine that only has Rust must be able to build. `--check` compares instead of writing.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

/** The oldest browsers whose newest feature in use (`:has()` in the style sheet) is there. */
const TARGET = ['chrome111', 'firefox121', 'safari16.4'];

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
export const gzipped = (/** @type {string} */ text) => gzipSync(text, { level: 9 }).length;

/** @param {string} entry @param {import('esbuild').BuildOptions} options */
const bundle = async (entry, options) => {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    ...options,
  });
  return outputFiles[0].text.trim() + '\n';
};

/** @param {string} entry */
const script = async (entry) => {
  const bundled = await bundle(entry, { format: 'iife' });
  const smaller = await minify(bundled, { ecma: 2020, compress: { passes: 3 } });
  const candidates = [bundled, (smaller.code ?? bundled).trim() + '\n'];
  return candidates.sort((a, b) => gzipped(a) - gzipped(b))[0];
};

/** @returns {Promise<Record<string, string>>} the files of dist/, by name */
export const outputs = async () => ({
  'client.js': await script('src/main.js'),
  'guard.js': await script('src/guard/main.js'),
  'consent-mode.js': await script('src/signals/consent-mode.js'),
  'tcf.js': await script('src/signals/tcf.js'),
  'style.css': await bundle('style.css', {}),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(here('dist'), { recursive: true });
  for (const [name, text] of Object.entries(await outputs())) {
    const path = here(`dist/${name}`);
    const stale = (await readFile(path, 'utf8').catch(() => '')) !== text;
    if (process.argv.includes('--check')) process.exitCode ||= Number(stale);
    else await writeFile(path, text);
    console.log(`${name}: ${text.length} bytes, ${gzipped(text)} gzipped${stale ? ', new' : ''}`);
  }
}
