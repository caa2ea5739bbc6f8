"""Runs commands and measures them."""
import os
import subprocess
import time
from typing import NamedTuple


class Took(NamedTuple):
    """What a step cost: seconds by the clock and of all its processes, and the KiB of the largest."""
    wall: float
    cpu: float
    peak: int

    def __add__(self, other):
        return Took(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


def run(command, folder, **environment):
    """Runs a command to its end; one that fails ends the measurement with what it said."""
    begin = time.monotonic()
    with open(os.path.join(folder, "log"), "w+b") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment},
                                   stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise SystemExit(f"{command} failed:\n{log.read()[-4000:].decode(errors='replace')}")
    return Took(time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def shell(folder, line, **environment):
    """Runs a line of bash, whose pipes fail when any of their commands does."""
    return run(["bash", "-euo", "pipefail", "-c", line], folder, **environment)


def size(*paths):
    """Bytes of all files below the paths."""
    return sum(os.path.getsize(os.path.join(folder, name))
               for path in paths for folder, _, names in os.walk(path) for name in names)
