// One stand-in for the whole Internet: it answers for every name, and writes down what it was asked.
import { execFile } from "node:child_process";
import dgram from "node:dgram";
import { readFile, mkdtemp } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
/** QUIC, STUN and the port of the best known STUN server. */
const UDP_PORTS = [443, 3478, 5555, 19302];

export async function startThirdParties(wire, book) {
  const certificate = await makeCertificate();
  const routes = new Map();
  const respond = (request, response, port) => {
    const name = (request.headers.host ?? "").replace(/:\d+$/, "");
    wire.record("http", { name, port, path: request.url, detail: request.method, headers: request.headers });
    request.resume();
    send(response, routes.get(`${name}${request.url.split("?")[0]}`) ?? standIn(name, request.url));
  };
  const plain = http.createServer((request, response) => respond(request, response, 80));
  const secure = https.createServer(
    {
      ...certificate,
      SNICallback: (name, done) => {
        wire.record("tls", { name, port: 443 });
        done(null, null);
      },
    },
    (request, response) => respond(request, response, 443),
  );
  const closers = [
    await listenTcp(plain, 80, wire, book),
    await listenTcp(secure, 443, wire, book),
    ...(await Promise.all(UDP_PORTS.map((port) => listenUdp(port, wire)))),
  ];
  return {
    certificate,
    /** Another answer than the usual stand-in for `host/path`: `{ type, body, status, headers }`. */
    route: (address, reply) => routes.set(address, reply),
    close: () => Promise.all(closers.map((close) => close())),
  };
}

/** Self-signed; the browsers are told to accept it for every name. */
async function makeCertificate() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "lab-tls-"));
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  await promisify(execFile)("openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=stand-in".split(" "),
    ...["-addext", "subjectAltName=DNS:site.test", "-keyout", key, "-out", cert],
  ]);
  return { key: await readFile(key), cert: await readFile(cert) };
}

async function listenTcp(server, port, wire, book) {
  const sockets = new Set();
  server.on("connection", (socket) => {
    wire.record("tcp", { name: book.name(socket.localAddress), port });
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("tlsClientError", () => {});
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "::", resolve));
  return () =>
    new Promise((done) => {
      server.close(done);
      sockets.forEach((socket) => socket.destroy());
    });
}

async function listenUdp(port, wire) {
  const socket = dgram.createSocket("udp6");
  socket.on("message", () => wire.record("udp", { name: `udp:${port}`, port }));
  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, "::", resolve);
  });
  return () => new Promise((done) => socket.close(done));
}

function send(response, { status = 200, type = "text/html; charset=utf-8", body = "", headers = {} }) {
  // Nothing is kept and nothing is kept open: a second contact is to be seen like the first.
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "access-control-allow-origin": "*",
    connection: "close",
    ...headers,
  });
  response.end(body);
}

function standIn(name, url) {
  const file = url.split("?")[0];
  if (/\.js$/.test(file)) return { type: "text/javascript", body: widgetScript(name) };
  if (/\.css$|^\/css/.test(file)) return { type: "text/css", body: "/* stand-in */" };
  if (/\.woff2?$/.test(file)) return { type: "font/woff2", body: "" };
  if (/\.(gif|png|jpe?g|webp|svg|ico)$|^\/(tr|pixel)$/.test(file)) return { type: "image/gif", body: GIF };
  return {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<p class="stand-in">stand-in content for ${escape(name + file)}</p>`,
  };
}

/** What the scripts of social networks do: find the pasted quotations and put widgets in their place. */
function widgetScript(name) {
  return `for (const quote of document.querySelectorAll("blockquote[class]")) {
  const widget = document.createElement("div");
  widget.className = "stand-in-widget";
  widget.textContent = "stand-in widget for " + quote.className + " by ${name}";
  quote.replaceWith(widget);
  new Image().src = "https://${name}/seen.gif";
}`;
}

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
