// Twelve ways, sent in every form in which a page can come over the wire.
import zlib from "node:zlib";

// All of them are well-formed XML too.
const ways = {
  iframe: (h) => `<iframe src="https://${h}/embed/1"></iframe>`,
  object: (h) => `<object data="https://${h}/embed/1" type="text/html"></object>`,
  embed: (h) => `<embed src="https://${h}/embed/1" type="text/html"/>`,
  script: (h) => `<script src="https://${h}/a.js"></script>`,
  inline: (h) => `<script>new Image().src = "https://${h}/a.gif"</script>`,
  img: (h) => `<img src="https://${h}/a.gif" alt=""/>`,
  srcset: (h) => `<img srcset="https://${h}/a.gif 1x" alt=""/>`,
  stylesheet: (h) => `<link rel="stylesheet" href="https://${h}/a.css"/>`,
  style: (h) => `<p style="background:url(https://${h}/a.gif)">x</p>`,
  preconnect: (h) => `<link rel="preconnect" href="https://${h}"/>`,
  svg: (h) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image width="9" height="9" href="https://${h}/a.gif"/></svg>`,
  srcdoc: (h) => `<iframe srcdoc="&lt;img src='https://${h}/a.gif'&gt;"></iframe>`,
};

const page = (body, head = "") => `<!DOCTYPE html><html><head>${head}<title>t</title></head><body><p>\u00e4</p>${body}</body></html>`;
const encoded = (coding, pack) => (body) => ({ headers: { "content-encoding": coding }, body: pack(Buffer.from(page(body))) });
const typed = (type, bytes) => (body) => ({ type, body: bytes(body) });
const latin = (text) => Buffer.from(text, "latin1");

/** A frame of one raw block: stored, not compressed, and yet what a decoder must read. */
function zstd(bytes) {
  const block = Buffer.alloc(3);
  block.writeUIntLE((bytes.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]), block, bytes]);
}

function utf16be(text) {
  return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
}

/** Cut wherever a tag or an address begins or goes on. */
const inTags = (text) => text.split(/(?<=<)|(?<=<i)|(?<=sr)|(?<=http)|(?<=:\/)|(?=>)/);

const forms = {
  gzip: encoded("gzip", zlib.gzipSync),
  deflate: encoded("deflate", zlib.deflateSync),
  br: encoded("br", zlib.brotliCompressSync),
  zstd: encoded("zstd", zstd),
  "gzip-in-br": encoded("gzip, br", (bytes) => zlib.brotliCompressSync(zlib.gzipSync(bytes))),
  "byte-by-byte": (body) => ({ chunks: [...Buffer.from(page(body))].map((byte) => Buffer.from([byte])) }),
  "split-in-tags": (body) => ({ chunks: inTags(page(body)) }),
  "gzip-byte-by-byte": (body) => ({ headers: { "content-encoding": "gzip" }, chunks: [...zlib.gzipSync(page(body))].map((byte) => Buffer.from([byte])) }),
  "utf-16le": typed("text/html", (body) => Buffer.from(`\ufeff${page(body)}`, "utf16le")),
  "utf-16be": typed("text/html", (body) => utf16be(page(body))),
  "utf-16-declared": typed("text/html; charset=utf-16le", (body) => Buffer.from(page(body), "utf16le")),
  "windows-1252": typed("text/html; charset=windows-1252", (body) => latin(page(body))),
  "iso-2022-jp": typed("text/html; charset=iso-2022-jp", (body) => latin(page(`\x1b$B$"\x1b(B${body}`))),
  "iso-2022-jp-roman": typed("text/html; charset=iso-2022-jp", (body) => latin(page(`\x1b(J${body}\x1b(B`))),
  "shift-jis": typed("text/html; charset=shift_jis", (body) => latin(page(`\x82\xa0${body}`))),
  "late-meta": typed("text/html", (body) => latin(page(body, `<!--${"x".repeat(900)}--><meta charset="shift_jis">`))),
  "very-late-meta": typed("text/html", (body) => latin(page(body, `<!--${"x".repeat(3000)}--><meta charset="iso-2022-jp">`))),
  "no-type": (body) => ({ type: null, body: page(body) }),
  "unknown-type": typed("unknown/unknown", (body) => page(body)),
  "two-types": typed("text/plain, text/html", (body) => page(body)),
  xhtml: typed("application/xhtml+xml", (body) => `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${body}</body></html>`),
  "no-doctype": typed("text/html", (body) => body),
  "after-bytes-of-nothing": typed("text/html; charset=utf-8", (body) => `${" \n".repeat(9000)}${page(body)}`),
};

/** One page per form; each way in it is a vector with a host of its own. */
export const transport = Object.entries(forms).map(([form, reply]) => {
  const vectors = Object.entries(ways).map(([way, body]) => ({ name: `${form}: ${way}`, form, way, body, host: `${form}-${way}.third.test` }));
  return { form, vectors, reply: reply(vectors.map((vector) => vector.body(vector.host)).join("\n")) };
});
