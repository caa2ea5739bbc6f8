"""What crosses, and how it changes between crossings."""
import json
import random

FOLDER = 1000
PART = 50


class Docs:
    """Documents in folders of 1,000; made and then changed a hundredth at a time, or so many."""

    def __init__(self, count, changed):
        self.count, self.changed = count, changed
        self.chance = random.Random(7)

    def parts(self, data):
        """Makes the documents; stops after each 50,000."""
        for number in range(self.count):
            if number % (FOLDER * PART) == 0 and number:
                yield
            if number % FOLDER == 0:
                (data / f"f{number // FOLDER:04}").mkdir()
            self.write(data, number)
        yield

    def change(self, data):
        for number in self.chance.sample(range(self.count), self.changed):
            self.write(data, number)

    def write(self, data, number):
        rows = [{"key": "%032x" % self.chance.getrandbits(128),
                 "value": self.chance.randint(0, 10**6)} for _ in range(30)]
        file = data / f"f{number // FOLDER:04}" / f"{number:07}.json"
        file.write_text(json.dumps({"id": number, "rows": rows}))


class Table:
    """A table of so many MiB, into which rows are inserted and to which rows are appended."""

    def __init__(self, mebibytes):
        self.bytes = mebibytes << 20
        self.chance = random.Random(7)
        self.row = 0

    def parts(self, data):
        (data / "table").mkdir()
        with open(data / "table" / "table.csv", "wb") as table:
            while table.tell() < self.bytes:
                table.write(self.rows())
        yield

    def change(self, data):
        path = data / "table" / "table.csv"
        length = path.stat().st_size
        with open(path, "rb") as old, open(data / "table.new", "wb") as new:
            copy(old, new, length // 2)
            self.add(new, 1 << 20)
            copy(old, new, length)
            self.add(new, self.bytes // 100)
        (data / "table.new").replace(path)

    def add(self, table, count):
        end = table.tell() + count
        while table.tell() < end:
            table.write(self.rows()[:end - table.tell()])

    def rows(self):
        lines, chance = [], self.chance
        for _ in range(10_000):
            self.row += 1
            lines.append("%d,%s,2024-%02d-%02d,%.4f,%d\n" % (
                self.row, chance.choice(("lima", "oslo", "paris", "quito", "rome")),
                chance.randint(1, 12), chance.randint(1, 28),
                chance.gauss(50, 12), chance.randint(0, 99_999)))
        return "".join(lines).encode()


class Noise:
    """Bytes that nothing shrinks."""

    def __init__(self, mebibytes):
        self.mebibytes = mebibytes

    def parts(self, data):
        chance = random.Random(7)
        (data / "noise").mkdir()
        with open(data / "noise" / "noise.bin", "wb") as noise:
            for _ in range(self.mebibytes):
                noise.write(chance.randbytes(1 << 20))
        yield


def copy(old, new, count):
    """Copies so many bytes, or what is left."""
    while count > 0:
        piece = old.read(min(count, 1 << 20))
        if not piece:
            return
        new.write(piece)
        count -= len(piece)


class Work:
    """Data of several makers, which crosses whole, or for its changes after it has crossed once."""

    def __init__(self, name, makers, is_delta):
        self.name, self.makers, self.is_delta = name, makers, is_delta
        self.is_growth = name.startswith("changed-")

    def parts(self, data):
        for maker in self.makers:
            yield from maker.parts(data)

    def change(self, data):
        for maker in self.makers:
            maker.change(data)


def named(name, size):
    """The work of that name; KeyError if there is none."""
    full = size == "full"
    docs = 20_000 if full else 2_000
    if name.startswith("changed-") and name[8:].isdigit():
        return Work(name, [Docs(int(name[8:]), 100)], True)
    return {
        "docs": lambda: Work(name, [Docs(docs, 0)], False),
        "blobs": lambda: Work(name, [Table(1024 if full else 64), Noise(1024 if full else 64)], False),
        "delta": lambda: Work(name, [Docs(docs, docs // 100), Table(1024 if full else 64)], True),
    }[name]()


def default(size):
    counts = (10_000, 100_000, 1_000_000) if size == "full" else (10_000,)
    return ["docs", "blobs", "delta", *(f"changed-{count}" for count in counts)]
