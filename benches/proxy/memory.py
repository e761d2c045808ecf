"""The gate's memory: many connections at work, and many that only wait. Each measured in a process of its own."""

import re
import resource
import select
import socket
import ssl
import subprocess
import time
from typing import NamedTuple

import load
import parties

OPEN, IDLE = 1_000, 10_000
PAGE = "/small.html"
# Of HTTP/2 (RFC 9113, 6.1, 6.2, 6.5), and a page asked for in literals of HPACK.
DATA, HEADERS, SETTINGS, END_STREAM, END_HEADERS = 0, 1, 4, 1, 4
GREETING = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, SETTINGS, 0, 0, 0, 0, 0])


class Memory(NamedTuple):
    """What was seen of one gate."""
    about: str
    asked: int  # connections
    held: int  # of them, at the end
    before: float  # resident megabytes, without any
    most: float  # resident megabytes, at any time

    @property
    def each(self):
        """Kilobytes of one connection."""
        return (self.most - self.before) * 1024 / max(self.held, 1)


def measure(folder, binary, seconds):
    """Every kind of connection with its memory."""
    raise_limit()
    for about, tls, http2 in (("HTTP/1.1", False, False), ("TLS, HTTP/1.1", True, False), ("TLS, HTTP/2", True, True)):
        with Fresh(folder, binary, tls) as gate:
            before = gate.resident()
            held = busy(gate, tls, http2, max(seconds, 3))
            yield Memory(f"{about}, busy", OPEN, held, before, most(gate))
        for count in (OPEN, IDLE):
            with Fresh(folder, binary, tls) as gate:
                before = gate.resident()
                held = hold(gate, tls, http2, count)
                yield Memory(f"{about}, idle", min(count, room()), held, before, most(gate))


class Fresh:
    """A gate that nobody has asked yet."""

    def __init__(self, folder, binary, tls):
        self.gate = parties.jalousie(folder, binary, "jalousie-memory", 9808, tls)

    def __enter__(self):
        parties.wait_for(self.gate.port)
        time.sleep(0.5)
        return self.gate

    def __exit__(self, *_):
        self.gate.end()


def most(gate):
    """The most that was ever resident, in megabytes."""
    with open(f"/proc/{gate.process.pid}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024


def room():
    """Files that this process may open, but for those that it needs itself."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[1] - 200


def raise_limit():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def busy(gate, tls, http2, seconds):
    """A thousand connections that ask all the time; how many there were."""
    if not tls:
        load.wrk(gate, PAGE, seconds, connections=OPEN)
        return OPEN
    protocol = [] if http2 else ["--h1"]
    out = subprocess.run(["h2load", "-c", str(OPEN), "-m", "1", "-t", "1", "-D", str(seconds), *protocol, f"https://localhost:{gate.port}{PAGE}"],
                         capture_output=True, text=True, check=True).stdout
    if not re.search(r" 0 failed, 0 errored, 0 timeout", out):
        raise SystemExit(f"{gate.name}: busy connections broke:\n{out}")
    return OPEN


def hold(gate, tls, http2, count):
    """Opens connections, asks once on each, and leaves them alone; how many are still open at the end."""
    held = []
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2" if http2 else "http/1.1"])
    for _ in range(min(count, room())):
        connection = socket.create_connection(("127.0.0.1", gate.port), 10)
        talk = context.wrap_socket(connection, server_hostname="localhost") if tls else connection
        ask_http2(talk) if http2 else ask(talk, gate)
        if tls:
            # Without what only this side needs to go on talking: it would be ten times the gate's memory.
            connection = socket.socket(fileno=socket.dup(talk.fileno()))
            talk.close()
        connection.setblocking(False)
        held.append(connection)
    time.sleep(2)
    alive = sum(is_open(connection) for connection in held)
    for connection in held:
        connection.close()
    return alive


def is_open(connection):
    """Whether the other side has not closed; what it has sent meanwhile does not matter."""
    try:
        while True:
            if not connection.recv(65536):
                return False
    except BlockingIOError:
        return True
    except OSError:
        return False


def ask(talk, gate):
    talk.sendall(f"GET {PAGE} HTTP/1.1\r\nHost: 127.0.0.1:{gate.port}\r\n\r\n".encode())
    load.answer(talk)


def ask_http2(talk):
    path, host = PAGE.encode(), b"localhost"
    block = b"\x82\x87\x04" + bytes([len(path)]) + path + b"\x01" + bytes([len(host)]) + host
    talk.sendall(GREETING + frame(HEADERS, END_HEADERS | END_STREAM, 1, block))
    data = b""
    while True:
        while len(data) >= 9 and len(data) >= 9 + int.from_bytes(data[:3]):
            length, kind, flags = int.from_bytes(data[:3]), data[3], data[4]
            data = data[9 + length:]
            if kind == SETTINGS and not flags:
                talk.sendall(frame(SETTINGS, 1, 0, b""))
            if kind in (DATA, HEADERS) and flags & END_STREAM:
                return
        more = talk.recv(65536)
        if not more:
            raise SystemExit("the gate has closed an HTTP/2 connection")
        data += more


def frame(kind, flags, stream, payload):
    return len(payload).to_bytes(3) + bytes([kind, flags]) + stream.to_bytes(4) + payload
