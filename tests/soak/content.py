"""What the origin serves, and so what readers must get: made from numbers, the same in every process."""

import functools
import hashlib
import random

FILES, PAGES, EDITIONS = 24, 12, 3
# Bytes that readers have compared with what they must get.
compared = 0
THIRD_PARTIES = ["player.third.example", "cdn.third.example", "pixel.third.example", "www.youtube.com"]


def file_bytes(number):
    """A file that is no page: from nothing to two megabytes."""
    size = [0, 1, 100, 4_000, 65_536, 100_001, 1_000_000, 2_000_003][number % 8]
    return hashlib.shake_256(f"file {number}".encode()).digest(size)


@functools.cache
def page(number, edition=0):
    """A page with third parties in every form, and text that must come through. Editions differ in their middle only."""
    rng = random.Random(number)
    player, cdn, pixel, video = THIRD_PARTIES
    parts = [f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Page {number}</title>'
             f'<link rel="preconnect" href="https://{cdn}"><script src="https://{cdn}/app.js" async></script>'
             f'<link rel="stylesheet" href="//{cdn}/style.css"></head><body>']
    paragraphs = rng.randint(5, 400)
    for paragraph in range(paragraphs):
        if paragraph == paragraphs // 2:
            parts.append(f'<p id="p">Edition {edition}</p><iframe src="https://{player}/edition/{edition}"></iframe>' * edition)
        text = " ".join(rng.choice(["water", "stone", "light", "été", "über", "<b>dawn</b>", "&amp;"]) for _ in range(60))
        parts.append(f'<p id="p{paragraph}">{text}</p>\n')
        if paragraph % 40 == 3:
            parts.append(rng.choice([
                f'<iframe src="https://{player}/{number}/{paragraph}" title="A film"></iframe>',
                f'<iframe width="560" height="315" src="https://{video}/embed/abc{paragraph:08}" allowfullscreen></iframe>',
                f'<img src="https://{pixel}/p.gif?{paragraph}" width="1" height="1" alt="">',
                f'<video controls poster="https://{cdn}/p.jpg"><source src="https://{cdn}/v.mp4"></video>',
                f'<p style="background: url(https://{pixel}/bg.png)">styled</p>']))
    return ("".join(parts) + "</body></html>\n").encode()
