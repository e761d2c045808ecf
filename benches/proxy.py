#!/usr/bin/env python3
"""CPU per request of the gate beside nginx, on the same pages, in the same rounds.

Needs nginx and wrk (Debian packages of those names) and a release build:

    cargo build --release && python3 benches/proxy.py [--seconds 4] [--rounds 3]

Everything runs on this machine's loopback. What counts is the ratio in one run:
absolute figures drift with the machine.
"""

import argparse
import os
import pathlib
import re
import socket
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
EMBED = ('<iframe width="560" height="315" src="https://www.youtube.com/embed/abcDEF12345" '
         'title="The valley at dawn" allowfullscreen></iframe>\n')
PARAGRAPH = ('<p class="text">The water comes down in <a href="/canals" class="link">channels</a> that the village keeps '
             '<em>together</em>, stone by stone. <img src="/img/channel.jpg" alt="A channel" width="640" height="360"></p>\n')


def page(size, embeds):
    head = ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Valley</title>'
            '<link rel="stylesheet" href="/style.css"><script src="/app.js" defer></script></head><body>\n')
    body = "".join(EMBED for _ in range(embeds))
    while len(head) + len(body) < size:
        body += PARAGRAPH
    return (head + body + "</body></html>\n").encode()


def wait_for(port):
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"nothing listens on port {port}")


def nginx(folder, name, server):
    path = folder / name
    (path / "logs").mkdir(parents=True)
    (path / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {path}/pid; error_log {path}/error.log;\n"
        "events { worker_connections 1024; }\n"
        f"http {{ access_log off; client_body_temp_path {path}/b; proxy_temp_path {path}/p; fastcgi_temp_path {path}/f;\n"
        f"uwsgi_temp_path {path}/u; scgi_temp_path {path}/s; keepalive_requests 1000000;\n"
        "upstream site { server 127.0.0.1:9801; keepalive 64; }\n"
        f"types {{ text/html html; }} {server} }}\n")
    return subprocess.Popen(["nginx", "-c", str(path / "nginx.conf"), "-p", str(path)])


def proxy(port, more):
    return (f"server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://site; proxy_http_version 1.1; "
            f"proxy_set_header Connection ''; proxy_buffers 16 16k; proxy_buffer_size 16k; {more} }} }}")


def cpu(pid):
    """CPU seconds of a process and its children."""
    def one(p):
        fields = pathlib.Path(f"/proc/{p}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return one(pid) + sum(one(child) for child in children)


def measure(port, pid, path, seconds):
    before = cpu(pid)
    out = subprocess.run(["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{port}{path}"],
                         capture_output=True, text=True, check=True).stdout
    used = cpu(pid) - before
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if bad:
        raise SystemExit(f"port {port}: {bad.group(0)}")
    p99 = re.search(r"99%\s+(\S+)", out).group(1)
    return used / requests * 1e6, requests / seconds, p99


def resident(pid):
    pids = [pid] + pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    total = 0
    for one in pids:
        status = pathlib.Path(f"/proc/{one}/status").read_text()
        total += int(re.search(r"VmRSS:\s+(\d+)", status).group(1))
    return total / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=int, default=4)
    options.add_argument("--rounds", type=int, default=3)
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        run(pathlib.Path(temporary), arguments)


def run(folder, arguments):
    site = folder / "www"
    site.mkdir()
    folder.chmod(0o755)
    pages = {"/small.html": page(4_000, 1), "/large.html": page(100_000, 3),
             "/small-none.html": page(4_000, 0), "/large-none.html": page(100_000, 0)}
    for name, body in pages.items():
        (site / name[1:]).write_bytes(body)
    sub = ("sub_filter_once off; sub_filter '<iframe' '<div data-gate'; sub_filter '</iframe>' '</div>'; "
           "sub_filter 'www.youtube.com' 'gated'; sub_filter '<script' '<script data-x'; sub_filter 'preconnect' 'x';")
    origin = nginx(folder, "origin", f"server {{ listen 127.0.0.1:9801; root {site}; }}")
    plain = nginx(folder, "plain", proxy(9802, ""))
    filtered = nginx(folder, "filtered", proxy(9803, sub))
    environment = dict(os.environ, HOME=str(folder), TOKIO_WORKER_THREADS="1")
    gate = subprocess.Popen([str(ROOT / "target/release/jalousie"), "--quiet", "serve", "--upstream", "http://127.0.0.1:9801",
                             "--listen", "127.0.0.1:9804"], env=environment)
    parties = [("nginx plain", 9802, plain.pid), ("nginx + sub_filter", 9803, filtered.pid), ("jalousie", 9804, gate.pid)]
    try:
        for _, port, _ in parties:
            wait_for(port)
        wait_for(9801)
        results = {}
        for _ in range(arguments.rounds):
            for path in pages:
                for name, port, pid in parties:
                    results.setdefault((path, name), []).append(measure(port, pid, path, arguments.seconds))
        report(pages, parties, results)
        print("\nresident memory, MB: " + ", ".join(f"{name} {resident(pid):.0f}" for name, _, pid in parties))
    finally:
        for process in (gate, filtered, plain, origin):
            process.terminate()
            process.wait()


def report(pages, parties, results):
    print("| page | proxy | CPU µs per request | × nginx plain | × nginx + sub_filter | requests/s | p99 |")
    print("|---|---|---|---|---|---|---|")
    for path, body in pages.items():
        median = {name: statistics.median(r[0] for r in results[(path, name)]) for name, _, _ in parties}
        for name, _, _ in parties:
            rate = statistics.median(r[1] for r in results[(path, name)])
            print(f"| {path[1:-5]} ({len(body) // 1000} kB) | {name} | {median[name]:.0f} | {median[name] / median['nginx plain']:.2f} "
                  f"| {median[name] / median['nginx + sub_filter']:.2f} | {rate:.0f} | {results[(path, name)][-1][2]} |")


if __name__ == "__main__":
    main()
