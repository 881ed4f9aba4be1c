"""Stances that the form of a sentence sets: questions, conditions, headlines, accounts named."""

from __future__ import annotations

import re

from hypecheck.types import Cue, Document, Hit

_ENDS_QUESTION = re.compile(r"\?[\"'”’)\]!?]*\s*$")
#: Content questions take their content for granted ("Why is it the best?").
_CONTENT = re.compile(
    r"(?:^|[.!:;,—-]\s+)[\"'“]?(?:and |but |so |then )?(?:why|how|who|where|when|which|what)\b"
)
#: "…, right?" asks for a nod only.
_TAG = re.compile(
    r",\s+(?:right|no|yes|eh|huh|ok|okay|(?:is|are|was|do|does|did|can|will|has|have)n't \w+)$"
)
_OPEN = re.compile(r"what if\b|\bhow (?:close|far|soon|likely|real|true|much of)\b|\bor\b")
#: What follows one of these marks is a question of its own ("It is the best, but is it safe?").
_ASKED = re.compile(
    r"[:;]\s|,\s+(?:(?:but|so|and|then)\s+)?(?:is|are|was|do|does|did|can|will|has|have|what|why|how|who)\b"
)
_ASKS = re.compile(r"[\"'”’)]*\s*\?")
_AFTERTHOUGHT = re.compile(
    r"[,:—-]\s*\(?((?:perhaps|maybe|possibly|supposedly|in theory))\)?[.!?…]?$"
)
#: "If you want comfort" is a manner of speech, no condition.
_IF = re.compile(
    r"[\"']?(?:but |and |so |even )?(if) (?!you\b|your\b|there's\b|anything\b|so\b|only\b|not\b)"
)
_FORECAST = re.compile(r"\b(?:will|would|could|may|might|should|going to)\b|'ll\b")
_TO = re.compile(r"\b(?:to|in order to)\s+(?:[a-z]+ly\s+)?$")
_PURPOSE_VERBS = re.compile(
    r"\b(?:launch|rais|fund|join|partner|team|unveil|acquir|invest|secur|introduc|unit|merg|expand|"
    r"collaborat|hir|appoint|form|sign|build|debut|roll|open|creat|tap|select|ink|land|clos|back|seed|"
    r"series|alliance|use|turn|wants?|bets?|mission|plan|bid|deal|push|reveal|announc|releas)\w*"
)
#: "@acme introduced …": a digest hands on what an account says of itself.
_HANDLE = re.compile(
    r"@\w+ (?:(?:also|just|has|have|recently) )*(?!(?:was|has|does|always)\b)[a-z]{2,}(?:ed|es|s)\b"
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
#: A line of up to this many characters with no full stop is a headline or a caption.
_CAPTION = 100


def is_headline(document: Document, start: int, end: int) -> bool:
    """Tell whether a sentence is a title, or mostly in capitals with no full stop."""
    if document.part == "title":
        return True
    sentence = document.text[start:end]
    if _SENTENCE_END.search(sentence) or len(sentence) > 200:
        return False
    words = re.findall(r"[^\W\d_][\w'’-]{3,}", sentence)
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 5 >= len(words) * 3


def is_caption(document: Document, start: int, end: int) -> bool:
    """Tell whether a sentence is a headline, also one in lower case: short, with no full stop."""
    short = end - start <= _CAPTION and not _SENTENCE_END.search(document.text, start, end)
    return short or is_headline(document, start, end)


def question(document: Document, start: int, end: int, hit: Hit) -> Cue | None:
    """Find the question mark that leaves a span open, or None."""
    at_once = _ASKS.match(document.norm, hit.end_char, end)
    asked = document.norm[start : hit.start_char]
    if at_once and not _CONTENT.search(asked):  # "Limitless energy? Ask again in thirty years"
        return Cue("?", at_once.end() - 1, at_once.end(), "hedged")
    ending = _ENDS_QUESTION.search(document.text, start, end)
    if not ending or hit.end_char > ending.start() + 1:
        return None
    if _ASKED.search(document.norm, hit.end_char, ending.start()):
        return None
    clause = document.norm[start : ending.start()]
    if _TAG.search(clause) or (_CONTENT.search(clause) and not _OPEN.search(clause)):
        return None
    return Cue("?", ending.start(), ending.start() + 1, "hedged")


def afterthought(document: Document, start: int, end: int, hit: Hit) -> Cue | None:
    """Find the "perhaps" that closes a sentence ("The end of glue, perhaps")."""
    found = _AFTERTHOUGHT.search(document.norm, max(hit.end_char, start), end)
    if not found:
        return None
    at, to = found.span(1)
    return Cue(document.text[at:to], at, to, "hedged")


def condition(document: Document, start: int, end: int, hit: Hit) -> Cue | None:
    """Find the "if" that a forecast hangs on ("If the deal closes, it will end an era")."""
    last = min(hit.start_char, end)
    part = max(document.norm.rfind(mark, start, last) for mark in ("; ", ": ", "— "))
    found = _IF.match(document.norm, start if part < 0 else part + 2, last)
    if not found:
        return None
    comma = document.norm.find(",", found.end(), hit.start_char)
    first = document.norm.find(" ", hit.start_char, hit.end_char)
    if comma < 0 or not _FORECAST.search(document.norm, comma, max(first, hit.start_char)):
        return None
    at = found.start(1)
    return Cue(document.text[at : at + 2], at, at + 2, "hedged")


def handle(document: Document, start: int, end: int, hit: Hit) -> Cue | None:
    """Find the account that a digest names before a span ("@acme introduced a …")."""
    found = _HANDLE.search(document.text, start, min(hit.start_char, end))
    if not found:
        return None
    return Cue(found.group(), found.start(), found.end(), "attributed")


def headline_purpose(document: Document, start: int, end: int, hit: Hit) -> Cue | None:
    """Find the "to" of a purpose in a headline ("Acme raises $5m to reinvent lunch")."""
    if not is_headline(document, start, end):
        return None
    before = document.norm[start : hit.start_char]
    found = _TO.search(before)
    if not found or document.norm[hit.start_char : hit.end_char].split()[0].endswith("ing"):
        return None
    if not _PURPOSE_VERBS.search(before):
        return None
    at = start + found.start()
    return Cue(document.text[at : at + 2], at, at + 2, "hedged")
