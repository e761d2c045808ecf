// The gate under test: the real binary, started as a publisher starts it.
import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import tls from "node:tls";
import { GATE, GATE_TLS } from "./names.js";
import { stop, untilOpen } from "./process.js";

/**
 * `config`: text of a jalousie.toml; `secure`: readers come over https, which ends before the gate, as usual, or with
 * `secure: "gate"` in the gate itself (HTTP/2). `port`: where the gate listens, if something stands before it.
 */
export async function startGate(upstream, certificate, { config = "", secure = false, port = secure === "gate" ? 8443 : 8080 } = {}) {
  const binary = process.env.JALOUSIE_BIN;
  if (!binary) throw new Error("JALOUSIE_BIN is not set: it must name the jalousie binary to test");
  const home = await mkdtemp(path.join(os.tmpdir(), "gate-"));
  const publicUrl = secure ? GATE_TLS : GATE;
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
  await untilOpen("the gate", child, port, () => output);
  const front = secure === true ? await startTls(certificate) : null;
  return {
    url: publicUrl,
    output: () => output,
    async close() {
      front?.close();
      await stop(child);
    },
  };
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
