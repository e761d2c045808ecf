"""Pages as news sites have them: words of natural length, a start tag every 245 bytes or so, scripts inline.

Seeded: every run has the same pages.
"""

import json
import random

SYLLABLES = "ar ber ce di en for ga hu in ka len mo nor on pra qui ra sten tal un ver wi ya zo be com de ex fi gran".split()
EMBED = ('<figure class="embed"><iframe width="560" height="315" src="https://www.youtube.com/embed/abcDEF1234{n}" '
         'title="The valley at dawn, part {n}" loading="lazy" allowfullscreen></iframe><figcaption>{caption}</figcaption></figure>\n')
BYTES_PER_TAG = 245


def words(rng, count):
    """Words whose lengths are spread as in prose, a few letters most of the time."""
    found = []
    for _ in range(count):
        length = min(4, max(1, round(rng.gammavariate(2.2, 0.9))))
        found.append("".join(rng.choice(SYLLABLES) for _ in range(length)))
    return found


def sentence(rng):
    found = words(rng, rng.randint(8, 24))
    found[0] = found[0].capitalize()
    if len(found) > 12:
        found[6] += ","
    return " ".join(found) + ". "


def paragraph(rng):
    text = [sentence(rng) for _ in range(rng.randint(3, 5))]
    kind = rng.random()
    if kind < 0.75:
        text.insert(1, f'<a href="/{"-".join(words(rng, 4))}">{" ".join(words(rng, 3))}</a> ')
    elif kind < 0.95:
        text.insert(1, f'<em>{" ".join(words(rng, 2))}</em> ')
    return f'<p class="article__text">{"".join(text)}</p>\n'


def picture(rng):
    name = "-".join(words(rng, 3))
    return (f'<figure class="article__picture"><img src="/media/{name}-960.jpg" srcset="/media/{name}-480.jpg 480w, '
            f'/media/{name}-960.jpg 960w" sizes="(max-width: 40em) 100vw, 40em" width="960" height="640" loading="lazy" '
            f'alt="{sentence(rng).strip()}"><figcaption>{sentence(rng)}</figcaption></figure>\n')


def script(rng, size):
    """State of the page in an inline script, as sites' systems write it."""
    state = {}
    while len(json.dumps(state)) < size:
        state["_".join(words(rng, 2))] = {"title": sentence(rng), "id": rng.randrange(10**6), "path": "/" + "-".join(words(rng, 3))}
    return f"<script>window.__state = {json.dumps(state)};</script>\n"


def page(size, embeds):
    """A page of about `size` bytes with so many embeds."""
    rng = random.Random(size)
    large = size > 20_000
    head = ('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>' + sentence(rng) + '</title>\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="' + sentence(rng)
            + '">\n<link rel="stylesheet" href="/style.css"><script src="/app.js" defer></script>\n'
            + script(rng, 9_000 if large else 300) + "</head><body>\n")
    if large:
        links = "".join(f'<li><a href="/{"-".join(words(rng, 2))}">{" ".join(words(rng, 2))}</a></li>' for _ in range(24))
        head += f'<nav class="site"><ul>{links}</ul></nav>\n'
    parts = [EMBED.format(n=number, caption=sentence(rng)) for number in range(embeds)]
    body, end = [], "</body></html>\n"
    if large:
        end = script(rng, 14_000) + end
    room = size - len(head) - len(end) - sum(map(len, parts))
    while room > 0:
        block = picture(rng) if rng.random() < 0.05 else paragraph(rng)
        body.append(block)
        room -= len(block)
    # Embeds stand among the text, not all at its start.
    for number, part in enumerate(parts):
        body.insert((number + 1) * len(body) // (len(parts) + 1), part)
    return (head + '<main class="article">\n' + "".join(body) + "</main>\n" + end).encode()


def bytes_per_tag(html):
    tags = sum(1 for left, right in zip(html, html[1:]) if left == ord("<") and chr(right).isalpha())
    return len(html) / tags
