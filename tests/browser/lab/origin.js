// The publisher's own server: pages as a test states them.
import http from "node:http";
import http2 from "node:http2";

const NOT_FOUND = { status: 404, body: "<!doctype html><title>Not found</title><p>not found</p>" };

/**
 * `routes`: path → HTML, or `{ type, body, status, headers, chunks, early, until }`, or a function of the request, perhaps async,
 * that returns either. `type: null` says nothing of the kind; `chunks` are sent one by one; `early` are headers of early
 * hints, after which the answer waits for the promise `until`. Routes can be added or changed later. Every request is
 * recorded as a first-party one.
 *
 * Without a gate, the site can be read on `port`, and with `certificate` over https (HTTP/2) on the port of `RAW_TLS`.
 */
export async function startOrigin(wire, routes, certificate, { port = 8081, securePort = 8444 } = {}) {
  const table = new Map(Object.entries(routes));
  const respond = async (request, response) => {
    const path = request.url.split("?")[0];
    wire.record("http", { name: "site.test", port, path: request.url, detail: request.method, headers: request.headers });
    request.resume();
    response.on("error", () => {});
    let reply = table.get(path) ?? NOT_FOUND;
    if (typeof reply === "function") reply = await reply(request);
    if (typeof reply === "string") reply = { body: reply };
    if (reply.early) response.writeEarlyHints(reply.early);
    await reply.until;
    const type = reply.type === null ? {} : { "content-type": reply.type ?? "text/html; charset=utf-8" };
    response.writeHead(reply.status ?? 200, { ...type, ...reply.headers });
    for (const chunk of reply.chunks ?? []) {
      response.write(chunk);
      await new Promise(setImmediate);
    }
    response.end(reply.body);
  };
  const plain = http.createServer(respond);
  const servers = [plain];
  await listen(plain, port);
  const sessions = new Set();
  if (certificate) {
    const secure = http2.createSecureServer({ ...certificate, allowHTTP1: true }, respond);
    secure.on("secureConnection", (socket) => sessions.add(socket.on("error", () => {})));
    secure.on("sessionError", () => {});
    servers.push(secure);
    await listen(secure, securePort);
  }
  return {
    url: `http://127.0.0.1:${plain.address().port}`,
    route: (path, reply) => table.set(path, reply),
    close: async () => {
      const closed = servers.map((server) => new Promise((done) => server.close(done)));
      plain.closeAllConnections();
      for (const socket of sessions) socket.destroy();
      await Promise.all(closed);
    },
  };
}

const listen = (server, port) => new Promise((resolve, reject) => server.once("error", reject).listen(port, "0.0.0.0", resolve));
