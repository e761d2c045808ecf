"""What in a page a browser would fetch, found by html5lib, which shares no code with the gate."""

import re
import urllib.parse

import html5lib

# Attributes whose address a browser opens by itself (or, for lazy ones, that a page's own script would).
FETCHED = {
    "src", "srcset", "poster", "data", "background", "ping", "imagesrcset", "manifest", "archive", "codebase", "classid",
    "longdesc", "lowsrc", "dynsrc", "icon", "profile", "data-src", "data-srcset", "data-lazy-src", "data-original",
}
SVG_FETCHED = {"image", "use", "feimage", "script", "pattern", "lineargradient"}
LINKS_ONLY = {"alternate", "canonical", "shortlink", "author", "license", "me", "next", "prev", "help", "search",
              "edituri", "https://api.w.org/", "pingback", "wlwmanifest", "bookmark", "profile"}
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.I)


def tree(page, scripting):
    page = page.decode() if isinstance(page, bytes) else page  # both sites are UTF-8
    return html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False).parse(page, scripting=scripting)


def references(page):
    """Pairs of (where, address), as a browser with scripts and one without would fetch them."""
    found = []
    for scripting in (True, False):
        for element in tree(page, scripting).iter():
            if isinstance(element.tag, str):
                found += of_element(element)
    return list(dict.fromkeys(found))


def of_element(element):
    tag = element.tag.rsplit("}")[-1].lower()
    for name, value in element.attrib.items():
        # html5lib names an attribute with a prefix as {namespace}name.
        name = (name if isinstance(name, str) else name[-1]).rsplit("}")[-1].lower()
        for address in of_attribute(element, tag, name, value):
            yield f"<{tag} {name}>", address
    if tag == "style":
        yield from (("<style>", address) for address in of_css(element.text or ""))
    if tag == "script" and element.get("type", "").strip().lower() == "speculationrules":
        yield from (("<script speculationrules>", url) for url in re.findall(r'"([^"]*//[^"]*)"', element.text or ""))


def of_attribute(element, tag, name, value):
    if name == "srcdoc":
        return [address for _, address in references(value)]
    if name == "style":
        return of_css(value)
    if name in ("srcset", "imagesrcset", "data-srcset"):
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    if name == "ping":
        return value.split()
    if name == "content" and element.get("http-equiv", "").lower() == "refresh":
        return re.findall(r"url\s*=\s*[\"']?([^\"']+)", value, re.I)
    if name == "href":
        fetched = tag in SVG_FETCHED or tag == "base" or (tag == "link" and not set(element.get("rel", "").lower().split()) <= LINKS_ONLY)
        return [value] if fetched else []
    return [value] if name in FETCHED and not (tag == "script" and inert(element)) else []


def inert(script):
    """An attribute on a script that the browser does not know as one fetches nothing."""
    return script.get("type", "").strip().lower() == "text/plain"


def of_css(text):
    return [first or second for first, second in CSS_URL.findall(text)]


def outside(page, address):
    """The references of a page at `address` that lead to another host."""
    host = urllib.parse.urlsplit(address).hostname
    return [(where, url) for where, url in references(page) if host_of(url, address) not in (None, host)]


def host_of(url, base):
    """The host that a browser would contact, None for addresses without one (data:, about:)."""
    url = re.sub(r"[\t\n\r]", "", url.strip()).replace("\\", "/")
    return urllib.parse.urlsplit(urllib.parse.urljoin(base, url)).hostname
