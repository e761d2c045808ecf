"""The site behind the gate: pages, files, streams and every way to go wrong. Prints its port."""

import asyncio
import gzip
import hashlib
import random
import re
import subprocess
import time

import content

PACKED = {}
# Its hash is remembered with it, which bytes do.
BOMB = b"<p>" + bytes(30_000_000)


def pack(coding, body):
    """Packed once; brotli by its own program."""
    key = (coding, hash(body))
    if key not in PACKED:
        PACKED[key] = gzip.compress(body, 6, mtime=0) if coding == "gzip" else subprocess.run(
            ["brotli", "-c", "-q", "4"], input=body, capture_output=True, check=True).stdout
    return PACKED[key]


async def chunk(writer, data):
    writer.write(b"%x\r\n%s\r\n" % (len(data), data))
    await writer.drain()


def head(status, *lines):
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


async def serve(reader, writer):
    try:
        while await exchange(reader, writer):
            pass
    except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError):
        pass
    finally:
        writer.close()


async def read_body(reader, fields):
    if fields.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(fields.get("content-length", 0)))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


async def exchange(reader, writer):
    """One request; whether another may come."""
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    try:
        method, target, _ = lines[0].split(" ")
    except ValueError:
        raise SystemExit(f"the gate has sent what is no request: {lines}")
    fields = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
    kind, _, rest = target.split("?")[0].strip("/").partition("/")
    answer = {"page": page, "file": file, "echo": echo, "events": events, "socket": tunnel, "fault": fault}.get(kind)
    body = await read_body(reader, fields)
    if answer is None:
        writer.write(head("404 Not Found", "Content-Type: text/plain", "Content-Length: 0"))
        return True
    kept = await answer(writer, rest, fields, body, reader)
    await writer.drain()
    return kept is not False


async def page(writer, rest, fields, *_):
    # Long enough for the gate to know it.
    edition = int(time.monotonic() / 5) % content.EDITIONS
    body = content.page(int(rest), edition)
    lines = ["Content-Type: text/html; charset=utf-8", "Vary: Accept-Encoding", f"X-Edition: {edition}"]
    accepted = fields.get("accept-encoding", "")
    coding = "br" if re.search(r"\bbr\b", accepted) and int(rest) % 2 else "gzip" if "gzip" in accepted else None
    if coding:
        body = pack(coding, body)
        lines.append(f"Content-Encoding: {coding}")
    if int(rest) % 3:
        writer.write(head("200 OK", f"Content-Length: {len(body)}", *lines) + body)
        return
    # In pieces, at odd places, and sometimes with a rest between them.
    writer.write(head("200 OK", "Transfer-Encoding: chunked", *lines))
    piece = random.choice([1_777, 9_999, 50_001])
    for start in range(0, len(body), piece):
        await chunk(writer, body[start:start + piece])
        if random.random() < 0.01:
            await asyncio.sleep(0.05)
    writer.write(b"0\r\n\r\n")


async def file(writer, rest, fields, *_):
    body = content.file_bytes(int(rest))
    lines = ["Content-Type: application/octet-stream", f'ETag: "{rest}"', "Accept-Ranges: bytes"]
    wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", fields.get("range", ""))
    if wanted and int(wanted[1]) < len(body):
        first, last = int(wanted[1]), min(int(wanted[2]), len(body) - 1)
        part = body[first:last + 1]
        writer.write(head("206 Partial Content", f"Content-Range: bytes {first}-{last}/{len(body)}", f"Content-Length: {len(part)}", *lines) + part)
    else:
        writer.write(head("200 OK", f"Content-Length: {len(body)}", *lines) + body)


async def echo(writer, rest, fields, body, _):
    said = hashlib.sha256(body).hexdigest().encode()
    writer.write(head("200 OK", "Content-Type: text/plain", f"Content-Length: {len(said)}") + said)


async def events(writer, *_):
    writer.write(head("200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked"))
    for number in range(10):
        await chunk(writer, f"data: {number}\n\n".encode())
        await asyncio.sleep(0.05)
    writer.write(b"0\r\n\r\n")


async def tunnel(writer, rest, fields, body, reader):
    writer.write(head("101 Switching Protocols", "Connection: Upgrade", "Upgrade: websocket"))
    while data := await reader.read(65_536):
        writer.write(data)
        await writer.drain()
    return False


async def fault(writer, rest, *_):
    html = "Content-Type: text/html"
    if rest == "reset":
        writer.transport.abort()
    elif rest == "silent":
        await asyncio.sleep(12)
    elif rest == "truncated":
        writer.write(head("200 OK", html, "Content-Length: 100000") + content.page(1)[:50_000])
        await writer.drain()
    elif rest == "stalled":
        writer.write(head("200 OK", html, "Transfer-Encoding: chunked"))
        await chunk(writer, content.page(2)[:3_000])
        await asyncio.sleep(12)
    elif rest == "garbage":
        writer.write(b"\x00\x01 this is no HTTP\r\n\r\n")
    elif rest == "corrupt":
        body = pack("gzip", content.page(3))
        body = body[:200] + bytes(200) + body[400:]
        writer.write(head("200 OK", html, "Content-Encoding: gzip", f"Content-Length: {len(body)}") + body)
        return True
    elif rest == "bomb":
        body = pack("gzip", BOMB)
        writer.write(head("200 OK", html, "Content-Encoding: gzip", f"Content-Length: {len(body)}") + body)
        return True
    return False


async def main():
    for number in range(content.PAGES):
        for edition in range(content.EDITIONS):
            # Before anybody waits for it.
            pack("gzip", content.page(number, edition))
            pack("br", content.page(number, edition))
    pack("gzip", BOMB)
    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
