"""Where the class of a claim stands, by the form of its claim words."""

from __future__ import annotations

import re

from hypecheck.claims.bounds import read_bounds
from hypecheck.claims.quantifiers import Head
from hypecheck.claims.scope import asides, class_end
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.stretch import Region, Span
from hypecheck.claims.turned import kept, returned, went_without
from hypecheck.claims.vocabulary import load_opposites, load_words

_NO = re.compile(
    r"(?:without (?:a|one|any)(?: single)?|not one|not a single|nobody(?: else)?"
    r"|no[- ]one(?: else)?"
    r"|no|zero|nothing|none of|none)\b"
    r"(?: other)?"
)
_SIZE_WORD = re.compile(r"\b(?:larger|bigger|heavier|greater)\b")
_COMES_NEAR = re.compile(
    r"\b(?:can |could )?(?:(?:comes?|came|gets?|got|is) (?:anywhere |even |remotely )?"
    r"(?:near|close)(?: to)?"
    r"|(?:match|equal|rival|approach|reach|exceed|surpass|top|beat)(?:e?s|ed|led|les)?)\b"
)
#: What is compared: tokens, or a size.
_FIGURE = re.compile(
    r"\b(?:(?P<context>tokens|contexts?(?: windows?| lengths?)?)|parameters|parameter count|size)\b"
)
_FIGURE_REACH = 60
_LENGTH_WORD = re.compile(r"\blonger\b")
#: "Has not released the weights of X" is a claim about one model.
_WEIGHTS_OF = re.compile(
    r"\b(?:weights|checkpoints?)(?: of|,| for)|\bopen(?:ed|-sourced)?\b"
    r"|\b(?:let|allowed) \w+ (?:to )?(?:run|download)"
)
_LEADING = re.compile(
    r"(?: ever| in (?:its|their|the company's) history)?[\s,:\"'-]*(?:for |of |in )?"
)
#: "Of all open models, Llama 4 has the longest context window."
_OF_ALL = re.compile(r"\W*(?:of|among)(?P<all> (?:all|every|the)\b[^,;:]{4,60}),")
#: "… two open language models, its first since GPT-2": the class stands before.
_BARE = re.compile(r" (?:since|in (?:\d+|over|more|nearly|almost|two|three|four|five|six|ten) )")
_NAMED_BEFORE = re.compile(
    r"\b(?:an?|the|its|their|new|first|two|three|four|five|six|several|both|another|more|\d+) "
    r"(?P<what>(?:[\w.-]+ ){0,5}?(?:models?|llms?|systems?|releases?))(?: \([^()]*\))?,? (?:- |— )?"
    r"(?:(?:which|that) (?:is|are|was|were|makes?|marks?) )?(?:[\w.' -]{1,24}'s?|its|their) "
    r"(?:very )?$"
)
_BETWEEN = re.compile(r"\bbetween\b")
_COPULA = re.compile(r"\b(?:is|are|was|were|marks?|marked|represents?)(?: also| still)? $")
#: "a first for Mistral: a model that …" says after the colon what is first.
_WHAT = re.compile(r"^[^:]{0,40}: an? ")
_EVERY = re.compile(
    r"\b(?:every|each|all)(?: (?:of(?: the)?|one of))?\b"
    r"|(?<![\w-])[\w.-]+'s?(?= (?:[\w-]+ )?(?:models|releases|systems|llms)\b)"
)
_TILL = re.compile(r"\b(?:until|till|before)\b")
#: "For the first time since GPT-2, …": the comma doesn't end the claim.
_SINCE_PHRASE = re.compile(r"(?:since|in) [^,;:]{2,40}, ")
_WITHOUT = re.compile(r" (?:without|with no|lacking|devoid of) (?:an?|any|one|a single)?")
#: "a drought of a year in which Google offered no new open model"
_IN_WHICH_NO = re.compile(
    r"\b(?:which|with|when|where|without)\b[^,;:.]{0,60}?\b(?P<no>no|nothing)\b"
)
#: "no earlier model from the firm could see"
_EARLIER = re.compile(r"no (?:earlier|previous|prior)\b.*\b(?:could|was able|knew how|managed)\b")
_PERFECT = re.compile(
    r"\b(?:has|have|had|existed)\b|\b(?:in|of|since) (?:all of |the whole of )?20\d\d\b|\bthan\b"
)


def find_region(sentence: Sentence, head: Head) -> Region | None:
    """Region of a claim, or None where the words around make none."""
    region = _FORMS[head.word.form](sentence, head)
    if region is not None:
        region.known += asides(sentence.norm, region.stretches[0][0])
    return region


def _noun(sentence: Sentence, head: Head) -> Region | None:
    end = class_end(sentence, head.end)
    stretches = [(head.end, end)] if end > head.end else []
    if stretches and _BARE.match(sentence.norm, head.end):
        before = _NAMED_BEFORE.search(sentence.norm, 0, head.start)
        stretches = [before.span("what"), *stretches] if before else stretches
    lead = _OF_ALL.match(sentence.norm, 0, head.start)
    if lead and head.quantifier in ("largest", "smallest", "longest-context"):
        stretches.insert(0, lead.span("all"))
    return Region(head.start, end, stretches, head.quantifier) if stretches else None


def _clause(sentence: Sentence, head: Head) -> Region | None:
    end = class_end(sentence, head.end, clause=True)
    return Region(head.start, end, [(head.end, end)], head.quantifier, clause=True)


def _time(sentence: Sentence, head: Head) -> Region | None:
    """Take the clause around "for the first time", or the one it opens."""
    left = sentence.clause_start(head.start)
    opens = not any(token.is_word for token in sentence.tokens(left, head.start))
    leading = _LEADING.match(sentence.norm, head.end)
    begin = leading.end() if opens and leading else head.end
    since = _SINCE_PHRASE.match(sentence.norm, begin) if opens else None
    end = max(head.end, class_end(sentence, since.end() if since else begin, clause=True))
    stretches = [(begin, end)] if opens else [(left, head.start), (head.end, end)]
    start = head.start if opens else _skip_blanks(sentence.norm, left)
    return Region(start, end, stretches, head.quantifier, clause=True)


def _nobody(sentence: Sentence, head: Head) -> Region | None:
    no = _NO.match(sentence.norm, head.start)
    begin = no.end() if no else head.start
    end = class_end(sentence, begin, clause=True)
    if near := _comes_near(sentence, head, begin, end):
        return near
    looks_back = _PERFECT.search(sentence.norm, begin, end) or _EARLIER.match(
        sentence.norm, head.start, end
    )
    if not looks_back and not _BETWEEN.search(sentence.norm):
        return None
    quantifier, known = head.quantifier, []
    for pattern, name in ((_SIZE_WORD, "largest"), (_LENGTH_WORD, "longest-context")):
        word = pattern.search(sentence.norm, begin, end)
        if word:
            quantifier = name
            known.append(word.span())
    stretches = [(begin, end), *_size_after_colon(sentence, end)]
    return Region(head.start, stretches[-1][1], stretches, quantifier, known, clause=True)


def _comes_near(sentence: Sentence, head: Head, begin: int, end: int) -> Region | None:
    """Take "no other X comes near the … tokens of Y" as Y having the longest context of all X."""
    verb = _COMES_NEAR.search(sentence.norm, begin, end)
    figure = _FIGURE.search(sentence.norm, verb.end(), verb.end() + _FIGURE_REACH) if verb else None
    if verb is None or figure is None:
        return None
    quantifier = "longest-context" if figure["context"] else "largest"
    return Region(head.start, figure.end(), [(begin, verb.start())], quantifier, clause=True)


def _size_after_colon(sentence: Sentence, end: int) -> list[Span]:
    """Find the size in "a line no release had crossed before: a trillion parameters"."""
    if sentence.norm[end : end + 1] != ":":
        return []
    after = class_end(sentence, end + 1)
    return [(end + 1, after)] if read_bounds(sentence.norm, end + 1, after).spans else []


def _gap(sentence: Sentence, head: Head) -> Region | None:
    leading = _WITHOUT.match(sentence.norm, head.end) or _LEADING.match(sentence.norm, head.end)
    begin = leading.end() if leading else head.end
    end = class_end(sentence, begin)
    known = [no.span("no") for no in _IN_WHICH_NO.finditer(sentence.norm, begin, end)]
    return Region(head.start, end, [(begin, end)], head.quantifier, known)


def _after_colon(sentence: Sentence, head: Head) -> Region | None:
    """Take both parts of "a first for Mistral: a model that sees", or what it is said of."""
    said = _COPULA.search(sentence.norm, 0, head.start)
    if said and not _WHAT.match(sentence.norm[head.end :]):
        left = sentence.clause_start(said.start())
        end = class_end(sentence, head.end)
        stretches = [(left, said.start()), (head.end, end)]
        return Region(_skip_blanks(sentence.norm, left), end, stretches, head.quantifier)
    colon = sentence.norm.find(":", head.end)
    if colon < 0 or colon - head.end > 40:
        end = class_end(sentence, head.end)
        return Region(head.start, end, [(head.end, end)], head.quantifier)
    end = class_end(sentence, colon + 1)
    return Region(head.start, end, [(head.end, colon), (colon + 1, end)], head.quantifier)


def _until(sentence: Sentence, head: Head) -> Region | None:
    """Take "every model … had been closed until X" as X being the first that isn't."""
    every = list(_EVERY.finditer(sentence.norm, sentence.clause_start(head.start), head.start))
    after = _TILL.search(sentence.norm, head.end)
    if not every or not (after or _TILL.match(sentence.norm)):
        return None
    word = next((w for w in load_opposites() if sentence.norm[: head.end].endswith(w)), "")
    end = class_end(sentence, after.start(), clause=True) if after else head.end
    named = [one for one in every if not one.group().endswith(("'s", "'"))]
    last = named[-1] if named else every[-1]
    begin = last.end() if named else last.start()
    stretches = [(begin, head.start), (head.end, end)] if after else [(begin, head.start)]
    return Region(
        last.start(), max(end, head.end), stretches, head.quantifier, clause=True,
        opposite=load_opposites().get(word),
    )  # fmt: skip


def _negated(sentence: Sentence, head: Head) -> Region | None:
    end = class_end(sentence, head.end, clause=True)
    none = sentence.norm[: head.end].endswith((" no", " nothing"))
    if none or any(
        word in sentence.norm[head.end : end] for word in (" any ", " a ", " an ", "another")
    ):
        definite = False
    else:
        tokens = [token.text for token in sentence.tokens(head.end, end) if token.is_word][1:3]
        definite = any(word in load_words().negative_starts for word in tokens)
    following = sentence.norm[head.end : end].split()
    named = _WEIGHTS_OF.search(sentence.norm, head.end, end) is not None
    if (definite and not named) or following[:1] == ["been"]:
        return None
    bigger = _SIZE_WORD.search(sentence.norm, head.end, end)
    if bigger and " than " in sentence.norm[bigger.end() : end]:
        stretches = [(head.end, end)]
        return Region(head.start, end, stretches, "largest", [bigger.span()], clause=True)
    return Region(head.start, end, [(head.end, end)], head.quantifier, clause=True)


def _skip_blanks(norm: str, start: int) -> int:
    while start < len(norm) and not norm[start].isalnum():
        start += 1
    return start


_FORMS = {
    "noun": _noun,
    "clause": _clause,
    "time": _time,
    "negated": _negated,
    "nobody": _nobody,
    "than": _noun,
    "gap": _gap,
    "since-last": _clause,
    "after-colon": _after_colon,
    "until": _until,
    "kept": kept,
    "return": returned,
    "went-without": went_without,
}
