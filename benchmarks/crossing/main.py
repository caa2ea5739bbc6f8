"""Takes the works one after the other, and in each round of a work the tools in turn."""
import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile

from . import ledger, peers, picture, site, table, works

HOME = pathlib.Path(__file__).resolve().parent.parent


def run(usage):
    chosen = arguments(usage)
    file = HOME / "target" / f"crossings-{chosen.size}.jsonl"
    file.parent.mkdir(exist_ok=True)
    known = ledger.Ledger(file)
    tools = present()
    for name in chosen.work or works.default(chosen.size):
        if known.has(name):
            print(f"{name}: measured before, see {file}")
            continue
        with tempfile.TemporaryDirectory(prefix="sluice-benchmark-") as folder:
            known.add(name, measure(
                works.named(name, chosen.size), tools, pathlib.Path(folder), chosen.rounds))
    print(table.of(known))
    svg = pathlib.Path(chosen.svg) if chosen.svg else file.with_suffix(".svg")
    svg.write_text(picture.of(known))
    print(f"\nThe picture is in {svg}.")


def arguments(usage):
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--size", choices=("small", "full"), default="small")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--svg")
    parser.add_argument("work", nargs="*")
    chosen = parser.parse_args()
    for name in chosen.work:
        try:
            works.named(name, chosen.size)
        except KeyError:
            parser.error(f"no such work: {name}")
    return chosen


def present():
    """The tools that are here, with sluice as the first."""
    found = []
    for tool in (site.Sluice, *peers.ALL):
        missing = [program for program in tool.tools if shutil.which(program) is None]
        if missing:
            print(f"not measured: {tool.name} (no {', '.join(missing)} here)")
        else:
            print(f"measured: {tool.version()}")
            found.append(tool)
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    print(f"Java: {java.splitlines()[0]}; {os.cpu_count()} cores")
    return found


def measure(work, tools, folder, count):
    """The steps of all tools, round by round."""
    data = folder / "data"
    data.mkdir()
    running = []
    for tool in tools:
        if tool is site.Sluice or tool.takes(work):
            place = folder / tool.__name__
            place.mkdir()
            running.append(tool(work, place))
    prepare(work, running, data)
    rounds = []
    for number in range(count):
        if work.is_delta:
            work.change(data)
        for tool in running:
            if not work.is_delta:
                tool.fresh()
            steps, crossed = tool.cross(data)
            load = os.getloadavg()[0]
            print(f"{work.name} {number + 1}/{count} {tool.name}: "
                  + ", ".join(f"{step} {took.wall:.2f} s" for step, took in steps.items())
                  + f", {crossed / 1e6:.1f} MB", flush=True)
            rounds.append(ledger.entry(work, tool, number, steps, crossed, load))
    return rounds


def prepare(work, running, data):
    """Makes the data; for a delta, lets them cross once, sluice's in parts that a bundle holds."""
    if work.is_delta:
        for tool in running:
            tool.fresh()
    for _ in work.parts(data):
        if work.is_delta:
            for tool in running:
                tool.base(data)
    if work.is_delta:
        for tool in running:
            tool.base_whole(data)
