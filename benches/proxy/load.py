"""Load: wrk for HTTP/1.1, h2load for HTTP/2, and connections that do nothing."""

import pathlib
import re
import resource
import socket
import statistics
import subprocess
import time
from typing import NamedTuple

CONNECTIONS = 32


class Result(NamedTuple):
    """One measurement."""
    cpu: float  # microseconds per request
    rate: float  # requests per second
    p50: float  # milliseconds
    p99: float
    resident: float  # megabytes, at the end


UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)([a-z]+)", text).groups()
    return float(number) * UNITS[unit]


def wrk(party, path, seconds, headers=(), connections=CONNECTIONS):
    options = [word for header in headers for word in ("-H", header)]
    before = party.cpu()
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "60s", *options, f"http://127.0.0.1:{party.port}{path}"],
                         capture_output=True, text=True, check=True).stdout
    used = party.cpu() - before
    bad = re.search(r"Non-2xx or 3xx responses: \d+|Socket errors:.*", out)
    if bad and not bad.group(0).endswith("read 0, write 0, timeout 0"):
        raise SystemExit(f"{party.name}{path}: {bad.group(0)}")
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    p50, p99 = (milliseconds(re.search(rf"^\s+{which}%\s+(\S+)", out, re.M).group(1)) for which in (50, 99))
    return Result(used / requests * 1e6, requests / seconds, p50, p99, party.resident())


def h2load(party, path, seconds, folder):
    log = pathlib.Path(folder) / "h2load.log"
    log.unlink(missing_ok=True)
    before = party.cpu()
    out = subprocess.run(["h2load", "-c", str(CONNECTIONS), "-m", "1", "-t", "1", "-D", str(seconds), f"--log-file={log}",
                          f"https://localhost:{party.tls_port}{path}"], capture_output=True, text=True, check=True).stdout
    used = party.cpu() - before
    if "Application protocol: h2" not in out:
        raise SystemExit(f"{party.name}: no HTTP/2:\n{out}")
    rows = [line.split("\t") for line in log.read_text().splitlines()]
    times = sorted(int(row[2]) for row in rows if row[1] == "200")
    # What the clock cut off at the end has no status.
    bad = [row for row in rows if row[1] not in ("200", "-1")]
    if bad or len(times) < 2:
        raise SystemExit(f"{party.name}{path}: {len(bad)} bad answers of {len(rows)}")
    p50, p99 = statistics.median(times), times[int(len(times) * 0.99)]
    return Result(used / len(times) * 1e6, len(times) / seconds, p50 / 1e3, p99 / 1e3, party.resident())


def hold(party, path, count, seconds):
    """Opens connections, asks once on each, and holds them: how many are open at the end, and what it takes.

    Those that have gone are seen by asking once more on each.
    """
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(count, hard - 200)
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{party.port}\r\n\r\n".encode()
    held = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", party.port), 10)
        connection.sendall(request)
        answer(connection)
        held.append(connection)
    time.sleep(seconds)
    resident = party.resident()
    alive = 0
    for connection in held:
        try:
            connection.sendall(request)
            alive += answer(connection)
        except OSError:
            pass
        connection.close()
    return count, alive, resident


def answer(connection):
    """Reads one answer to its end; whether there was one."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return False
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    while len(body) < int(length.group(1)) if length else not body.endswith(b"0\r\n\r\n"):
        body += connection.recv(65536)
    return True
