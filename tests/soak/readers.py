"""Readers, good and bad. Each kind of visit says what it expects, and is a test case of its own."""

import asyncio
import gzip
import hashlib
import random
import re
import subprocess
from html.parser import HTMLParser

import content

PATIENCE = 60


class Wrong(Exception):
    """Not what was expected."""


class Connection:
    """One connection to the gate, kept as long as the gate keeps it."""

    def __init__(self, gate):
        self.gate, self.reader, self.writer = gate, None, None

    async def open(self):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.gate.port, ssl=self.gate.context(), limit=1 << 20)

    def close(self):
        if self.writer:
            self.writer.transport.abort()
        self.reader = self.writer = None

    async def send(self, method, path, *lines, body=b""):
        await self.open()
        fields = [f"Host: localhost:{self.gate.port}", *lines]
        if body:
            fields.append(f"Content-Length: {len(body)}")
        self.writer.write("\r\n".join([f"{method} {path} HTTP/1.1", *fields, "", ""]).encode() + body)
        await self.writer.drain()

    async def ask(self, method, path, *lines, body=b""):
        """Status, fields and body of the answer."""
        await self.send(method, path, *lines, body=body)
        status, fields = await self.head()
        data = b"" if method == "HEAD" or status in (204, 304) else await self.body(fields)
        if fields.get("connection") == "close":
            self.close()
        return status, fields, data

    async def head(self):
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = {}
        for line in filter(None, lines[1:]):
            name, value = line.split(": ", 1) if ": " in line else (line.rstrip(":"), "")
            fields[name.lower()] = value
        return int(lines[0].split(" ")[1]), fields

    async def body(self, fields):
        if fields.get("transfer-encoding") == "chunked":
            data = b""
            while size := int(await self.reader.readline(), 16):
                data += await self.reader.readexactly(size)
                await self.reader.readline()
            await self.reader.readline()
            return data
        if "content-length" in fields:
            return await self.reader.readexactly(int(fields["content-length"]))
        return await self.reader.read()


def unpacked(fields, data):
    coding = fields.get("content-encoding", "identity")
    if coding == "gzip":
        return gzip.decompress(data)
    if coding == "br":
        return subprocess.run(["brotli", "-d", "-c"], input=data, capture_output=True, check=True).stdout
    return data


class Loads(HTMLParser):
    """What a browser would fetch for a page without being asked."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            fetches = name in ("src", "srcset", "poster", "data", "background", "style", "srcdoc", "imagesrcset") or (name == "href" and tag == "link")
            if fetches and any(host in (value or "") for host in content.THIRD_PARTIES):
                self.found.append(f"<{tag} {name}={value!r}>")


def check(condition, what):
    if not condition:
        raise Wrong(what)


class Reader:
    """One reader, who does one thing after the other."""

    # What gated pages are, by gate, number and edition: the first answer is looked at, the others compared with it.
    pages = {}

    def __init__(self, gate, seed):
        self.gate, self.rng = gate, random.Random(seed)
        self.connection = Connection(gate)

    async def page(self):
        number = self.rng.randrange(content.PAGES)
        coding = self.rng.choice(["identity", "gzip", "br", "gzip, br;q=0.5"])
        status, fields, data = await self.connection.ask("GET", f"/page/{number}", f"Accept-Encoding: {coding}")
        check(status == 200 and "content-security-policy" in fields, f"page {number}: {status} {fields}")
        data = unpacked(fields, data)
        content.compared += len(data)
        found, edition = hashlib.sha256(data).digest(), int(fields["x-edition"])
        if Reader.pages.setdefault((self.gate.name, number, edition), found) != found:
            raise Wrong(f"page {number}, edition {edition}, in {coding} is not what it was")
        text, loads = data.decode(), Loads()
        loads.feed(text)
        check(not loads.found, f"page {number} sends readers to third parties: {loads.found}")
        sent = content.page(number, edition).decode()
        words = re.findall(r'<p id="p\d*">.*?</p>', sent)
        check(all(part in text for part in words), f"page {number} has lost text")

    async def file(self):
        number = self.rng.randrange(content.FILES)
        status, _, data = await self.connection.ask("GET", f"/file/{number}")
        content.compared += len(data)
        check(status == 200 and data == content.file_bytes(number), f"file {number}: {status}, {len(data)} bytes")

    async def part(self):
        number = self.rng.choice([4, 5, 6, 7])
        body = content.file_bytes(number)
        first = self.rng.randrange(len(body))
        last = self.rng.randrange(first, len(body))
        status, _, data = await self.connection.ask("GET", f"/file/{number}", f"Range: bytes={first}-{last}")
        content.compared += len(data)
        check(status == 206 and data == body[first:last + 1], f"bytes {first}-{last} of {number}: {status}, {len(data)} bytes")

    async def post(self):
        body = self.rng.randbytes(self.rng.choice([1, 1_000, 300_000]))
        status, _, data = await self.connection.ask("POST", "/echo/", body=body)
        check(status == 200 and data.decode() == hashlib.sha256(body).hexdigest(), f"post of {len(body)}: {status}")

    async def decision(self):
        origin = f"{'https' if self.gate.tls else 'http'}://localhost:{self.gate.port}"
        decision = self.rng.choice(["accept", "refuse", "withdraw"])
        body = f"decision={decision}&scope=service&service=youtube&return=/page/1".encode()
        kind = "Content-Type: application/x-www-form-urlencoded"
        status, fields, _ = await self.connection.ask("POST", "/_jalousie/consent", f"Origin: {origin}", kind, body=body)
        check(status in (204, 303) and "set-cookie" in fields, f"decision: {status} {fields}")
        status, _, _ = await self.connection.ask("POST", "/_jalousie/consent", "Origin: https://third.example", kind, body=body)
        check(status == 403, f"a stranger's decision: {status}")

    async def events(self):
        status, _, data = await self.connection.ask("GET", "/events/")
        check(status == 200 and data == b"".join(b"data: %d\n\n" % n for n in range(10)), f"events: {status} {data!r}")

    async def socket(self):
        connection = Connection(self.gate)
        try:
            await connection.send("GET", "/socket/", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: eA==")
            status, _ = await connection.head()
            check(status == 101, f"socket: {status}")
            for _ in range(5):
                data = self.rng.randbytes(self.rng.randrange(1, 20_000))
                connection.writer.write(data)
                check(await connection.reader.readexactly(len(data)) == data, "the socket's bytes have changed")
        finally:
            connection.close()

    async def fault(self):
        """What the upstream does wrong never looks like a whole, good answer."""
        which = self.rng.choice(["reset", "silent", "truncated", "stalled", "garbage", "corrupt"])
        connection = Connection(self.gate)
        try:
            status, _, data = await connection.ask("GET", f"/fault/{which}", "Accept-Encoding: gzip")
            check(status in (502, 504), f"{which}: {status}, {len(data)} bytes")
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            check(which in ("truncated", "stalled", "corrupt"), f"{which}: the connection was cut, expected an error page")
        finally:
            connection.close()

    async def bomb(self):
        """Thirty megabytes of zeros from a few bytes: the reader takes the first one and leaves."""
        connection = Connection(self.gate)
        try:
            await connection.send("GET", "/fault/bomb", "Accept-Encoding: identity")
            status, _ = await connection.head()
            check(status == 200, f"bomb: {status}")
            await connection.reader.readexactly(1_000_000)
        finally:
            connection.close()

    async def slow(self):
        """Takes a file in small bites."""
        connection = Connection(self.gate)
        try:
            await connection.send("GET", "/file/6")
            _, fields = await connection.head()
            length, data = int(fields["content-length"]), b""
            while len(data) < length:
                data += await connection.reader.read(40_000)
                await asyncio.sleep(0.02)
            content.compared += len(data)
            check(data == content.file_bytes(6), "a slow reader got other bytes")
        finally:
            connection.close()

    async def leaving(self):
        """Asks, and goes in the middle of the answer."""
        connection = Connection(self.gate)
        await connection.send("GET", self.rng.choice(["/file/7", "/page/5", "/events/"]))
        await connection.head()
        connection.close()

    async def malformed(self):
        request = self.rng.choice([b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\x00\x01\x02\r\n\r\n",
                                   b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                                   b"CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n", b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        connection = Connection(self.gate)
        try:
            await connection.open()
            connection.writer.write(request)
            await connection.writer.drain()
            status, _ = await connection.head()
            # Two lengths of which one counts may be passed on with that one: to a page that there is not.
            check(400 <= status < 500, f"{request[:40]}: {status}")
        except (asyncio.IncompleteReadError, ConnectionError):
            # Refused without a word, which is an answer too.
            pass
        finally:
            connection.close()

    KINDS = {"page": 30, "file": 15, "part": 10, "post": 10, "decision": 5, "events": 3, "socket": 4, "fault": 6, "bomb": 1, "slow": 2, "leaving": 5,
             "malformed": 5}

    async def visit(self, counts, failures):
        """Does one thing, and counts it."""
        kind = self.rng.choices(list(self.KINDS), self.KINDS.values())[0]
        try:
            await asyncio.wait_for(getattr(self, kind)(), PATIENCE)
        except Exception as error:  # whatever it is, it is not what was expected
            failures.setdefault(kind, []).append(f"{self.gate.name}: {type(error).__name__}: {error}")
            self.connection.close()
        counts[kind] = counts.get(kind, 0) + 1
