"""What has to be true of a site behind the gate, each by comparison with the site itself."""

import hashlib

from . import external, page
from .crawl import crawl
from .http import Server


class Checks:
    """Runs checks, prints a line for each, and counts them."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, problems):
        problems = list(problems)
        self.passed += not problems
        self.failed += bool(problems)
        print("ok    " + name if not problems else "FAIL  " + name, flush=True)
        for problem in problems[:8]:
            print(f"      {problem}"[:600], flush=True)


class Site:
    """A site, reached directly (`raw`) and through the gate (`gated`)."""

    def __init__(self, name, host, raw, gated, expected, start):
        self.name, self.host, self.expected, self.start = name, host, expected, start
        self.raw, self.gated = Server(raw, host), Server(gated, host)
        self.before = crawl(self.raw, start)
        self.after = crawl(self.gated, start)

    def pages(self):
        """Path, the site's page, the gated page."""
        for path, answer in sorted(self.before.items()):
            if answer.is_html and answer.status == 200:
                yield path, answer, self.after[path]

    def run(self, checks):
        same_paths = sorted(self.before.keys() ^ self.after.keys())
        checks.check(f"{self.name}: the gate shows the same {len(self.before)} addresses", same_paths)
        if same_paths:
            return
        checks.check(f"{self.name}: all pages that expected.json names exist", self.expected.keys() - {path for path, _, _ in self.pages()})
        checks.check(f"{self.name}: every address has its own status", self.statuses())
        checks.check(f"{self.name}: files are identical byte by byte", self.files())
        for path, raw, gated in self.pages():
            self.check_page(checks, path, raw, gated)
        checks.check(f"{self.name}: HEAD says what GET says, without a body", self.heads())
        checks.check(f"{self.name}: an answer asked for again is 304, and whole when its ETag is another", self.revalidation())
        checks.check(f"{self.name}: parts of files pass, a part of a page never", self.ranges())

    def statuses(self):
        for path, raw in self.before.items():
            if self.after[path].status != raw.status:
                yield f"{path}: {raw.status} became {self.after[path].status}"

    def files(self):
        for path, raw in self.before.items():
            if not raw.is_html and digest(raw) != digest(self.after[path]):
                yield f"{path}: sha256 {digest(raw)} became {digest(self.after[path])}"

    def check_page(self, checks, path, raw, gated):
        wanted = self.expected.get(path, [])
        where = f"{self.name} {path}"
        external_before = external.outside(raw.words, f"http://{self.host}{path}")
        checks.check(f"{where}: nothing external is left of {len(external_before)}", self.left(path, gated))
        found = page.notices(gated.words)
        services = [notice.attribute("data-service") for notice in found]
        checks.check(f"{where}: notices {' '.join(wanted) or 'none'}", [] if services == wanted else [f"found {services}"])
        if not wanted and not external_before and b"<script" not in raw.words:
            checks.check(f"{where}: identical byte by byte", [] if raw.words == gated.words else ["differs"])
            return
        checks.check(f"{where}: outside the notices no byte has changed", unexplained(raw.words, gated.words))
        if wanted:
            checks.check(f"{where}: the notices speak the page's language", foreign(raw.words, found))

    def left(self, path, gated):
        address = f"http://{self.host}{path}"
        yield from (f"{where} {url}" for where, url in external.outside(gated.words, address))
        # The gate takes the upstream's own address for the publisher's, too.
        yield from open_sources(gated.header("content-security-policy"), {self.host, f"127.0.0.1:{self.raw.port}"})
        for link in gated.header("link").split(","):
            if any(hint in link for hint in ("preload", "preconnect", "prefetch", "prerender")):
                yield f"Link header: {link}"

    def heads(self):
        for path in [*self.expected, *self.start]:
            got, head = self.gated.ask(path), self.gated.ask(path, "HEAD")
            if head.status != got.status or head.body:
                yield f"{path}: {head.status} with {len(head.body)} bytes after {got.status}"
            # What only the body's making shows may be missing (RFC 9110, 9.3.2), but must not be another.
            for name, needed in ("content-type", True), ("content-security-policy", True), ("etag", False), ("last-modified", False):
                if head.header(name) != got.header(name) and (needed or head.header(name)):
                    yield f"{path}: {name} is {head.header(name)!r}, was {got.header(name)!r}"

    def revalidation(self):
        for path in self.before:
            etag = self.after[path].header("etag")
            if bool(etag) != bool(self.before[path].header("etag")):
                yield f"{path}: ETag {self.before[path].header('etag')!r} became {etag!r}"
            if not etag:
                continue
            again = self.gated.ask(path, If_None_Match=etag, Accept_Encoding="gzip")
            # Where neither name nor tag tells that the answer is no page (a feed), the gate asks for the whole.
            unclear = not self.expected.get(path) and "." not in path and again.words == self.after[path].words
            if (again.status != 304 or again.body) and not unclear:
                yield f"{path}: {again.status} with {len(again.body)} bytes for If-None-Match: {etag}"
            other = self.gated.ask(path, If_None_Match='"another"')
            if other.words != self.after[path].words:
                yield f"{path}: another body for another ETag"
            if self.expected.get(path) and etag.removeprefix("W/") == self.before[path].header("etag").removeprefix("W/"):
                yield f"{path}: has the ETag of the site's own page, which caches may hold"

    def ranges(self):
        for path, raw in self.before.items():
            part = self.gated.ask(path, Range="bytes=2-9")
            if not raw.is_html:
                plain = self.raw.ask(path, Range="bytes=2-9")
                if (part.status, part.body) != (plain.status, plain.body):
                    yield f"{path}: {part.status} {part.body[:20]!r}, the site {plain.status} {plain.body[:20]!r}"
            elif self.expected.get(path):
                browsers = self.gated.ask(path, Range="bytes=2-9", Accept="text/html,*/*;q=0.8")
                if part.status == 206:
                    yield f"{path}: a part of a page, which nobody can have looked at"
                if browsers.status != 200 or browsers.words != self.after[path].words:
                    yield f"{path}: {browsers.status} and not the whole page for a browser that asks for a part"


def digest(answer):
    return hashlib.sha256(answer.words).hexdigest()


def open_sources(policy, hosts):
    """Sources of a page's policy that would let a third party in."""
    if not policy:
        yield "no Content-Security-Policy"
    ours = {"data:", "blob:"} | {scheme + host for host in hosts for scheme in ("", "http://", "https://")}
    directives = {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}
    if policy and "default-src" not in directives:
        yield f"no default-src in {policy}"
    for name, sources in directives.items():
        if name.endswith("-src") or name.endswith("-elem"):
            yield from (f"{name} allows {source}" for source in sources if source[0] != "'" and source not in ours)


def unexplained(raw, gated):
    """Differences that are neither an embed replaced by its notice nor an embed's own script left out."""
    for change in page.changes(raw, gated):
        strays = [token for token in change.added if isinstance(token, bytes) and token.strip()]
        if strays:
            yield f"added: {b''.join(strays)!r}"
        embeds = [token for token in change.added if isinstance(token, page.Notice)]
        if not embeds and not change.removed.lstrip().startswith(b"<script"):
            yield f"removed without a notice: {change.removed!r}"
        for words in change.words if embeds else []:
            if words and not any(words in embed.text for embed in embeds):
                yield f"words lost: {words!r}"


def foreign(raw, notices):
    language = external.tree(raw, True).get("lang", "").split("-")[0]
    for notice in notices:
        if notice.attribute("lang") != language:
            yield f"{notice.attribute('id')} is in {notice.attribute('lang')!r}, the page in {language!r}"
