"""What stands beside a name or a person: whose maker it is, and who gets the models."""

from __future__ import annotations

import re
from functools import cache

from hypecheck.claims.sentence import Sentence
from hypecheck.claims.vocabulary import load_words
from hypecheck.types.words import Token

#: "The first customer model": there the word narrows the class.
_BEFORE_NOUN = re.compile(r"[ -](?:[\w-]+ )?(?:models?|systems?|llms?|weights|generators?)\b")
#: "for students", "by amateurs", "within companies"
_MADE_FOR = re.compile(r"\b(?:for|by|among|from|in|within|inside|about|of|on)(?: the| all)? $")
#: "that people may run" says who gets it; "that people have built on" says more.
_THAT = re.compile(r"\b(?:that|which|whom|models?|weights)(?: the| other| most)? $")
_MAY = re.compile(r" (?:can|could|may|might|will|would|are|is|was|were|get|gets|got)\b|'|$|[^\w ]")
_ALL = frozenset(["everyone", "everybody", "anyone", "anybody", "people", "world",
                  "masses", "outsiders", "community", "comers"])  # fmt: skip
_PUT = re.compile(
    r"\b(?:put|puts|putting|plac(?:ed|es|ing)|post(?:ed|s|ing)?|upload(?:ed|s|ing)?|goes|went|gone"
    r"|available|appear(?:ed|s|ing)?)\b[^,;:.]{0,60}$"
)
#: "Toronto's | Cohere", "Jack Ma's | Alibaba", "TikTok's parent | ByteDance".
_PLACE_OF = re.compile(r"\b(?:[A-Z][\w.-]+ )?[A-Z][\w.-]*'s (?:[\w-]+ ){0,2}$")
#: "the grassroots collective | EleutherAI", "its owner | Meta".
_ROLE_OF = re.compile(r"\b(?:[\w-]+ )?(?P<role>[\w-]+) $")
#: "The first model that hears, | sees and speaks": the list goes on after the comma.
_LISTED = re.compile(
    r",(?: [\w'-]+){1,3}(?:,(?: [\w'-]+){1,3})*,? (?:and|or)"
    r" (?!(?:is|was|are|were|has|had|it)\b)[\w-]+"
)
_QUALIFIES = re.compile(r"\b(?:that|which|to|for|with|in|able|can|could|whose)\b")
_CUT_SHORT = frozenset(["that", "which", "who", "whose", "where", "on", "upon"])
_BESIDE = re.compile(
    r"\b(?:with|alongside|through|via|on|against|at|inside|within|into|using)(?: the)? $"
)
_ROLES = frozenset(
    ["parent", "owner", "subsidiary", "rival", "creator", "operator", "backer", "partner"]
)
_PLACE_REACH = 60
_PEOPLE_CAN = re.compile(r"(?:'s?)? (?P<who>[\w-]+) (?:can|could|may|might|will|are|get to)\b")


def receives(norm: str, token: Token) -> bool:
    """Tell whether a word stands for whoever gets a model, and not for those it is made for."""
    if _BEFORE_NOUN.match(norm, token.end):
        return False
    if token.text == "online":
        return _PUT.search(norm, 0, token.start) is not None
    if _THAT.search(norm, 0, token.start) and not _MAY.match(norm, token.end):
        return False
    return token.text in _ALL or _MADE_FOR.search(norm, 0, token.start) is None


def made_beside(norm: str, start: int) -> bool:
    """Tell whether an organisation is no maker but stands by: "with Mistral", "on Azure"."""
    return _BESIDE.search(norm, max(0, start - 20), start) is not None


def left_unread(norm: str, start: int, end: int) -> list[str]:
    """Words at the end of a class that say more than was read: "that", "built on", a list.

    Examples
    --------
    >>> text = "the first model that hears, sees and speaks."
    >>> left_unread(text, 9, 26)
    ['sees and speaks']
    """
    last = norm[start:end].rpartition(" ")[2]
    words = [last] if last in _CUT_SHORT else []
    listed = _LISTED.match(norm, end)
    if listed and _QUALIFIES.search(norm, start, end):
        words.append(listed.group().strip(", "))
    return words


def people_of_country(norm: str, end: int) -> list[str]:
    """People of the country that ends there: "that Europe's firms can host" says no origin.

    Examples
    --------
    >>> people_of_country("that europe's firms can host", 11)
    ['firms']
    """
    follows = _PEOPLE_CAN.match(norm, end)
    return [follows["who"]] if follows and follows["who"] in load_words().people else []


def apposed_from(sentence: Sentence, start: int) -> int:
    """Where the words begin that say whose or what an organisation is."""
    text = sentence.text.replace("’", "'")
    left = max(0, start - _PLACE_REACH)
    place = _PLACE_OF.search(text, left, start)
    if place is not None and set(place.group().split("'s ")[1].lower().split()) <= _role_words():
        return place.start()
    role = _ROLE_OF.search(sentence.norm, left, start)
    return role.start("role") if role and role["role"] in _role_words() else start


@cache
def _role_words() -> frozenset[str]:
    """Nouns and adjectives that describe a maker beside its name."""
    return load_words().references | _ROLES | {"grassroots", "small", "own", "tiny"}
