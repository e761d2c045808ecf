"""Real sites before and behind the gate; started by tests/sites/run."""

import argparse
import contextlib
import json
import pathlib
import shutil
import signal
import sys
import tempfile

from . import hugo, servers, wordpress
from .checks import Checks, Site
from .crawl import crawl
from .http import Server

HUGO = ("gazette.example", ["/", "/404.html", "/robots.txt", "/sitemap.xml"])
WORDPRESS = ("journal.example", ["/"])


def main():
    parser = argparse.ArgumentParser(prog="tests/sites/run", description=__doc__)
    parser.add_argument("--live-wordpress", action="store_true", help="run Debian's WordPress instead of its saved pages")
    parser.add_argument("--save", action="store_true", help="with --live-wordpress: save its pages anew and stop")
    parser.add_argument("--hold", action="store_true", help="print the addresses and wait for Enter instead of checking")
    options = parser.parse_args()
    sites = [
        ("hugo", *HUGO, hugo.upstream),
        ("wordpress", *WORDPRESS, wordpress.live if options.live_wordpress else wordpress.saved),
    ]
    with tempfile.TemporaryDirectory(prefix="jalousie-sites-") as folder:
        work = pathlib.Path(folder)
        if options.save:
            return save(work)
        checks = Checks()
        with contextlib.ExitStack() as stack:
            started = [start(stack, work / name, upstream) for name, _, _, upstream in sites]
            if options.hold:
                return hold(sites, started)
            for (name, host, paths, _), (raw, gated) in zip(sites, started):
                expected = json.loads((servers.here() / name / "expected.json").read_text())
                Site(name, host, raw, gated, expected, paths).run(checks)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed or not checks.passed else 0


def start(stack, work, upstream):
    """The ports of a site and of the gate before it."""
    work.mkdir()
    raw = stack.enter_context(upstream(work))
    return raw, stack.enter_context(servers.gate(raw, work))


def hold(sites, started):
    for (name, host, _, _), (raw, gated) in zip(sites, started):
        print(f"{name} {host} {raw} {gated}", flush=True)
    sys.stdin.readline()
    return 0


def save(work):
    """Keeps the live WordPress' pages, and the pictures that are ours, for runs without WordPress."""
    folder = servers.here() / "wordpress/saved"
    with wordpress.live(work) as port:
        found = crawl(Server(port, WORDPRESS[0]), WORDPRESS[1])
    shutil.rmtree(folder, ignore_errors=True)
    for path, answer in found.items():
        if answer.status == 200 and (answer.is_html or path.startswith("/wp-content/uploads/")):
            file = folder / path.strip("/") / ("index.html" if answer.is_html else "")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(answer.words)
    print(f"saved {len(list(folder.rglob('*.*')))} files")
    return 0


# Ended from outside, it ends its servers all the same.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    sys.exit(main())
except servers.Failed as problem:
    print(f"tests/sites: {problem}", file=sys.stderr)
    sys.exit(2)
