"""What spares the full reading of a claim: no word that could make it one about models.

"The first" and "the only" stand in every tenth sentence of a newspaper; a class of AI models, or
the proof that turns a rank into a claim, in few of those.
"""

from __future__ import annotations

import re

from hypecheck.claims.bounds import may_bound
from hypecheck.claims.placed import makers_near
from hypecheck.claims.quantifiers import Head
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.vocabulary import load_model_words

_CAPITAL = re.compile(r"(?<![\w-])[A-Z]")
_NEXT = re.compile(r"\W{1,3}[A-Z]")
_FAMILY = re.compile(r"family|series|line-?up")


def is_promising(sentence: Sentence, head: Head) -> bool:
    """Tell whether `hypecheck.claims.evident` may find a claim; False only where it can't.

    Parameters
    ----------
    sentence : Sentence
    head : Head
        Its claim words; only those of the form "noun" are judged here.
    """
    if head.word.form != "noun" or head.proof or head.quantifier == "longest-context":
        return True
    if speaks_of_models(sentence) or _FAMILY.search(sentence.norm):
        return True
    # The class may be a family ("the first Falcon"); one further on, of a maker named nearby.
    if sentence.mentions or _NEXT.match(sentence.text, head.end):
        return True
    return _CAPITAL.search(sentence.text, head.end) is not None and bool(makers_near(sentence))


def speaks_of_models(sentence: Sentence) -> bool:
    """Tell whether a word or figure stands there that can make a class one of AI models.

    Names can too, and are not looked for.
    """
    norm = sentence.norm
    found = load_model_words().find(norm, 0, len(norm), sentence.words)
    return next(found, None) is not None or may_bound(norm, 0, len(norm))
