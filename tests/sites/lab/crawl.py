"""Every page and file of a site, by following its own links."""

import urllib.parse

from . import external

ENDPOINTS = "/_jalousie/"


def crawl(server, start):
    """Paths and their answers, from `start` on; the gate's own addresses are not the site's."""
    found, queue = {}, list(start)
    while queue:
        path = queue.pop()
        if path in found:
            continue
        answer = server.ask(path, Accept_Encoding="gzip")
        found[path] = answer
        if answer.is_html:
            queue += own_links(answer.words, f"http://{server.host}{path}")
    return found


def own_links(page, address):
    links = {url for where, url in external.references(page) if " data-" not in where}
    for element in external.tree(page, True).iter():
        if element.tag == "a" or element.tag == "link" and not is_hint(element):
            links.add(element.get("href", ""))
    for link in links:
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(address, link))
        # A query asks WordPress for a variant (?replytocom=2), or is a file's version (?ver=6.1).
        if parts.netloc == urllib.parse.urlsplit(address).netloc and is_page_or_file(parts):
            if not parts.path.startswith(ENDPOINTS):
                yield parts.path or "/"


def is_hint(link):
    return "dns-prefetch" in link.get("rel", "") or "preconnect" in link.get("rel", "")


def is_page_or_file(parts):
    return not parts.path.endswith(".php") and (not parts.query or parts.query.startswith("ver="))
