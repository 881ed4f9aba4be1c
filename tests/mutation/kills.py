"""Which tests reach a mutant, and whether one of them fails under it.

Everything happens in forked children, so that the package is read once and not once a mutant:

- One child runs the tests with `coverage` and writes down which lines each test reaches, and which
  lines are reached before the first one (imports, the collection of tests, tables that are loaded).
- One child collects the tests, loads the tables, and forks for every mutant of a line that was not
  reached till then: the mutated function takes the place of the other one, the tests that reach the
  line run, shortest first, till one fails.
- A mutant of any other line gets a child that has not imported the package yet and reads the mutated
  module instead.
"""

import contextlib
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import json
import os
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutants import ROOT, Mutant, path_of

#: What runs: the tests of the rooms, and those that read whole sentences through them.
TESTS = ("claims", "stance", "evidence", "verdicts", "pipeline", "cli/test_release_commands.py")
#: Reads a whole corpus in one test: no mutant would end before the budget.
SLOW = "tests/verdicts/test_claims_corpus.py"
KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"
#: Seconds of tests a mutant is given, and the shortest time after which a test counts as endless.
BUDGET, PATIENCE = 25.0, 10.0
#: Below this many tests that reach a line, the tests of the room run too: what is read once and
#: kept (tables, fixtures of a session) is reached by the first test only.
FEW = 40
MEMORY = 3 << 30
#: Exit code of a child that could not do its work.
BROKEN = 70


@dataclass
class Reach:
    """What a run of all tests showed.

    Attributes
    ----------
    seconds : dict of str to float
        Length of each test.
    lines : dict of str to dict of int to list of str
        Tests that reach a line of a module.
    early : dict of str to set of int
        Lines that are reached before the first test.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    early: dict[str, set[int]] = field(default_factory=dict)

    def save(self, file: Path) -> None:
        """Keep it in a file."""
        number = {test: n for n, test in enumerate(self.seconds)}
        lines = {
            module: {line: [number[test] for test in tests] for line, tests in found.items()}
            for module, found in self.lines.items()
        }
        early = {module: sorted(found) for module, found in self.early.items()}
        file.write_text(json.dumps([self.seconds, lines, early]), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> "Reach":
        """Read what was kept."""
        seconds, numbers, early = json.loads(file.read_text(encoding="utf-8"))
        tests = list(seconds)
        lines = {
            module: {int(line): [tests[n] for n in found] for line, found in of_module.items()}
            for module, of_module in numbers.items()
        }
        return cls(seconds, lines, {module: set(found) for module, found in early.items()})

    def is_early(self, mutant: Mutant) -> bool:
        """Its line was reached before the first test, so that a fresh import is needed."""
        return not mutant.function or mutant.line in self.early.get(mutant.module, ())

    def tests_for(self, mutant: Mutant) -> list[str]:
        """Tests that may fail under a mutant: its room's first, then the shortest, till the budget ends."""
        chosen = dict.fromkeys(self.lines.get(mutant.module, {}).get(mutant.line, ()))
        own = f"tests/{mutant.room}/"
        first = sorted(chosen, key=lambda test: (not test.startswith(own), self.seconds[test]))
        if len(first) < FEW:
            others = [test for test in self.seconds if test.startswith(own) and test not in chosen]
            first += sorted(others, key=self.seconds.__getitem__)
        return list(self._within_budget(first))

    def _within_budget(self, tests: Iterable[str]) -> Iterator[str]:
        left = BUDGET
        for test in tests:
            left -= self.seconds[test]
            if left < 0:
                return
            yield test


def measure(file: Path, modules: Iterable[str]) -> Reach:
    """What each test reaches, measured in a child and kept in `file`."""

    def run() -> int:
        os.environ["COVERAGE_CORE"] = "ctrace"  # the core that tells contexts apart
        import coverage  # only this wants it

        watched = coverage.Coverage(
            data_file=None, include=[str(path_of(module)) for module in modules]
        )
        watched.start()
        recorder = Recorder(watched)
        code = pytest.main(_arguments(), plugins=[recorder])
        watched.stop()
        recorder.reach(modules).save(file)
        return int(code)

    code = _wait(_fork(run))
    if code:
        raise SystemExit(f"the tests have to pass before they are measured (exit code {code})")
    return Reach.load(file)


class Recorder:
    """A pytest plugin that tells the lines of each test apart."""

    def __init__(self, watched: Any) -> None:
        self.watched = watched
        self.seconds: dict[str, float] = {}

    def pytest_collection_finish(self) -> None:
        load_tables()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        self.watched.switch_context(item.nodeid)
        start = time.perf_counter()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.perf_counter() - start

    def reach(self, modules: Iterable[str]) -> Reach:
        found = Reach(self.seconds)
        data = self.watched.get_data()
        for module in modules:
            lines = data.contexts_by_lineno(str(path_of(module)))
            found.lines[module] = {n: [t for t in tests if t] for n, tests in lines.items()}
            found.early[module] = {number for number, tests in lines.items() if "" in tests}
        return found


def judge(mutants: list[Mutant], reach: Reach, told: Callable[[Mutant, str], None]) -> None:
    """Tell of every mutant whether it is killed, survives or is timed out."""
    late = [mutant for mutant in mutants if not reach.is_early(mutant)]
    if late:
        swapping = Swapping(late, reach, told)
        if _wait(_fork(lambda: int(pytest.main(_arguments(), plugins=[swapping])))):
            raise SystemExit("not every mutant could be judged")
    early = [mutant for mutant in mutants if reach.is_early(mutant)]
    for mutant in early[:1]:
        _expect_survival(_fork(partial(_in_fresh_import, replace(mutant, number=-1), reach)))
    for mutant in early:
        told(mutant, outcome(_fork(partial(_in_fresh_import, mutant, reach))))


class Swapping:
    """A pytest plugin that runs, for each mutant, the tests that reach it in a child."""

    def __init__(self, mutants: list[Mutant], reach: Reach, told: Callable[[Mutant, str], None]):
        self.mutants, self.reach, self.told = mutants, reach, told

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        load_tables()
        items = {item.nodeid: item for item in session.items}
        functions = _functions_of_package()
        gc.freeze()
        self._prove_that_tests_pass_in_any_selection(items)
        for mutant in self.mutants:
            chosen = [items[test] for test in self.reach.tests_for(mutant) if test in items]
            found = functions.get((mutant.module, mutant.function, mutant.start), [])

            def run(mutant: Mutant = mutant, found: Any = found, chosen: Any = chosen) -> int:
                code = _code_of(mutant.compiled(), mutant)
                for function in found:
                    function.__code__ = code
                return run_till_failure(chosen, self.reach)

            if not found:
                raise LookupError(f"no function for {mutant}")
            self.told(mutant, outcome(_fork(run)))
        return True

    def _prove_that_tests_pass_in_any_selection(self, items: dict[str, pytest.Item]) -> None:
        names = [name for name in items if self.reach.seconds.get(name, 1) < 1]
        chosen = random.Random(1).sample(names, min(400, len(names)))
        _expect_survival(_fork(lambda: run_till_failure([items[n] for n in chosen], self.reach)))


class Choosing:
    """A pytest plugin that runs some tests in an order of its own, till one fails."""

    def __init__(self, tests: list[str], reach: Reach) -> None:
        self.tests, self.reach = tests, reach
        self.failed = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        missing = [test for test in self.tests if test not in items]
        chosen = [items[test] for test in self.tests if test in items]
        self.failed = bool(missing) or bool(run_till_failure(chosen, self.reach))
        return True


def run_till_failure(items: list[pytest.Item], reach: Reach) -> int:
    """1 as soon as a test fails, else 0. A test without end ends the process."""
    for item, later in zip(items, [*items[1:], None], strict=True):
        signal.setitimer(signal.ITIMER_REAL, PATIENCE + 10 * reach.seconds[item.nodeid])
        reports = runtestprotocol(item, log=False, nextitem=later)
        signal.setitimer(signal.ITIMER_REAL, 0)
        if any(report.failed for report in reports):
            return 1
    return 0


def _in_fresh_import(mutant: Mutant, reach: Reach) -> int:
    """1 when the package, read with this mutant, fails at import or in a test."""
    sys.meta_path.insert(0, Mutated(mutant))
    tests = reach.tests_for(mutant)
    chosen = Choosing(tests, reach)
    signal.setitimer(signal.ITIMER_REAL, 6 * PATIENCE)  # for imports and the collection
    files = list(dict.fromkeys(test.split("::")[0] for test in tests))
    if not files:
        return 0
    code = pytest.main([*_arguments(()), *files], plugins=[chosen])
    return int(chosen.failed or code != pytest.ExitCode.OK)


class Mutated(importlib.abc.MetaPathFinder):
    """Finds the mutated module in the place of the one in its file."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name != self.mutant.module:
            return None
        compiled = self.mutant.compiled

        class Loader(importlib.machinery.SourceFileLoader):
            def get_code(self, fullname: str) -> CodeType:
                return compiled()

        file = str(self.mutant.path)
        return importlib.util.spec_from_file_location(name, file, loader=Loader(name, file))


def load_tables() -> None:
    """Call what loads a table once and keeps it, so that children share it."""
    for one in [found for found in gc.get_objects() if isinstance(found, _lru_cache_wrapper)]:
        if str(one.__module__).startswith("hypecheck.") and not inspect.signature(one).parameters:
            with contextlib.suppress(Exception):  # optional packages
                one()


def _expect_survival(process: int) -> None:
    """Stop when tests fail though nothing was changed, for then a failure says nothing."""
    ended = outcome(process)
    if ended != SURVIVED:
        raise SystemExit(f"without any change, some tests in another order were {ended}")


def outcome(process: int) -> str:
    """What became of a child."""
    code = _wait(process)
    if code == BROKEN:
        raise SystemExit("a child failed at its own work")
    if code == 0:
        return SURVIVED
    return TIMED_OUT if code in (-signal.SIGALRM, -signal.SIGKILL) else KILLED


def _functions_of_package() -> dict[tuple[str, str, int], list[FunctionType]]:
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and str(one.__module__).startswith("hypecheck."):
            key = (one.__module__, one.__qualname__, one.__code__.co_firstlineno)
            found.setdefault(key, []).append(one)
    return found


def _code_of(code: CodeType, mutant: Mutant) -> CodeType:
    """The function's code within that of its module."""
    waiting = [code]
    while waiting:
        code = waiting.pop()
        if (code.co_qualname, code.co_firstlineno) == (mutant.function, mutant.start):
            return code
        waiting += [part for part in code.co_consts if isinstance(part, CodeType)]
    raise LookupError(f"no function for {mutant}")


def _arguments(tests: Iterable[str] = TESTS) -> list[str]:
    paths = [str(ROOT / "tests" / name) for name in tests]
    plugins = ["-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "no:hypothesispytest"]
    return ["-q", "-x", *plugins, f"--rootdir={ROOT}", f"--ignore={ROOT / SLOW}", *paths]


def _fork(run: Callable[[], int]) -> int:
    """Number of a process that runs a function and ends with what it gives."""
    process = os.fork()
    if process:
        return process
    code = BROKEN
    screen = os.dup(2)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = run()
    except BaseException:  # a fault of this file, not of a mutant
        os.write(screen, traceback.format_exc().encode(errors="replace"))
    finally:
        os._exit(code)


def _wait(process: int) -> int:
    """Exit code of a child, negative for the signal that ended it."""
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)
