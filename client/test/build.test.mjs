import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { gzipped, outputs } from '../build.mjs';

const dist = new URL('../dist/', import.meta.url);
const file = (/** @type {string} */ name) => readFile(new URL(name, dist), 'utf8');

test('dist/ is what the build makes', async () => {
  const made = await outputs();
  assert.deepEqual((await readdir(dist)).sort(), Object.keys(made).sort());
  for (const [name, text] of Object.entries(made)) assert.equal(await file(name), text, `${name}: run "npm run build"`);
});

for (const [name, limit] of /** @type {[string, number][]} */ ([['client.js', 4000], ['style.css', 3100]]))
  test(`${name} takes at most ${limit} bytes`, async (t) => {
    const text = await file(name);
    t.diagnostic(`${text.length} bytes, ${gzipped(text)} gzip, ${brotliCompressSync(text).length} brotli`);
    assert.ok(gzipped(text) <= limit);
  });

test('the client makes no markup from text, evaluates nothing and writes no cookie', async () => {
  assert.doesNotMatch(await file('client.js'), /innerHTML|outerHTML|insertAdjacentHTML|eval\(|Function\(|cookie=|document\.write/);
});

test('the style sheet fetches nothing and is the same in both directions', async () => {
  const text = await file('style.css');
  assert.doesNotMatch(text, /url\(|@import|@font-face/);
  assert.doesNotMatch(text, /(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|float:(?:left|right)/);
});
