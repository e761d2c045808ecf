"""What was measured, as tables, and beside what was to be reached."""

import datetime
import os
import platform
import statistics

from memory import OPEN

BEGIN, END = "<!-- bench-proxy: written by cargo xtask bench-proxy -->", "<!-- /bench-proxy -->"
GATE, FIRST = "**jalousie**", "**jalousie**, pages never seen"
PLAIN, DEFAULT, FILTERED = "nginx", "nginx, default buffers", "nginx + sub_filter"


def median(results, field):
    return statistics.median(getattr(result, field) for result in results)


def least_cpu(results):
    """Other work on the machine only adds: the round with the least is nearest to what it takes."""
    return min(result.cpu for result in results)


def tables(results, about):
    """`results`: by scenario and page, by party, a list of rounds."""
    lines = [f"Measured on {datetime.date.today():%d %B %Y}, {os.cpu_count()} cores ({processor()}), load {os.getloadavg()[2]:.1f} "
             f"over the last quarter of an hour. One worker each, {about}; the least CPU of the rounds, else medians. Absolute figures drift; ratios of one run hold.", ""]
    for (scenario, page), parties in results.items():
        lines += [f"**{scenario}, {page}**", "", "| | CPU µs | × nginx | requests/s | p50 ms | p99 ms | MB |", "|---|---|---|---|---|---|---|"]
        base = least_cpu(parties[PLAIN]) if PLAIN in parties else None
        for name, rounds in parties.items():
            cpu = least_cpu(rounds)
            ratio = f"{cpu / base:.2f}" if base else "–"
            lines.append(f"| {name} | {cpu:.0f} | {ratio} | {median(rounds, 'rate'):,.0f} | {median(rounds, 'p50'):.2f} "
                         f"| {median(rounds, 'p99'):.2f} | {median(rounds, 'resident'):.0f} |")
        lines.append("")
    return lines


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def goals(results, memory):
    """What the project wants, and what came of it."""
    lines = ["| to reach | found | |", "|---|---|---|"]

    def ratio(text, page, to, limit, gate=GATE):
        parties = results.get(("HTTP/1.1", page), {})
        if gate in parties and to in parties:
            found = least_cpu(parties[gate]) / least_cpu(parties[to])
            lines.append(f"| {text}: at most {limit} × {to} | {found:.2f} | {'reached' if found <= limit else 'missed'} |")

    for gate, seen in ((GATE, "asked for again"), (FIRST, "never seen")):
        for form in ("embeds", "no embed"):
            ratio(f"rewriting pages {seen}, 4 kB, {form}", f"4 kB, {form}", FILTERED, 1.2, gate)
            ratio(f"rewriting pages {seen}, 100 kB, {form}", f"100 kB, {form}", FILTERED, 0.9, gate)
    for to in (PLAIN, DEFAULT):
        for size in ("4 kB", "100 kB"):
            ratio(f"passing on, {size}", f"{size}, no page", to, 1.3)
    for one in memory:
        if one.asked == OPEN:
            lines.append(f"| under 40 MB at {one.asked:,} open connections, {one.about} | {one.most:.0f} MB | {'reached' if one.most < 40 else 'missed'} |")
        else:
            lines.append(f"| {one.asked:,} connections held, {one.about} | {one.held:,} ({one.most:.0f} MB) "
                         f"| {'reached' if one.held == one.asked else 'missed'} |")
    return lines + [""]


def memory(found):
    """What connections take."""
    lines = ["**Memory of a gate with many connections** (the most that was ever resident; \"each\" is what a connection adds)", "",
             "| | connections | MB without | MB with | KiB each |", "|---|---|---|---|---|"]
    for one in found:
        lines.append(f"| {one.about} | {one.held:,} | {one.before:.1f} | {one.most:.1f} | {one.each:.1f} |")
    return lines + [""]


def write(path, lines):
    """Puts the tables between the markers of a document."""
    text = path.read_text()
    before, found, rest = text.partition(BEGIN)
    if not found or END not in rest:
        raise SystemExit(f"{path} has no {BEGIN} … {END}")
    after = rest[rest.index(END):]
    path.write_text(before + BEGIN + "\n\n" + "\n".join(lines) + "\n" + after)
