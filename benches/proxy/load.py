"""Load: wrk for HTTP/1.1, h2load for HTTP/2."""

import pathlib
import re
import statistics
import subprocess
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
