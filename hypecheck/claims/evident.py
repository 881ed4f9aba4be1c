"""Whether words such as "first" and "largest" really claim something that can be checked."""

from __future__ import annotations

import re

from hypecheck.claims.anchors import Anchor
from hypecheck.claims.facets import Reading
from hypecheck.claims.quantifiers import Head
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.stretch import Region
from hypecheck.claims.subject import Subject

#: Words before "the first …" that make it a predicate, an apposition or the news itself.
_PREDICATE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|become|becomes|became|becoming|remain|remains|remained"
    r"|as|mark|marks|marked|marking|called|dubbed|billed|introduc\w+|launch\w+|releas\w+"
    r"|unveil\w+|present\w+|announc\w+|built|build|trained|train|develop\w*|creat\w+|publish\w+"
    r"|open-sourc\w+|it|represents)|[,:;—(\"-])\s*"
    r"(?:likely |arguably |possibly |probably |perhaps |now |still |also |by far |currently )*"
    r"(?:the |a |an )?(?:(?:[\w.-]+ )?[\w.-]+'s? |its |our |their )?(?:very )?$"
)
#: "The debate has no model" is about no AI model at all.
_OWNS_NO = re.compile(r"(?:has|had|have)(?: [\w]+){0,2} no")
_EARLIER = ("no earlier ", "no previous ", "no prior ")
#: Forms that end a wait ("gap", "return") have a beginning of their own: proof enough.
_CLAUSES = (
    "time",
    "clause",
    "negated",
    "nobody",
    "than",
    "after-colon",
    "until",
    "kept",
    "went-without",
)


def is_evident(
    sentence: Sentence,
    head: Head,
    region: Region,
    reading: Reading,
    anchor: Anchor,
    subject: Subject,
) -> bool:
    """Tell whether the words make a claim about AI models, or a plain claim to be first.

    "The first model reads the text, the second ranks it" counts models and claims nothing;
    "the first open model since 2019" can be checked; "the world's first solar ferry" is a claim,
    but not about models.
    """
    proof = head.proof or reading.proof or anchor.given
    if region.quantifier == "longest-context" and not reading.names_models:
        return proof and not reading.words
    if not reading.names_models:
        return _plain_priority(head, region, reading)
    if _OWNS_NO.fullmatch(sentence.norm, head.start, head.end) and not _such(reading):
        return False
    if not reading.restricted:
        size = region.quantifier in ("largest", "longest-context")
        return size and (proof or region.quantifier == "longest-context")
    if region.quantifier in ("nth", "absence"):
        whose = (
            reading.organization or reading.country or reading.family or reading.owned
            or anchor.given
        )  # fmt: skip
        until = _until(sentence, region, subject, anchor)
        return bool(whose) or (region.quantifier == "absence" and (proof or until))
    if region.quantifier == "longest-context" or head.word.form in _CLAUSES:
        return True
    if proof or _narrow(reading):
        return True
    return bool(_PREDICATE.search(sentence.norm, 0, head.start)) or subject.start >= region.end


def _such(reading: Reading) -> bool:
    """Tell whether the class says what a model is like, and not only whose it is."""
    return bool(reading.openness or reading.kind or reading.trait or reading.licence)


def _until(sentence: Sentence, region: Region, subject: Subject, anchor: Anchor) -> bool:
    """Tell whether the claim looks back from a release: "no open model had done so before"."""
    words = sentence.norm[region.start : region.end]
    looks_back = " had " in words or words.startswith(_EARLIER)
    return looks_back and bool(subject.id or anchor.maker)


def _narrow(reading: Reading) -> bool:
    """Tell whether the class is narrower than a kind, so that a rank in it says something."""
    return bool(
        reading.openness or reading.organization or reading.country or reading.licence
        or reading.family or reading.bounds.spans
    )  # fmt: skip


def _plain_priority(head: Head, region: Region, reading: Reading) -> bool:
    """Tell a claim to be first that isn't about models: kept, to be said undecidable."""
    if region.quantifier not in ("first", "only"):
        return False
    if not (head.proof or (reading.proof and head.word.form == "noun")):
        return False
    reading.words.append("no kind of AI model")
    return True
