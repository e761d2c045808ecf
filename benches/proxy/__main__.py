"""The gate beside nginx, haproxy and Caddy, on the same pages, in the same rounds.

    cargo xtask bench-proxy [--seconds 4] [--rounds 3] [--print] [--memory]

Needs nginx, haproxy, caddy, wrk, h2load (nghttp2-client) and openssl: Debian's packages, which `cargo xtask bench-proxy`
installs. Everything runs on this machine's loopback. Writes docs/performance.md, unless it is told to --print. --memory measures
memory only, and prints it.
"""

import argparse
import gzip
import pathlib
import tempfile

import load
import memory
import pages
import parties
import report

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SITE = {  # path: how the tables call it, and the body
    "/small.html": ("4 kB, embeds", lambda: pages.page(4_000, 1)),
    "/large.html": ("100 kB, embeds", lambda: pages.page(100_000, 3)),
    "/small-none.html": ("4 kB, no embed", lambda: pages.page(4_000, 0)),
    "/large-none.html": ("100 kB, no embed", lambda: pages.page(100_000, 0)),
    "/small.bin": ("4 kB, no page", lambda: pages.page(4_000, 0)),
    "/large.bin": ("100 kB, no page", lambda: pages.page(100_000, 0)),
}
PAGES = [path for path in SITE if path.endswith("l")]
WITH_EMBEDS = ["/small.html", "/large.html"]


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=4, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=3, help="each measures everybody once")
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "target/release/jalousie")
    parser.add_argument("--print", action="store_true", help="and leave docs/performance.md as it is")
    parser.add_argument("--memory", action="store_true", help="nothing but the gate's memory, printed")
    return parser.parse_args()


def main():
    arguments = options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        folder.chmod(0o755)
        lines = run(folder, arguments)
    print("\n".join(lines))
    if not arguments.print and not arguments.memory:
        report.write(ROOT / "docs/performance.md", lines)


def run(folder, arguments):
    site = folder / "www"
    site.mkdir()
    for path, (_, body) in SITE.items():
        html = body()
        (site / path[1:]).write_bytes(html)
        if path.endswith(".html"):
            (site / (path[1:] + ".gz")).write_bytes(gzip.compress(html, 6, mtime=0))
    density = pages.bytes_per_tag((site / "large-none.html").read_bytes())
    behind = parties.origin(folder, site)
    plain, encrypted = [], []
    try:
        parties.certificate(folder)
        parties.wait_for(parties.ORIGIN)
        if arguments.memory:
            return report.memory(memories(folder, arguments))
        plain, encrypted = parties.all_of(folder, arguments.binary)
        for port in {parties.ORIGIN} | {party.port for party in plain} | {party.tls_port for party in encrypted}:
            parties.wait_for(port)
        results = measure(plain, encrypted, arguments, folder)
        for party in {*plain, *encrypted}:
            party.end()
        plain, encrypted = [], []
        found = memories(folder, arguments)
    finally:
        for party in {*plain, *encrypted}:
            party.end()
        behind.terminate()
        behind.wait()
    about = (f"{arguments.rounds} rounds of {arguments.seconds} s in turns, {load.CONNECTIONS} connections on loopback, pages with a start "
             f"tag every {density:.0f} bytes")
    return report.goals(results, found) + report.memory(found) + report.tables(results, about)


def measure(plain, encrypted, arguments, folder):
    results = {}

    def add(scenario, path, party, result):
        results.setdefault((scenario, SITE[path][0]), {}).setdefault(party.name, []).append(result)
        print(f"{scenario:24} {SITE[path][0]:18} {party.name:24} {result.cpu:8.1f} µs {result.rate:9.0f}/s", flush=True)

    seconds = arguments.seconds
    for _ in range(arguments.rounds):
        for path in SITE:
            for party in plain:
                add("HTTP/1.1", path, party, load.wrk(party, path, seconds))
        for path in WITH_EMBEDS:
            for party in plain:
                # Those that rewrite pack again: nginx from identity, the gate from gzip. The others pass gzip on.
                add("HTTP/1.1, gzip", path, party, load.wrk(party, path, seconds, ["Accept-Encoding: gzip"]))
            for party in encrypted:
                add("TLS, HTTP/2", path, party, load.h2load(party, path, seconds, folder))
    return results


def memories(folder, arguments):
    """The gate's memory with many connections."""
    found = []
    for one in memory.measure(folder, arguments.binary, arguments.seconds):
        found.append(one)
        print(f"{one.about:24} {one.held:6,} of {one.asked:6,} connections {one.most:7.1f} MB {one.each:6.1f} KiB each", flush=True)
    return found


if __name__ == "__main__":
    main()
