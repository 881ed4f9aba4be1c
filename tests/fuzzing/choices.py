"""Bytes read as decisions, so that a fuzzer that turns one byte turns one decision."""

import json
from typing import Any

#: Values that a field of a JSON row is seldom tested with.
ODD = [
    None, True, False, 0, 1, -1, 2**70, 1e308, float("inf"), float("nan"), 0.5, "", " ", "\x00",
    "\ud800", "İ", "a" * 300, "2024-13-45", "2024-02-30", "9999", "0000", "2024", [], [[]], [None],
    [""], [1], {}, {"": None}, {"kind": 1}, [{"kind": "weights"}], [{}], "(", "[x] [y]", "*/n",
    "$nothing", "((((a?)?)?)?)", "a|b", "n't", "'", "-", "*-*-*", "a/x",
]  # fmt: skip


class Choices:
    """A stream of decisions; when the bytes are used up, every further one is the first choice.

    Parameters
    ----------
    data : bytes
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, below: int) -> int:
        """Whole number from 0 to one less than `below`."""
        value = 0
        for _ in range(1 if below <= 256 else 2):
            byte = self._data[self._at] if self._at < len(self._data) else 0
            value, self._at = value * 256 + byte, self._at + 1
        return value % below

    def pick(self, things: Any) -> Any:
        """One of a sequence."""
        return things[self.number(len(things))]

    def rest(self) -> bytes:
        """All that is left."""
        rest, self._at = self._data[self._at :], len(self._data)
        return rest

    @property
    def used_up(self) -> bool:
        """Whether no byte is left."""
        return self._at >= len(self._data)

    def words(self, pieces: Any, most: int = 60) -> str:
        """Text made of pieces, and now and then of characters of any kind."""
        found: list[str] = []
        while not self.used_up and len(found) < most:
            kind = self.number(8)
            if kind == 7:
                found.append(self.character())
            else:
                found.append(self.pick(pieces) + self.pick([" ", " ", " ", "", "-", "\n", ", "]))
        return "".join(found)

    def character(self) -> str:
        """Any character, also one that is none."""
        code = self.number(65536)
        return chr(code + 0x10000 * self.number(17) if self.number(4) == 0 else code)

    def value(self, depth: int = 2) -> Any:
        """Any JSON value, often an odd one."""
        kind = self.number(6)
        if kind == 0 and depth:
            return [self.value(depth - 1) for _ in range(self.number(4))]
        if kind == 1 and depth:
            return {self.pick(["id", "kind", "date", "x"]): self.value(depth - 1)}
        if kind == 2:
            return "".join(self.character() for _ in range(self.number(12)))
        return json.loads(json.dumps(self.pick(ODD)))

    def changed(self, row: Any) -> Any:
        """A copy of a JSON value, changed in a few places."""
        row = json.loads(json.dumps(row))
        for _ in range(1 + self.number(3)):
            row = self._change(row)
        return row

    def _change(self, row: Any) -> Any:
        if isinstance(row, dict) and row:
            key = self.pick(sorted(row))
            action = self.number(5)
            if action == 0:
                del row[key]
            elif action == 1:
                row[self.pick(["x", "id", "extra", ""])] = self.value()
            elif action == 2:
                row[key] = self.value()
            else:
                row[key] = self._change(row[key])
            return row
        if isinstance(row, list) and row:
            at = self.number(len(row))
            action = self.number(4)
            if action == 0:
                row.insert(at, self.value())
            elif action == 1:
                row[at] = self.value()
            else:
                row[at] = self._change(row[at])
            return row
        if isinstance(row, str) and row:
            at = self.number(len(row) + 1)
            return row[:at] + self.pick(PIECES_OF_SYNTAX) + row[at + self.number(4) :]
        return self.value()


#: What text in a data file is made of besides words.
PIECES_OF_SYNTAX = [
    "(", ")", "[", "]", "|", "?", "/n", "/v", "/a", "*", "$adv", "$num", "-", "'", '"', ",", ".",
    "<", ">", "</praise>", "<praise:asserted>", "[[", "]]", " ", "\n", "\r", "\t", "\x00", "é", "\ud800",
]  # fmt: skip
