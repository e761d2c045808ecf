// The gate under test: the real binary, started as a publisher starts it.
import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import tls from "node:tls";
import { GATE, GATE_TLS } from "./names.js";

const START_MS = 15_000;

/**
 * `config`: text of a jalousie.toml; `secure`: readers come over https, which ends before the gate, as usual, or with
 * `secure: "gate"` in the gate itself (HTTP/2).
 */
export async function startGate(upstream, certificate, { config = "", secure = false } = {}) {
  const binary = process.env.JALOUSIE_BIN;
  if (!binary) throw new Error("JALOUSIE_BIN is not set: it must name the jalousie binary to test");
  const home = await mkdtemp(path.join(os.tmpdir(), "gate-"));
  const publicUrl = secure ? GATE_TLS : GATE;
  const port = secure === "gate" ? 8443 : 8080;
  const args = ["serve", "--upstream", upstream, "--listen", `0.0.0.0:${port}`, "--public-url", publicUrl];
  if (secure === "gate") {
    await writeFile(path.join(home, "cert.pem"), certificate.cert);
    await writeFile(path.join(home, "key.pem"), certificate.key, { mode: 0o600 });
    config += '\n[[proxy.tls]]\ncertificate = "cert.pem"\nkey = "key.pem"\n';
  }
  if (config) {
    await writeFile(path.join(home, "jalousie.toml"), config);
    args.push("--config", path.join(home, "jalousie.toml"));
  }
  const child = spawn(path.resolve(binary), args, { cwd: home, env: { ...process.env, HOME: home, NO_COLOR: "1" } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  try {
    await listening(child, port, () => output);
  } catch (problem) {
    child.kill("SIGKILL"); // the next test needs the port
    throw problem;
  }
  const front = secure === true ? await startTls(certificate) : null;
  return {
    url: publicUrl,
    output: () => output,
    async close() {
      front?.close();
      if (child.exitCode !== null) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function listening(child, port, output) {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the gate ended with code ${child.exitCode}:\n${output()}`);
    const open = await new Promise((done) => {
      const socket = net.connect(port, "127.0.0.1");
      socket.on("connect", () => done(true)).on("error", () => done(false));
      socket.on("connect", () => socket.destroy());
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`the gate did not listen on port ${port} in ${START_MS} ms:\n${output()}`);
}

/** Ends TLS in front of the gate and hands the bytes on as they are. */
async function startTls(certificate) {
  const server = tls.createServer({ ...certificate, ALPNProtocols: ["http/1.1"] }, (client) => {
    const inner = net.connect(8080, "127.0.0.1");
    client.pipe(inner).pipe(client);
    for (const [one, other] of [[client, inner], [inner, client]]) one.on("error", () => other.destroy());
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(8443, "0.0.0.0", resolve));
  return server;
}
