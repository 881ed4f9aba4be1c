"""Whether a candidate is written, and surrounded, as its spelling needs it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from hypecheck.evidence.needs import Need, read_words
from hypecheck.evidence.spellings import Spelling
from hypecheck.evidence.variants import BUNDLED
from hypecheck.resources import read_text

#: Characters on either side in which a word of the field makes an everyday word a name.
REACH = 160
#: Words in capitals up to this length may be anyone's acronym.
_ACRONYM = 5
_JOINTS = re.compile(r"[\s_·/()\[\]\u00a0\u2010\u2011-]+")
_WORD = re.compile(r"[^\W\d_]+")
#: Words that belong to no name beside them, though headlines write them with a capital.
_LINKS = (
    r"(?:Is|Are|Was|Were|Has|Had|Can|Will|And|Or|But|Of|For|In|On|At|To|With|By|From|As|Its|Than"
    r"|That|After|Before|Over|Not|No)\b"
)
_CAPITAL_BEFORE = re.compile(rf"(?!{_LINKS})[A-Z][\w&.]* $")
_CAPITAL_AFTER = re.compile(rf" (?!{_LINKS})[A-Z][a-z]+")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n\"“”'‘’(\[•*#>|])\s*$")


@cache
def _field_words() -> re.Pattern[str]:
    data = json.loads(read_text(BUNDLED))
    words = "|".join(sorted(data["context"], key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{words})(?:s|es)?(?![^\W_])")


class Context:
    """A text in which names are sought, asked about candidates only."""

    def __init__(self, text: str) -> None:
        self._text = text

    def choose(self, spellings: Sequence[Spelling], begin: int, stop: int) -> Spelling | None:
        """First spelling that `text[begin:stop]` can be; of epithets, the nearest named."""
        for spelling in spellings:
            if spelling.kind == "epithet":
                return self._epithet(spellings, begin)
            if self._allows(spelling, begin, stop):
                return spelling
        return None

    def _allows(self, spelling: Spelling, begin: int, stop: int) -> bool:
        need, written = spelling.need, self._text[begin:stop]
        if need is Need.FREE:
            return True
        if spelling.kind == "decoy" and " " in spelling.form and written.isalpha():
            return False  # "BigBird" is no "Big Bird"
        if need.exact:
            if _JOINTS.sub("", written) != _JOINTS.sub("", spelling.form.removesuffix(".")):
                return False
        elif not _capitals_kept(written, spelling.form):
            return False
        if need is Need.CAPITAL and _levelled(written, spelling):
            return self._speaks_of_models(spelling, begin, stop)
        if need in (Need.CAPITAL, Need.VERBATIM):
            # "x AI" and "Mini Max" are other words than "xAI" and "MiniMax".
            whole = " " in spelling.form or " " not in written
            return whole or spelling.kind not in ("organization", "country")
        return self._speaks_of_models(spelling, begin, stop)

    def _speaks_of_models(self, spelling: Spelling, begin: int, stop: int) -> bool:
        text = self._text
        around = f"{text[max(0, begin - REACH) : begin]}\n{text[stop : stop + REACH]}"
        shouted = around.isupper()
        if any((maker.upper() if shouted else maker) in around for maker in spelling.makers):
            return True
        if spelling.need in (Need.MAKER, Need.EXACT_MAKER):
            return False
        if " " not in text[begin:stop] and self._part_of_a_name(begin, stop):
            return False
        return bool(_field_words().search(f"{around} {around.lower()}" if shouted else around))

    def _part_of_a_name(self, begin: int, stop: int) -> bool:
        """Tell whether another capitalised word stands beside: "Claude Monet", "Project Titan"."""
        if _CAPITAL_AFTER.match(self._text, stop):
            return True
        before = _CAPITAL_BEFORE.search(self._text, max(0, begin - 30), begin)
        if before is None:
            return False
        lead = self._text[max(0, before.start() - 3) : before.start()]
        return not _SENTENCE_END.search(lead)

    def _epithet(self, spellings: Sequence[Spelling], begin: int) -> Spelling | None:
        """Of an epithet's makers the one that is named last before it, or None."""
        text = self._text
        if text[max(0, begin - 4) : begin].lower() != "the ":
            return None
        best, where = None, -1
        for spelling in spellings:
            last = max(text.rfind(maker, 0, begin) for maker in spelling.makers)
            if spelling.kind == "epithet" and last > where:
                best, where = spelling, last
        return best


def _levelled(written: str, spelling: Spelling) -> bool:
    """Tell whether a word's capitals tell no model: "Olmo" for "OLMo", "VILT" for "ViLT"."""
    if spelling.kind not in ("release", "family") or " " in written:
        return False
    form, acronym = spelling.form, written.isupper() and len(written) <= _ACRONYM
    lost = (written.istitle() and not form.istitle()) or (acronym and not form.isupper())
    return lost and written.lower() not in read_words().coined


def _capitals_kept(written: str, form: str) -> bool:
    """Tell whether each word that has a capital in the name has one in the text."""
    if written.isupper() and len(written) <= _ACRONYM and form.istitle() and " " not in form:
        return False  # "WAN" is no "Wan", but "WHISPER" is a shouted "Whisper"
    ours, theirs = _WORD.findall(form), _WORD.findall(written)
    if len(ours) != len(theirs):
        return written[:1].isupper()
    pairs = zip(ours, theirs, strict=True)
    return all(their[0].isupper() or not our[0].isupper() for our, their in pairs)
