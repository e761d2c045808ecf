// Servers that the lab starts as programs of their own.
import net from "node:net";

const START_MS = 15_000;

/** Waits until a program listens; one that has ended never will. */
export async function untilOpen(what, child, port, output) {
  let problem;
  child.once("error", (error) => (problem = error));
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (problem || child.exitCode !== null) throw new Error(`${what} ended with code ${child.exitCode}:\n${output()}`, { cause: problem });
    if (await isOpen(port)) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  child.kill("SIGKILL"); // the next test needs the port
  throw new Error(`${what} did not listen on port ${port} in ${START_MS} ms:\n${output()}`);
}

const isOpen = (port) =>
  new Promise((done) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("connect", () => (done(true), socket.destroy())).on("error", () => done(false));
  });

/** Ends a program; one that does not care is killed. */
export async function stop(child) {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(timer);
}
