"""Takes a gated page apart: its notices, and what it keeps of the page that came from the site."""

import dataclasses
import difflib
import re

from . import external

# The gate's style sheet, client and guard: elements with an address below its prefix.
ASSETS = re.compile(rb'<link [^>]*"/_jalousie/[^>]*>|<script [^>]*"/_jalousie/[^>]*>.*?</script>', re.S)
FIGURE = re.compile(rb"<(/?)figure\b")
NOTICE = re.compile(rb'<figure class="jalousie" ')
TAG = rb"<[a-zA-Z/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
RESOURCE = re.compile(rb'<[a-zA-Z](?:[^<>"\']|"[^"]*"|\'[^\']*\')*\bdata-jalousie="resource"(?:[^<>"\']|"[^"]*"|\'[^\']*\')*>')
TOKEN = re.compile(TAG + rb"|[^<]+|<")


@dataclasses.dataclass
class Notice:
    html: bytes

    def attribute(self, name):
        return self.figure.get(name)

    @property
    def figure(self):
        return external.tree(self.html, True).find(".//figure")

    @property
    def text(self):
        return text(self.figure)


@dataclasses.dataclass
class Change:
    """A piece of the site's page that is not in the gated one, and the notice in its place, if any."""

    removed: bytes
    added: list

    @property
    def words(self):
        """What a reader without scripts reads in paragraphs of what was removed."""
        return [text(element) for element in external.tree(self.removed, False).iter("p")]


def notices(gated):
    return [Notice(piece) for piece in take_apart(gated)[1]]


def take_apart(gated):
    """The page without its notices, in pieces, and the notices between them."""
    gated, pieces, found, start = ASSETS.sub(b"", gated), [], [], 0
    while match := NOTICE.search(gated, start):
        pieces.append(gated[start:match.start()])
        start = end_of_figure(gated, match.start())
        found.append(gated[match.start():start])
    return [*pieces, gated[start:]], found


def end_of_figure(gated, start):
    depth = 0
    for match in FIGURE.finditer(gated, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return gated.index(b">", match.start()) + 1
    raise ValueError("a notice without its end")


def awaken(piece):
    """Gives neutralised resources their attributes back."""
    return RESOURCE.sub(lambda match: awake_tag(match[0]), piece)


def awake_tag(tag):
    tag = tag.replace(b' data-jalousie="resource"', b"", 1)
    if tag[:7].lower() == b"<script":
        tag = tag.replace(b' type="text/plain"', b"", 1)
    return tag.replace(b" data-jalousie-", b" ")


def changes(raw, gated):
    """How the gated page differs from the site's, apart from neutralised attributes."""
    pieces, found = take_apart(gated)
    kept = TOKEN.findall(awaken(pieces[0]))
    for number, piece in enumerate(pieces[1:]):
        kept += [number, *TOKEN.findall(awaken(piece))]
    before = TOKEN.findall(raw)
    matcher = difflib.SequenceMatcher(None, before, kept, autojunk=False)
    return [
        Change(b"".join(before[a:b]), [Notice(found[token]) if isinstance(token, int) else token for token in kept[c:d]])
        for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"
    ]


def text(element):
    """The words of an element, blanks made one."""
    return " ".join("".join(spoken(element)).split())


def spoken(element):
    if element.tag not in ("script", "style", "noscript"):
        yield element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                yield from spoken(child)
            yield child.tail or ""
