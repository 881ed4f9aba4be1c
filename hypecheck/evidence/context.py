"""Whether the text around an everyday word speaks of models."""

from __future__ import annotations

import json
import re
from functools import cache

from hypecheck.evidence.spellings import Need, Spelling
from hypecheck.evidence.variants import BUNDLED
from hypecheck.resources import read_text

#: Characters on either side in which a word of the field makes an everyday word a name.
REACH = 160
_JOINTS = re.compile(r"[\s_·/()\[\]\u00a0\u2010\u2011-]+")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w&.]*)[ ]$")
_CAPITAL_AFTER = re.compile(r" (?:[A-Z][a-z]+)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“”'‘’(\[•*#>|])\s*$")


@cache
def _field_words() -> re.Pattern[str]:
    data = json.loads(read_text(BUNDLED))
    words = "|".join(sorted(data["context"], key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{words})(?:s|es)?(?![^\W_])")


class Context:
    """The text in which names are sought, asked only about candidates."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: dict[str, bool] = {}

    def allows(self, spelling: Spelling, begin: int, stop: int) -> bool:
        """Tell whether a candidate is written and surrounded as its spelling needs it."""
        written = self._text[begin:stop]
        need = spelling.need
        if spelling.kind == "epithet":
            return self._text[begin - 4 : begin].lower() == "the " and self._names(spelling.makers)
        if need is Need.FREE:
            return True
        if need in (Need.EXACT, Need.VERBATIM) or need is Need.MAKER and spelling.form.isupper():
            if not _same_letters(written, spelling.form):
                return False
        elif not _capitals_kept(written, spelling.form):
            return False
        if spelling.kind == "organization" and " " in written and " " not in spelling.form:
            return False
        if need in (Need.CAPITAL, Need.VERBATIM):
            return True
        return self._speaks_of_models(spelling, begin, stop)

    def _speaks_of_models(self, spelling: Spelling, begin: int, stop: int) -> bool:
        text = self._text
        around = text[max(0, begin - REACH) : begin] + "\n" + text[stop : stop + REACH]
        if any(maker in around for maker in spelling.makers):
            return True
        if spelling.need is Need.MAKER:
            return False
        if " " not in text[begin:stop] and self._part_of_a_name(begin, stop):
            return False
        return bool(_field_words().search(around))

    def _part_of_a_name(self, begin: int, stop: int) -> bool:
        """Tell whether another capitalised word stands beside: "Claude Monet", "Project Titan"."""
        if _CAPITAL_AFTER.match(self._text, stop):
            return True
        before = _CAPITAL_BEFORE.search(self._text, max(0, begin - 30), begin)
        return before is not None and not _SENTENCE_START.search(self._text, 0, before.start())

    def _names(self, makers: tuple[str, ...]) -> bool:
        """Tell whether the text names a maker in full anywhere."""
        for maker in makers:
            if maker not in self._named:
                self._named[maker] = maker in self._text
        return any(self._named[maker] for maker in makers)


def _same_letters(written: str, form: str) -> bool:
    return _letters(written) == _letters(form)


def _letters(text: str) -> str:
    return _JOINTS.sub("", text)


def _capitals_kept(written: str, form: str) -> bool:
    """Tell whether each word that has a capital in the name has one in the text."""
    ours, theirs = re.findall(r"[^\W\d_]+", form), re.findall(r"[^\W\d_]+", written)
    if len(ours) != len(theirs):
        return written[:1].isupper()
    return all(their[0].isupper() or not our[0].isupper() for our, their in zip(ours, theirs, strict=True))
