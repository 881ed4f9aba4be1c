"""Coverage-guided fuzzing with atheris: ``python tests/fuzzing/fuzz.py TARGET --seconds 300``.

Without a target, all of them take turns and share the time. Inputs that broke something are left
in the folder given with ``--findings``; a line of figures is printed for each target. atheris is
not among the extras: ``pip install atheris`` (CPython 3.11, Linux).
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
#: Longest input in bytes; every byte is a decision, so this makes texts of some kilobytes.
LONGEST = 1024


def fuzz(name: str, arguments: list[str]) -> None:
    """Fuzz one target in this process; libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["hypecheck"]):
        import targets
    # Caches fill on the first use: done here, so that no input is blamed for it.
    targets.run(name, b"")
    targets.run(name, bytes(range(256)))
    atheris.Setup([sys.argv[0], *arguments], lambda data: targets.run(name, data))
    atheris.Fuzz()


def names() -> list[str]:
    """Names of all targets, without importing them."""
    source = (HERE / "targets.py").read_text(encoding="utf-8")
    return re.findall(r"^@target\ndef (\w+)", source, re.MULTILINE)


def session(name: str, seconds: int, findings: Path, corpora: Path) -> bool:
    """Fuzz one target in a process of its own, going on after a finding; True if there was none."""
    findings.mkdir(parents=True, exist_ok=True)
    before, until, runs, peak = set(findings.iterdir()), time.monotonic() + seconds, 0, (0, 0)
    corpus = corpora / name
    corpus.mkdir(parents=True, exist_ok=True)
    while (left := int(until - time.monotonic())) > 5 and len(
        set(findings.iterdir()) - before
    ) < 20:
        done = subprocess.run(
            [
                *(sys.executable, __file__, name, "--inside", "--", str(corpus)),
                *(f"-max_total_time={left}", f"-max_len={LONGEST}", "-timeout=60"),
                *(
                    "-rss_limit_mb=4096",
                    f"-artifact_prefix={findings}/{name}-",
                    "-print_final_stats=1",
                ),
            ],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]),
            },
        )
        runs += sum(map(int, re.findall(r"number_of_executed_units: (\d+)", done.stderr)))
        peaks = re.findall(r"cov: (\d+) ft: (\d+)", done.stderr)
        peak = max([peak, *((int(cov), int(ft)) for cov, ft in peaks)])
        if done.returncode:
            (findings / f"{name}.log").open("a").write(done.stderr[-6000:] + "\n=====\n")
    found = [path for path in set(findings.iterdir()) - before if path.suffix != ".log"]
    print(
        f"{name}: {seconds} s, {runs} inputs, {peak[0]} edges, {peak[1]} features, {len(found)} findings",
        flush=True,
    )
    return not found


def main() -> int:
    """Run the sessions; 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", nargs="*", choices=[[], *names()], help="default: all")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--corpora", type=Path, help="where inputs are kept from run to run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpora = given.corpora or Path(folder)
        chosen = given.target or names()
        clean = [session(name, given.seconds, given.findings, corpora) for name in chosen]
    return 0 if all(clean) else 1


if __name__ == "__main__":
    if "--inside" in sys.argv:
        fuzz(sys.argv[1], sys.argv[sys.argv.index("--") + 1 :])
    else:
        sys.exit(main())
