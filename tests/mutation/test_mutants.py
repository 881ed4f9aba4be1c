"""The tool that changes the code: what it changes, which changes it samples, what it counts."""

import ast
from dataclasses import replace

import kills
import mutants
import mutate
import pytest
from kills import KILLED, SURVIVED, TIMED_OUT, Reach
from mutants import Mutant, modules_of, places, sample

CHANGES = {
    "comparison": ("a < b", ["a <= b", "a >= b"]),
    "equality": ("a == b", ["a != b"]),
    "membership": ("a in b", ["a not in b"]),
    "chain": ("a < b == c", ["a <= b == c", "a >= b == c", "a < b != c"]),
    "and": ("a and b", ["a or b"]),
    "or": ("a or b", ["a and b"]),
    "not": ("not a", ["a"]),
    "sum": ("a + b", ["a - b"]),
    "minus": ("-a", ["a"]),
    "augmented": ("a += b", ["a -= b"]),
    "number": ("a[3]", ["a[4]"]),
    "truth": ("a = True", ["a = False"]),
    "text": ("a = 'b'", ["a = ''"]),
    "empty-text": ("a = ''", ["a = 'other'"]),
    "none": ("a = None", []),
    "arguments": ("a = f(b, c, d=e)", ["a = f(b, d=e)", "a = f(b, c)"]),
    "call-that-stands-alone": ("f()", ["pass"]),
    "raise": ("raise a", ["pass"]),
    "condition": ("if a:\n    pass", ["if not a:\n    pass"]),
    "filter": ("[a for a in b if a]", ["[a for a in b if not a]"]),
    "break": ("while a:\n    break", ["while not a:\n    break", "while a:\n    continue"]),
    "return": ("def f():\n    return a", ["def f():\n    return None"]),
    "return-of-a-constant": ("def f():\n    return None", []),
    "default-value": ("def f(a=1):\n    pass", ["def f(a=2):\n    pass"]),
    "docstring": ("def f():\n    'Words.'", []),
    "annotation": ("a: 'b'", []),
    "decorator": ("@f(1)\ndef g():\n    pass", []),
    "public-names": ("__all__ = ['a']", []),
}


def changed(source):
    """Every change of a source, as source."""
    found = []
    for number in range(sum(1 for _ in places(ast.parse(source)))):
        tree = ast.parse(source)
        next(place for place in places(tree) if place.number == number).change()
        found.append(ast.unparse(ast.fix_missing_locations(tree)))
    return found


@pytest.mark.parametrize(("source", "wanted"), CHANGES.values(), ids=CHANGES.keys())
def test_mutants_of_a_source(source, wanted):
    assert changed(source) == wanted


def test_mutants_know_the_outermost_function():
    source = "class A:\n    @b\n    def c(self, d=1):\n        def e():\n            return d + 1\n"
    found = [(place.operator, place.function, place.start) for place in places(ast.parse(source))]
    assert found == [
        ("constant", "", 0),  # a default value is made outside the function
        ("return", "A.c", 2),
        ("arithmetic", "A.c", 2),
        ("constant", "A.c", 2),
    ]


@pytest.fixture(scope="module")
def scope():
    return mutants.mutants("hypecheck.stance.quotes")


def test_every_mutant_differs_from_the_module_and_compiles(scope):
    source = compile(scope[0].path.read_text(encoding="utf-8"), str(scope[0].path), "exec")
    for mutant in scope:
        assert mutant.compiled() != source, mutant


def test_mutants_have_a_place_that_can_be_read(scope):
    assert str(scope[0]).startswith("hypecheck/stance/quotes.py:")
    assert {mutant.room for mutant in scope} == {"stance"}


def test_sample_is_the_same_for_a_seed_and_another_for_another(scope):
    once = sample(scope, 20, seed=1)
    assert once == sample(scope, 20, seed=1)
    assert len(set(once)) == 20
    assert once != sample(scope, 20, seed=2)


def test_sample_does_not_hang_on_lines(scope):
    moved = [replace(mutant, line=mutant.line + 7, start=mutant.start + 7) for mutant in scope]
    numbers = [mutant.number for mutant in sample(scope, 20, seed=1)]
    assert [mutant.number for mutant in sample(moved, 20, seed=1)] == numbers


def test_modules_of_a_room():
    assert "hypecheck.claims.turned" in modules_of("claims")
    assert not [name for name in modules_of("claims") if "__init__" in name]


HERE = Mutant("hypecheck.stance.quotes", 5, "f", 4, "constant", "1", "2", 0)


def reach(**lines):
    seconds = {"tests/stance/a.py::a": 0.2, "tests/stance/b.py::b": 0.1, "tests/cli/c.py::c": 0.01}
    found = {int(line[1:]): tests for line, tests in lines.items()}
    return Reach(seconds, {HERE.module: found}, {HERE.module: {9}})


def test_tests_that_reach_a_line_run_first_and_the_room_s_own_before_others():
    found = reach(n5=["tests/cli/c.py::c", "tests/stance/a.py::a"]).tests_for(HERE)
    assert found == ["tests/stance/a.py::a", "tests/cli/c.py::c", "tests/stance/b.py::b"]


def test_a_line_that_no_test_reaches_is_tried_with_the_room_s_tests():
    assert reach().tests_for(HERE) == ["tests/stance/b.py::b", "tests/stance/a.py::a"]


def test_tests_end_with_the_budget(monkeypatch):
    monkeypatch.setattr(kills, "BUDGET", 0.25)
    assert reach().tests_for(HERE) == ["tests/stance/b.py::b"]


def test_what_is_reached_before_the_tests_wants_a_fresh_import():
    assert not reach().is_early(HERE)
    assert reach().is_early(replace(HERE, line=9))
    assert reach().is_early(replace(HERE, function=""))


def test_reach_is_kept_in_a_file(tmp_path):
    found = reach(n5=["tests/cli/c.py::c"])
    found.save(tmp_path / "map")
    assert Reach.load(tmp_path / "map") == found


def test_table_counts_what_was_noticed():
    found = [(KILLED, "claims")] * 2 + [(SURVIVED, "claims"), (TIMED_OUT, "stance")]
    found += [(mutate.EQUIVALENT, "claims")]
    assert mutate.table(found).splitlines()[2:] == [
        "| claims | 4 | 2 | 0 | 1 | 1 | 66.7% |",
        "| stance | 1 | 0 | 1 | 0 | 0 | 100.0% |",
        "| all | 5 | 2 | 1 | 1 | 1 | 75.0% |",
    ]


def test_mutants_named_as_equivalent_exist_and_have_a_reason():
    every = [
        one.name for room in mutate.ROOMS for m in modules_of(room) for one in mutants.mutants(m)
    ]
    named = mutate.equivalents()
    assert len(every) == len(set(every))
    assert [name for name in named if name not in set(every)] == []
    assert all(len(why.split()) > 2 for why in named.values())


def test_name_of_a_mutant_holds_no_line():
    assert replace(HERE, line=9).name == HERE.name
    assert f"{HERE.operator}: {HERE.before} -> {HERE.after}" in HERE.name
