// The publisher's own server: pages as a test states them.
import http from "node:http";

/**
 * `routes`: path → HTML, or `{ type, body, status, headers }`, or a function of the request that returns either.
 * Routes can be added or changed later. Every request is recorded as a first-party one.
 */
export async function startOrigin(wire, routes, { port = 8081 } = {}) {
  const table = new Map(Object.entries(routes));
  const server = http.createServer((request, response) => {
    const path = request.url.split("?")[0];
    wire.record("http", { name: "site.test", port, path: request.url, detail: request.method, headers: request.headers });
    request.resume();
    let reply = table.get(path) ?? { status: 404, body: "<!doctype html><title>Not found</title><p>not found</p>" };
    if (typeof reply === "function") reply = reply(request);
    if (typeof reply === "string") reply = { body: reply };
    response.writeHead(reply.status ?? 200, { "content-type": reply.type ?? "text/html; charset=utf-8", ...reply.headers });
    response.end(reply.body);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "0.0.0.0", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    route: (path, reply) => table.set(path, reply),
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
