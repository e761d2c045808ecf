"""Mixed load with faults, for as long as one likes: no leak, no growth, no wrong byte, no third party.

    cargo xtask soak [--minutes 60] [--readers 24] [--pause 0]

Needs openssl, curl, brotli and h2load (nghttp2-client). Everything runs on this machine's loopback. Two gates, one plain,
one with TLS, stand before a site that also fails in every way; both are reloaded all the while.
"""

import argparse
import asyncio
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import content
from gate import Gate
from readers import Reader

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# From one weighing to the next, from one reload to the next, from one burst of HTTP/2 to the next, in seconds.
WEIGH, RELOAD, BURST = 2, 7, 15
# What may come on top after the warm-up: the allocator's own ups and downs.
GROWTH, MEGABYTES = 1.15, 8


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--readers", type=int, default=24)
    parser.add_argument("--pause", type=float, default=0, help="seconds between a reader's visits, on average")
    binary = os.environ.get("JALOUSIE_BIN", ROOT / "target/release/jalousie")
    parser.add_argument("--binary", type=pathlib.Path, default=binary)
    return parser.parse_args()


async def run(gates, arguments):
    """The load; counts and failures by kind of visit, and what the gates weighed."""
    end = time.monotonic() + arguments.minutes * 60
    counts, failures, weights = {}, {}, {gate.name: [] for gate in gates}

    async def reader(seed):
        one = Reader(gates[seed % len(gates)], seed)
        while time.monotonic() < end:
            await one.visit(counts, failures)
            await asyncio.sleep(one.rng.uniform(0, 2 * arguments.pause))
        one.connection.close()

    async def every(seconds, what):
        while time.monotonic() + seconds < end:
            await asyncio.sleep(seconds)
            await what()

    async def weigh():
        for gate in gates:
            weights[gate.name].append((gate.resident(), gate.files()))

    async def reload():
        for gate in gates:
            gate.reload()

    async def burst():
        for gate in gates:
            if gate.tls:
                await http2(gate, counts, failures)

    readers = [reader(seed) for seed in range(arguments.readers)]
    await asyncio.gather(*readers, every(WEIGH, weigh), every(RELOAD, reload), every(BURST, burst))
    return counts, failures, weights


async def http2(gate, counts, failures):
    """Many streams at once, and files compared."""
    site = f"https://localhost:{gate.port}"
    many = await asyncio.create_subprocess_exec("h2load", "-n", "400", "-c", "4", "-m", "20", f"{site}/page/1", f"{site}/file/5",
                                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    out = (await many.communicate())[0].decode()
    counts["http2"] = counts.get("http2", 0) + 400
    if "400 succeeded, 0 failed, 0 errored, 0 timeout" not in out:
        failures.setdefault("http2", []).append(out)
    for number in (3, 6):
        one = await asyncio.create_subprocess_exec("curl", "--silent", "--insecure", "--http2", "--max-time", "20", f"{site}/file/{number}",
                                                   stdout=subprocess.PIPE)
        data = (await one.communicate())[0]
        counts["http2 file"] = counts.get("http2 file", 0) + 1
        if data != content.file_bytes(number):
            failures.setdefault("http2 file", []).append(f"file {number}: {len(data)} bytes")


def steady(weights):
    """Whether it has stopped growing: the last quarter beside the second one."""
    quarter = len(weights) // 4
    if quarter < 2:
        return None
    early, late = weights[quarter:2 * quarter], weights[-quarter:]
    before, after = (statistics.median(weight for weight, _ in part) for part in (early, late))
    return before, after, after <= before * GROWTH + MEGABYTES


def settles(gate, files, seconds=40):
    """Whether, once everybody has gone, connections and files go too."""
    end = time.monotonic() + seconds
    while True:
        # The question itself is a connection.
        open_now, files_now = gate.metrics()["jalousie_connections_open"], gate.files()
        if open_now <= 1 and files_now <= files + 4:
            return True, files_now
        if time.monotonic() > end:
            return False, f"{files_now} files, {open_now:.0f} connections"
        time.sleep(0.5)


def judge(gates, idle, counts, failures, weights):
    """Every check with its outcome and what was seen."""
    yield f"{sum(counts.values())} visits, {content.compared:,} bytes compared", True, ""
    for kind, count in sorted(counts.items()):
        bad = failures.get(kind, [])
        yield f"{kind}: {count} visits", not bad, "\n".join(bad[:5])
    for gate in gates:
        found = steady(weights[gate.name])
        if found:
            before, after, fine = found
            yield f"{gate.name}: memory is steady, {before:.1f} → {after:.1f} MB", fine, str(weights[gate.name])
        fine, files = settles(gate, idle[gate.name])
        yield f"{gate.name}: {idle[gate.name]} files open before, {files} after", fine, ""
        sums = gate.metrics()
        names = ("requests", "pages_retraced", "refused", "upstream_failures", "failures_closed", "reloads", "decisions")
        seen = {name: sums[f"jalousie_{name}_total"] for name in names}
        yield f"{gate.name}: counted {seen}", all(seen.values()), ""
        code = gate.stop()
        yield f"{gate.name}: ended in order", code == 0, str(code)
        log = gate.log.read_text(errors="replace")
        yield f"{gate.name}: nothing panicked", "panicked" not in log, log[-2000:]


def main():
    arguments = options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "9",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"],
                       cwd=folder, check=True, capture_output=True)
        origin = subprocess.Popen([sys.executable, str(HERE / "origin.py")], stdout=subprocess.PIPE, text=True)
        port = int(origin.stdout.readline())
        gates = [Gate(folder, arguments.binary, "plain", port), Gate(folder, arguments.binary, "tls", port, tls=True)]
        try:
            idle = {gate.name: ready(gate) for gate in gates}
            results = list(judge(gates, idle, *asyncio.run(run(gates, arguments))))
        finally:
            for gate in gates:
                gate.process.kill()
            origin.kill()
    for what, fine, why in results:
        print(f"{'passed' if fine else 'FAILED'}: {what}" + ("" if fine else f"\n{why}"))
    passed = sum(fine for _, fine, _ in results)
    print(f"{passed} passed, {len(results) - passed} failed")
    return passed < len(results)


def ready(gate):
    """Waits until the gate serves; the files it has open then."""
    for _ in range(600):
        try:
            gate.metrics()
            return gate.files()
        except OSError:
            if gate.process.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit(f"the gate does not start:\n{gate.log.read_text()}")


if __name__ == "__main__":
    sys.exit(main())
