"""Mutants of a module: one small change each, as somebody might make it by mistake.

Changed are comparisons, ``and`` and ``or``, arithmetic, constants, conditions, what is returned,
what is raised, arguments of calls, calls that stand alone, ``break`` and ``continue``. Docstrings,
annotations and decorators are left as they are.
"""

import ast
import copy
import hashlib
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType
from typing import Any

ROOT = Path(__file__).parents[2]
COMPARISONS: dict[type, tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type, type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
LEFT_ALONE = frozenset({"annotation", "returns", "decorator_list", "type_comment", "ctx"})
CONDITIONS = (ast.If, ast.While, ast.IfExp)


@dataclass(frozen=True)
class Mutant:
    """A change at one place of one module.

    Attributes
    ----------
    module, line, function : str, int, str
        Where: `function` is the qualified name of the outermost function, empty outside of one.
    start : int
        Line on which that function starts, its decorators included.
    operator, before, after : str
        What is changed into what, as source.
    number : int
        Which change of the module it is, counted from 0.
    nth : int
        Which of the equal changes of its function it is, counted from 1.
    """

    module: str
    line: int
    function: str
    start: int
    operator: str
    before: str
    after: str
    number: int
    nth: int = 1

    @property
    def path(self) -> Path:
        """File of the module."""
        return path_of(self.module)

    @property
    def room(self) -> str:
        """Package that holds the module: claims, stance, evidence."""
        return self.module.split(".")[1]

    @property
    def name(self) -> str:
        """Where and what, without the line: the same after an edit elsewhere in the module."""
        what = f"{self.operator}: {self.before} -> {self.after}"
        again = f" (the {self.nth}th)" if self.nth > 1 else ""
        return f"{self.module}.{self.function or '<module>'} | {what}{again}"

    def __str__(self) -> str:
        place = f"{self.path.relative_to(ROOT)}:{self.line}"
        return f"{place} {self.operator}: {self.before}  ->  {self.after}"

    def compiled(self) -> CodeType:
        """The module's code with this change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        for place in places(tree):
            if place.number == self.number:
                place.change()
                break
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `is` with a literal, and the like
            return compile(ast.fix_missing_locations(tree), str(self.path), "exec")


@dataclass
class Place:
    """A node's slot in the tree, with what may stand there instead."""

    holder: Any
    field: str
    index: int | None
    new: ast.AST
    operator: str
    function: str
    start: int
    number: int = -1

    @property
    def old(self) -> ast.AST:
        value = getattr(self.holder, self.field)
        return value if self.index is None else value[self.index]

    def change(self) -> None:
        new = ast.copy_location(self.new, self.old)
        if self.index is None:
            setattr(self.holder, self.field, new)
        else:
            getattr(self.holder, self.field)[self.index] = new


def path_of(module: str) -> Path:
    """File of a module of the package."""
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


def modules_of(room: str) -> list[str]:
    """Names of the modules of a room that do something, sorted."""
    files = sorted((ROOT / "hypecheck" / room).glob("*.py"))
    return [f"hypecheck.{room}.{path.stem}" for path in files if path.stem != "__init__"]


def mutants(module: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its source."""
    tree = ast.parse(path_of(module).read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    found = []
    for place in places(tree):
        mutant = Mutant(
            module,
            getattr(place.old, "lineno", place.start),
            place.function,
            place.start,
            place.operator,
            _source(place.old),
            _source(place.new),
            place.number,
        )
        seen[mutant.name] += 1
        found.append(replace(mutant, nth=seen[mutant.name]))
    return found


def sample(found: Iterable[Mutant], count: int, seed: int) -> list[Mutant]:
    """`count` of the mutants, the same ones for the same seed.

    The choice hangs on what a mutant changes, not on its line, so that an edit elsewhere in a
    module leaves the sample as it was.
    """
    seen: dict[tuple[str, ...], int] = {}
    ranked = []
    for mutant in found:
        key = (mutant.module, mutant.function, mutant.operator, mutant.before, mutant.after)
        seen[key] = seen.get(key, -1) + 1
        text = "\x1f".join((str(seed), *key, str(seen[key])))
        ranked.append((hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), mutant))
    ranked.sort(key=lambda pair: pair[0])
    return [mutant for _, mutant in ranked[:count]]


def places(tree: ast.Module) -> Iterator[Place]:
    """Every change of a tree, numbered in the order of the source."""
    for number, place in enumerate(_walk(tree, "", "", 0)):
        place.number = number
        yield place


def _walk(node: ast.AST, prefix: str, function: str, start: int) -> Iterator[Place]:
    """Changes below `node`, which lies in `function`, or in the class or module `prefix`."""
    for field, value in ast.iter_fields(node):
        if field in LEFT_ALONE:
            continue
        in_list = isinstance(value, list)
        for index, child in enumerate(value if in_list else [value]):
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            for operator, new in [*_others(child), *_conditions(node, field, child)]:
                yield Place(node, field, index if in_list else None, new, operator, function, start)
            yield from _below(child, prefix, function, start)


def _below(child: ast.AST, prefix: str, function: str, start: int) -> Iterator[Place]:
    """Changes below a child, with the names that hold there."""
    if isinstance(child, ast.ClassDef) and not function:
        yield from _walk(child, f"{prefix}{child.name}.", function, start)
    elif isinstance(child, ast.FunctionDef) and not function:
        first = min([child.lineno, *(wrapper.lineno for wrapper in child.decorator_list)])
        yield from _walk(child.args, prefix, "", start)  # default values belong to the outside
        body = ast.Module(child.body, [])
        yield from _walk(body, prefix, f"{prefix}{child.name}", first)
    else:
        yield from _walk(child, prefix, function, start)


def _is_left_alone(node: ast.AST) -> bool:
    """Docstrings, lists of public names, and imports for type checkers."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False


def _others(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What may stand in the place of a node, whatever holds it."""
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BoolOp():
            other = ast.Or if isinstance(node.op, ast.And) else ast.And
            yield "and/or", ast.BoolOp(other(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield "not", node.operand
        case ast.UnaryOp(op=ast.USub()):
            yield "arithmetic", node.operand
        case ast.BinOp() if type(node.op) in ARITHMETIC:
            yield "arithmetic", ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)
        case ast.AugAssign() if type(node.op) in ARITHMETIC:
            changed = ARITHMETIC[type(node.op)]()
            yield "arithmetic", ast.AugAssign(node.target, changed, node.value)
        case ast.Constant():
            yield from _constants(node.value)
        case ast.Call():
            yield from _fewer_arguments(node)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "return", ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr(value=ast.Call()):
            yield "statement", ast.Pass()
        case ast.Break():
            yield "break/continue", ast.Continue()
        case ast.Continue():
            yield "break/continue", ast.Break()


def _conditions(holder: ast.AST, field: str, node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """A condition turned round, where no other change does that already."""
    is_test = (isinstance(holder, CONDITIONS) and field == "test") or field == "ifs"
    covered = isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant)
    if is_test and isinstance(node, ast.expr) and not covered:
        yield "condition", ast.UnaryOp(ast.Not(), node)


def _comparisons(node: ast.Compare) -> Iterator[tuple[str, ast.AST]]:
    for index, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            changed = copy.copy(node)
            changed.ops = [*node.ops[:index], other(), *node.ops[index + 1 :]]
            yield "comparison", changed


def _constants(value: object) -> Iterator[tuple[str, ast.AST]]:
    match value:
        case bool():
            yield "constant", ast.Constant(not value)
        case int() | float():
            yield "constant", ast.Constant(value + 1)
        case str():
            yield "constant", ast.Constant("" if value else "other")


def _fewer_arguments(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    if node.args:
        yield "argument", ast.Call(node.func, node.args[:-1], node.keywords)
    for index in range(len(node.keywords)):
        fewer = [*node.keywords[:index], *node.keywords[index + 1 :]]
        yield "argument", ast.Call(node.func, node.args, fewer)


def _source(node: ast.AST) -> str:
    """A node as one line of source, not too long."""
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= 160 else f"{text[:157]}..."
