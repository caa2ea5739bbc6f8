"""What was measured, one line for a step."""
import collections
import json
import statistics


def entry(work, tool, number, steps, crossed, load):
    return {"work": work.name, "tool": tool.name, "encrypts": tool.encrypts, "round": number,
            "crossed": crossed, "load": load,
            "steps": {name: took._asdict() for name, took in steps.items()}}


class Ledger:
    """Rounds by work and tool, kept in a file of JSON lines."""

    def __init__(self, file):
        self.file = file
        self.rounds = []
        if file.exists():
            self.rounds = [json.loads(line) for line in file.read_text().splitlines()]

    def has(self, work):
        return any(line["work"] == work for line in self.rounds)

    def add(self, work, rounds):
        """Keeps all rounds of a work, or none."""
        self.rounds += rounds
        with open(self.file, "a", encoding="utf-8") as file:
            file.writelines(json.dumps(line, sort_keys=True) + "\n" for line in rounds)

    def works(self):
        return list(dict.fromkeys(line["work"] for line in self.rounds))

    def tools(self, work):
        """The medians of each tool in a work."""
        lines = collections.defaultdict(list)
        for line in self.rounds:
            if line["work"] == work:
                lines[line["tool"]].append(line)
        return [Medians(tool, found) for tool, found in lines.items()]


class Medians:
    """One tool in one work."""

    def __init__(self, tool, lines):
        self.tool, self.lines = tool, lines
        self.encrypts = lines[0]["encrypts"]
        self.crossed = statistics.median(line["crossed"] for line in lines)

    def of(self, figure, *steps):
        """The median of the sum of some steps; None if the tool has none of them."""
        sums = [[line["steps"][step][figure] for step in steps if step in line["steps"]]
                for line in self.lines]
        return statistics.median(map(sum, sums)) if all(sums) else None

    def peak(self):
        """The MiB of the largest process, in the round where it was largest."""
        return max(took["peak"] for line in self.lines for took in line["steps"].values()) / 1024
