"""Faults that bulk runs are put through, each a function that gives what it saw.

``python tests/faults/faults.py --count 100`` injects that many at random, ends every run with the
same command again, compares the output with that of an undisturbed run, byte by byte, and prints
the table of ``docs/robustness.md``. Faults that need a file system of their own want root and
``mount``; elsewhere they are left out, and the table says so.
"""

import argparse
import collections
import contextlib
import gzip
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROWS, SHARD = 120, 3
#: Exit codes that are an end on purpose: done, rows or files that can't be read, told to stop.
CLEAN = (0, 3, 130)
LOUD = "Our revolutionary platform is a game-changer that will transform every industry."


@dataclass(frozen=True)
class Seen:
    """What a fault led to.

    Attributes
    ----------
    code : int
        Exit code of the run that it hit; negative for the number of a signal.
    words : str
        What that run said on standard error.
    whole : bool
        After the same command was given again, the output is that of an undisturbed run.
    """

    code: int
    words: str
    whole: bool

    @property
    def clean(self) -> bool:
        """The run ended, or went on, with at most one line and no traceback."""
        # OpenBLAS ends the process by itself when it gets no memory.
        beyond = self.code == -signal.SIGKILL or "OpenBLAS error" in self.words
        return (self.code in CLEAN or beyond) and "Traceback" not in self.words

    @property
    def survived(self) -> bool:
        """Nothing was lost, nothing is there twice, and no traceback was shown."""
        return self.clean and self.whole


FAULTS: dict[str, Callable[["Bench"], Seen]] = {}


def fault(function: Callable[["Bench"], Seen]) -> Callable[["Bench"], Seen]:
    """Put a fault on the list under its name."""
    FAULTS[function.__name__.replace("_", " ")] = function
    return function


class Bench:
    """A folder with an archive, and the output of a run that nothing has disturbed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.source = folder / "news.jsonl"
        self.source.write_text("".join(map(_line, range(ROWS))), encoding="utf-8")
        self.whole = folder / "whole"
        assert self.run(self.whole).returncode == 0
        self.expected = tree(self.whole)
        self.out = folder / "out"

    def start(
        self, out: Path, *more: str, source: Path | None = None, **kwargs
    ) -> subprocess.Popen:
        """Start a run, in a group of its own so that a signal reaches nobody else."""
        command = [
            *(sys.executable, "-m", "hypecheck", "score", str(source or self.source)),
            *("--out", str(out), "--shard-size", str(SHARD), "--spans", "--any-language", *more),
        ]
        return subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            preexec_fn=kwargs.pop("preexec_fn", _heeding_interrupts),
            start_new_session=True, **kwargs,
        )  # fmt: skip

    def run(self, out: Path, *more: str, **kwargs) -> subprocess.CompletedProcess:
        """Run to the end."""
        run = self.start(out, *more, **kwargs)
        _, words = run.communicate(timeout=300)
        return subprocess.CompletedProcess(run.args, run.returncode, "", words)

    def half_way(self, run: subprocess.Popen, out: Path | None = None) -> None:
        """Wait until a random number of shards is done, or the run has ended."""
        wanted = self.random.randint(1, ROWS // SHARD // 2)
        while run.poll() is None and len(list((out or self.out).glob("shards/*.json"))) < wanted:
            time.sleep(0.005)

    def ended(self, run: subprocess.Popen, *more: str, out: Path | None = None) -> Seen:
        """Wait for the run that was hit, give the command again, and compare."""
        _, words = run.communicate(timeout=300)
        again = self.run(out or self.out, *more)
        whole = again.returncode == 0 and tree(out or self.out) == self.expected
        return Seen(run.returncode, words + again.stderr, whole)


def _heeding_interrupts() -> None:
    """A process started in the background would ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _line(number: int) -> str:
    loud = LOUD if number % 3 == 0 else "It reads CSV."
    text = (
        f"The council met {number} times. {loud} Then it rained on the harbour for {number} days."
    )
    row = {"id": f"a{number}", "title": f"Report {number}", "date": "2024-05-01", "text": text}
    return json.dumps(row) + "\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def children(pid: int) -> list[int]:
    """Processes below another, the workers among them."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(stat.parent.name))
    return found


def workers(pid: int) -> list[int]:
    """Worker processes of a run, without the helper that tracks its resources."""
    found = []
    for child in children(pid):
        with contextlib.suppress(OSError):
            if b"popen_loky" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(child)
    return found


@fault
def the_run_is_killed(bench: Bench) -> Seen:
    """SIGKILL, as a machine that goes down."""
    return _signalled(bench, signal.SIGKILL)


@fault
def SIGTERM(bench: Bench) -> Seen:
    """As a scheduler ends a job."""
    return _signalled(bench, signal.SIGTERM)


@fault
def SIGINT(bench: Bench) -> Seen:
    """As Ctrl-C."""
    return _signalled(bench, signal.SIGINT)


@fault
def SIGTERM_with_two_workers(bench: Bench) -> Seen:
    """The workers have to end as well."""
    return _signalled(bench, signal.SIGTERM, "--workers", "2")


def _signalled(bench: Bench, number: int, *more: str) -> Seen:
    run = bench.start(bench.out, *more)
    bench.half_way(run)
    run.send_signal(number)
    run.wait(timeout=120)
    left = list(bench.out.rglob("*.unfinished"))
    seen = bench.ended(run)
    if left and number != signal.SIGKILL:
        return Seen(seen.code, f"Traceback: left {left}", seen.whole)
    return seen


@fault
def a_worker_is_killed(bench: Bench) -> Seen:
    """SIGKILL to one of two workers, as the system does when memory runs out."""
    run = bench.start(bench.out, "--workers", "2")
    bench.half_way(run)
    for pid in bench.random.sample(workers(run.pid), 1) if workers(run.pid) else []:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return bench.ended(run)


@fault
def both_workers_are_killed_twice(bench: Bench) -> Seen:
    """And once more, when new ones have been started."""
    run = bench.start(bench.out, "--workers", "2")
    for _ in range(2):
        bench.half_way(run)
        for pid in workers(run.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(bench.random.random())
    return bench.ended(run)


@fault
def memory_runs_out(bench: Bench) -> Seen:
    """A limit on the address space that is reached somewhere on the way, or at the start."""
    megabytes = bench.random.choice(range(80, 260, 10))

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    return bench.ended(bench.start(bench.out, preexec_fn=limit))


def numpy_waits() -> bool:
    """Tell whether NumPy never comes back from a start without memory: OpenBLAS before 2.4.2."""
    return tuple(int(part) for part in version("numpy").split(".")[:3]) < (2, 4, 2)


@fault
def a_full_disk(bench: Bench) -> Seen:
    """A file system with room for a part of the output, and more room later."""
    with mounted(bench, f"size={bench.random.randint(10, 60) * 4}k") as disk:
        run = bench.start(disk / "out")
        run.wait(timeout=120)
        subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
        return bench.ended(run, out=disk / "out")


@fault
def a_disk_that_turns_read_only(bench: Bench) -> Seen:
    """As a file system does after an error; writable again later."""
    with mounted(bench, "size=50m") as disk:
        run = bench.start(disk / "out")
        bench.half_way(run, disk / "out")
        for _ in range(200):  # refused while a file is open for writing
            done = subprocess.run(["mount", "-o", "remount,ro", str(disk)], capture_output=True)
            if done.returncode == 0 or run.poll() is not None:
                break
        run.wait(timeout=120)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        return bench.ended(run, out=disk / "out")


@contextlib.contextmanager
def mounted(bench: Bench, options: str) -> Iterator[Path]:
    """A file system in memory, gone when the block ends."""
    disk = bench.folder / "disk"
    disk.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def can_mount() -> bool:
    """Whether this user may mount a file system in memory."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            command = ["mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", folder]
            if subprocess.run(command, capture_output=True).returncode:
                return False
        except OSError:
            return False
        subprocess.run(["umount", "-l", folder], check=True)
        return True


@fault
def a_truncated_gzip_file(bench: Bench) -> Seen:
    """Rows before the cut are scored, the cut is one line of errors.jsonl."""
    packed = gzip.compress(bench.source.read_bytes(), mtime=0)
    cut = bench.folder / "cut.jsonl.gz"
    cut.write_bytes(packed[: bench.random.randint(len(packed) // 4, len(packed) - 1)])
    return _cut(bench, cut)


@fault
def a_truncated_zstd_file(bench: Bench) -> Seen:
    """As with gzip, though only whole blocks can be unpacked."""
    import zstandard

    packer = zstandard.ZstdCompressor().chunker(chunk_size=512)
    lines = bench.source.read_bytes().splitlines(keepends=True)
    parts = [part for line in lines for part in (*packer.compress(line), *packer.flush())]
    packed = b"".join((*parts, *packer.finish()))
    cut = bench.folder / "cut.jsonl.zst"
    cut.write_bytes(packed[: bench.random.randint(len(packed) // 4, len(packed) - 1)])
    return _cut(bench, cut)


@fault
def a_truncated_WARC_file(bench: Bench) -> Seen:
    """Pages before the cut are scored, of the one that is cut no part."""
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\r\n"
    answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><article><p>"
    pages = [f"{answer}{json.loads(line)['text']}" for line in map(_line, range(ROWS))]
    content = "".join(
        f"{head}Content-Length: {len(page)}\r\n\r\n{page}\r\n\r\n" for page in pages
    ).encode()
    whole, cut = bench.folder / "whole.warc", bench.folder / "cut.warc"
    whole.write_bytes(content)
    cut.write_bytes(content[: -bench.random.randint(5, 200)])
    bench.run(bench.folder / "pages", source=whole)
    return _cut(bench, cut, bench.folder / "pages")


@fault
def a_truncated_Parquet_file(bench: Bench) -> Seen:
    """Its footer is gone: nothing can be read, and the run says so."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [json.loads(line) for line in bench.source.read_text(encoding="utf-8").splitlines()]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    content = out.getvalue()
    cut = bench.folder / "cut.parquet"
    cut.write_bytes(content[: bench.random.randint(0, len(content) - 1)])
    return _cut(bench, cut)


def _cut(bench: Bench, cut: Path, whole_run: Path | None = None) -> Seen:
    """Run over a broken file: what can be read is scored as in an undisturbed run."""
    done = bench.run(bench.out, source=cut)
    found, errors = _rows(bench.out), (bench.out / "errors.jsonl").read_text().splitlines()
    expected = _rows(whole_run or bench.whole)[: len(found)]
    same = [_bare(row) for row in found] == [_bare(row) for row in expected]
    whole = same and len(errors) == 1 and len(found) < ROWS
    return Seen(done.returncode, done.stderr, whole and done.returncode == 3)


def _bare(row: dict) -> dict:
    """Row of the output without the names that come from the file's."""
    return {**row, "file": "", "id": row["id"].rpartition(":")[2]}


def _rows(folder: Path) -> list[dict]:
    paths = sorted((folder / "articles").glob("*.jsonl"))
    lines = "".join(path.read_text(encoding="utf-8") for path in paths).splitlines()
    return [json.loads(line) for line in lines]


@fault
def a_file_that_changes_while_it_is_read(bench: Bench) -> Seen:
    """A line more, a line less, or other words: the run refuses to end as if nothing were."""
    before = bench.source.read_bytes()
    lines = before.splitlines(keepends=True)
    change = bench.random.choice([lines + lines[:1], lines[:-1], lines[::-1]])
    run = bench.start(bench.out)
    bench.half_way(run)
    going_on = run.poll() is None
    bench.source.write_bytes(b"".join(change))
    _, words = run.communicate(timeout=300)
    bench.source.write_bytes(before)
    refused = run.returncode == 3 and "start again" in words
    whole = refused or not going_on or (bench.out / "summary.json").exists()
    shutil.rmtree(bench.out)
    again = bench.run(bench.out)
    return Seen(
        run.returncode, words, whole and again.returncode == 0 and tree(bench.out) == bench.expected
    )


def main() -> int:
    """Inject faults at random and print what became of them; 1 if one was not survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    names = [name for name in FAULTS if can_mount() or "disk" not in name]
    chooser = random.Random(given.seed)
    results: dict[str, collections.Counter[str]] = {name: collections.Counter() for name in FAULTS}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.seed)
        for number in range(given.count):
            name = names[number] if number < len(names) else chooser.choice(names)
            shutil.rmtree(bench.out, ignore_errors=True)
            seen = FAULTS[name](bench)
            results[name].update(["injected", f"code {seen.code}"])
            results[name]["survived"] += seen.survived
            if not seen.survived:
                print(f"{name}: {seen}", file=sys.stderr, flush=True)
    return _table(results)


def _table(results: dict[str, collections.Counter[str]]) -> int:
    print("| fault | injected | survived | exit codes |\n| --- | --- | --- | --- |")
    total: collections.Counter[str] = collections.Counter()
    for name, counted in results.items():
        total += counted
        codes = ", ".join(f"{key[5:]} ({n})" for key, n in sorted(counted.items()) if key[0] == "c")
        shown = f"{counted['injected']} | {counted['survived']} | {codes}"
        print(f"| {name} | {shown if counted else 'not tried here | |'} |")
    print(f"| all | {total['injected']} | {total['survived']} | |")
    return int(total["injected"] != total["survived"])


if __name__ == "__main__":
    sys.exit(main())
