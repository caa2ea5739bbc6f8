"""sluice, as processes, with a site on either side of the gap."""
import os
import pathlib
import re
import shutil
import subprocess

from . import meter

HERE = pathlib.Path(__file__).resolve().parent.parent.parent / "sluice"
LAUNCHER = os.environ.get("SLUICE", HERE)
OWNER = "owner@example.org"


class Sluice:
    name, tools, encrypts = "sluice", ("java",), True

    def __init__(self, work, folder):
        self.folder = folder

    @staticmethod
    def version():
        return subprocess.run([LAUNCHER, "--version"], check=True, capture_output=True,
                              text=True).stdout.strip()

    def fresh(self):
        """Makes both sites anew and pairs them."""
        for name in ("low", "high", "stick"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "stick").mkdir()
        for side in ("low", "high"):
            self.run(side, "init", "--side", side, "--name", f"{side}-lab")
            self.run(side, "key", "generate", "--no-passphrase")
        self.run("low", "key", "export", "stick/card")
        self.run("high", "peer", "add", "stick/card")
        pairing = {"low": "low/peers/high-lab/pairing.json", "high": "high/peers/low-lab/pairing.json"}
        self.run("low", "peer", "add", pairing["high"])
        words = re.search(r"^words +(.*)$", (self.folder / "log").read_text(), re.M).group(1)
        self.run("low", "peer", "confirm", "high-lab", "--words", words)
        self.run("high", "peer", "add", pairing["low"])
        self.run("high", "peer", "confirm", "low-lab", "--words", words)
        self.run("low", "peer", "add", pairing["high"])
        (self.folder / "stick" / "card").unlink()

    def run(self, side, *words):
        return meter.run([LAUNCHER, "-C", side, *words], self.folder, JAVA_TOOL_OPTIONS="-Xmx512m",
                         LC_ALL="C.UTF-8")

    def base(self, data):
        """Lets what is there so far cross, and the answer come back."""
        self.cross(data)

    def base_whole(self, data):
        """All of it has crossed in parts."""

    def cross(self, data):
        steps = {"track": self.run("low", "track", data, "--owner", OWNER),
                 "export": self.run("low", "export", "--out", "stick")}
        stick = meter.size(self.folder / "stick")
        steps["verify"] = self.run("high", "verify", "stick")
        steps["import"] = self.run("high", "import", "stick")
        self.run("high", "approve", "--all-undecided")
        steps["apply"] = self.run("high", "apply", "--yes")
        self.empty()
        self.run("high", "export", "--out", "stick")
        self.run("low", "import", "stick")
        self.empty()
        return steps, stick

    def empty(self):
        shutil.rmtree(self.folder / "stick")
        (self.folder / "stick").mkdir()
