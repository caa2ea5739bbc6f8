"""Other tools that can carry data over a gap."""
import re
import shutil
import subprocess

from . import meter

SECRET = "a long passphrase for measurements"


def first_line(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return next((line for line in (done.stdout + done.stderr).splitlines() if line.strip()), "")


class Peer:
    """A tool that writes to a medium, verifies what is there, and reads it on the other side.

    In a delta it writes what is new since the crossing before.
    """
    encrypts = True
    environment = {}

    def __init__(self, work, folder):
        self.work, self.folder = work, folder

    @staticmethod
    def takes(work):
        return True

    def fresh(self):
        for name in ("medium", "in", "cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "medium").mkdir()
        self.prepare()

    def prepare(self):
        pass

    def base(self, data):
        """A part of what has to cross first; these take all of it at once."""

    def base_whole(self, data):
        self.do(self.write, data)
        if not self.work.is_growth:
            self.do(self.read, data)

    def do(self, line, data):
        (self.folder / "in").mkdir(exist_ok=True)
        return meter.shell(self.folder, line.format(data=data), **self.environment)

    def cross(self, data):
        before = meter.size(self.folder / "medium")
        steps = {"export": self.do(self.write, data)}
        crossed = meter.size(self.folder / "medium") - before
        if not self.work.is_growth:
            steps["verify"] = self.do(self.verify, data)
            steps["import"] = self.do(self.read, data)
        return steps, crossed


class Pipe(Peer):
    name = "tar, zstd -3 -T2, age, ssh-keygen"
    tools = ("bash", "tar", "zstd", "age", "age-keygen", "ssh-keygen", "sha256sum")
    write = ("tar -C {data} --listed-incremental=list -cf - . | zstd -q -3 -T2"
             " | age -r $(age-keygen -y identity) > out; sha256sum out > sums; rm -f sums.sig;"
             " ssh-keygen -Y sign -f sign -n file sums; rm -rf medium/*; cp out sums sums.sig medium;"
             " sync medium/out")
    verify = ("cd medium; ssh-keygen -Y verify -f ../signers -I me -n file -s sums.sig < sums;"
              " sha256sum -c sums")
    read = ("age -d -i identity medium/out | zstd -dq"
            " | tar -C in --listed-incremental=/dev/null -xf -")

    @staticmethod
    def version():
        return ", ".join((first_line("tar", "--version"), first_line("zstd", "--version"),
                          "age " + first_line("age", "--version"), first_line("ssh", "-V")))

    def prepare(self):
        meter.shell(self.folder, "rm -f identity sign sign.pub list; age-keygen -o identity;"
                    " ssh-keygen -q -t ed25519 -N '' -f sign; echo \"me $(cat sign.pub)\" > signers")

    def cross(self, data):
        steps, _ = super().cross(data)
        return steps, meter.size(self.folder / "medium")


class Restic(Peer):
    name, tools = "restic", ("restic",)
    environment = {"RESTIC_REPOSITORY": "medium", "RESTIC_PASSWORD": SECRET, "RESTIC_CACHE_DIR": "cache"}
    write = "restic backup {data}"
    verify = "restic check --read-data"
    read = "rm -rf in; restic restore latest --target in"

    @staticmethod
    def version():
        return first_line("restic", "version")

    def prepare(self):
        meter.shell(self.folder, "restic init", **self.environment)


class Borg(Peer):
    name, tools = "borg", ("borg",)
    environment = {"BORG_REPO": "medium/repo", "BORG_PASSPHRASE": SECRET, "BORG_BASE_DIR": "cache"}
    write = "borg create --compression zstd,3 ::{{now:%s%f}} {data}"
    verify = "borg check --verify-data"
    read = ("rm -rf in; mkdir in; cd in; export BORG_REPO=../medium/repo BORG_BASE_DIR=../cache;"
            " borg extract ::$(borg list --short --last 1)")

    @staticmethod
    def version():
        return first_line("borg", "--version")

    @staticmethod
    def takes(work):
        return not work.is_growth

    def prepare(self):
        meter.shell(self.folder, "mkdir -p cache; borg init -e repokey", **self.environment)


class Casync(Peer):
    name, tools, encrypts = "casync", ("casync",), False
    write = "casync --without=privileged make --store=medium/store medium/index.caidx {data}"
    verify = "casync digest --store=medium/store medium/index.caidx"
    read = "casync --without=privileged extract --store=medium/store medium/index.caidx in"

    @staticmethod
    def version():
        return first_line("casync", "--version")

    @staticmethod
    def takes(work):
        return not work.is_growth


class Git(Peer):
    name, tools, encrypts = "git bundle", ("git",), False
    environment = {"GIT_DIR": "repo", "GIT_AUTHOR_NAME": "me", "GIT_AUTHOR_EMAIL": "me@example.org",
                   "GIT_COMMITTER_NAME": "me", "GIT_COMMITTER_EMAIL": "me@example.org"}
    write = ("rm -rf repo; export GIT_WORK_TREE={data}; git init -q; git add -A; git commit -qm all;"
             " git bundle create -q medium/bundle HEAD")
    verify = "git bundle verify medium/bundle"
    read = "rm -rf in; unset GIT_DIR; git clone -q medium/bundle in"

    @staticmethod
    def version():
        return first_line("git", "--version")

    @staticmethod
    def takes(work):
        return work.name == "docs"


class Zpaq(Peer):
    name, tools = "zpaq -m1", ("zpaq",)
    write = f"zpaq add medium/archive.zpaq {{data}} -m1 -key '{SECRET}'"
    verify = f"zpaq extract medium/archive.zpaq -test -key '{SECRET}'"
    read = f"rm -rf in; zpaq extract medium/archive.zpaq -to in -key '{SECRET}'"

    @staticmethod
    def version():
        return first_line("zpaq")

    @staticmethod
    def takes(work):
        return not work.is_growth


class Nncp(Peer):
    name, tools = "nncp", ("nncp-cfgnew", "nncp-bundle", "nncp-file", "nncp-toss", "tar", "zstd")
    write = ("rm -rf medium/*; tar -C {data} -cf - . | zstd -q -3 -T2"
             " | nncp-file -quiet -noprogress -cfg low.hjson - high:data.tar.zst;"
             " nncp-bundle -quiet -noprogress -cfg low.hjson -tx -delete high > medium/bundle;"
             " sync medium/bundle")
    verify = "nncp-bundle -quiet -noprogress -cfg high.hjson -rx -check -dryrun < medium/bundle"
    read = ("rm -rf in arrived spool-high; mkdir in arrived spool-high;"
            " nncp-bundle -quiet -noprogress -cfg high.hjson -rx < medium/bundle;"
            " nncp-toss -quiet -noprogress -cfg high.hjson;"
            " zstd -dq < arrived/data.tar.zst | tar -C in -xf -; rm -rf arrived")

    @staticmethod
    def version():
        return first_line("nncp-bundle", "-version")

    @staticmethod
    def takes(work):
        return not work.is_delta

    def prepare(self):
        meter.shell(self.folder, "rm -rf spool-low spool-high; mkdir spool-low spool-high;"
                    " nncp-cfgnew -nocomments > low.keys; nncp-cfgnew -nocomments > high.keys")
        self.configure("low", "high")
        self.configure("high", "low")

    def configure(self, name, other):
        own, theirs = self.keys(name), self.keys(other)
        own_lines = "\n".join(f"{key}: {value}" for key, value in own.items())
        public = "\n".join(f"{key}: {theirs[key]}" for key in ("id", "exchpub", "signpub", "noisepub"))
        (self.folder / f"{name}.hjson").write_text(
            f"{{\nspool: {self.folder}/spool-{name}\nlog: {self.folder}/{name}.log\n"
            f"self: {{\n{own_lines}\n}}\nneigh: {{\nself: {{\n"
            + "\n".join(f"{key}: {own[key]}" for key in ("id", "exchpub", "signpub", "noisepub"))
            + f"\n}}\n{other}: {{\n{public}\nincoming: {self.folder}/arrived\n}}\n}}\n}}\n")

    def keys(self, name):
        text = (self.folder / f"{name}.keys").read_text()
        return dict(re.findall(r"(\w+): ([A-Z2-7]{40,})$", text.split("neigh:")[0], re.M))


ALL = (Pipe, Restic, Borg, Casync, Nncp, Git, Zpaq)
