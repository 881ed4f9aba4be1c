"""Closed word classes, enough to tell where a noun phrase ends without a tagger."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hypecheck.patterns.inflection import verb_forms
from hypecheck.resources import read_text
from hypecheck.types.words import Token, tokens_by

#: A word with its inner hyphens, dots and apostrophes; else one mark of punctuation.
_TOKEN = re.compile(r"[^\W_](?:[\w'.&/+]*[\w+])?(?:-[\w'.+]*\w)*|[^\w\s]")
_ADJECTIVE = re.compile(r"[a-z]{2}(?:[ai]ble|[^aeo]al|ic|ive|ous|ary|ful|less|ish|[^e]ed)$")
#: A number that is no year.
_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d[\d.,]*")
_PLURAL = re.compile(r"[a-z-]{3,}[^sui']s")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes read from ``data/lexicon/grammar.json``."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    closed: frozenset[str]
    verbs: frozenset[str]
    nouns_or_verbs: frozenset[str]
    gerunds: frozenset[str]
    heads_after_plural: frozenset[str]
    priority_complements: frozenset[str]
    comparison_classes: frozenset[str]
    articles: frozenset[str]
    modals: frozenset[str]
    saying: frozenset[str]
    auxiliaries: frozenset[str]
    noun_openers: frozenset[str]
    clause_openers: frozenset[str]
    never_alone: frozenset[str]
    leading_over: frozenset[str]
    finite_verbs: frozenset[str]
    past_participles: frozenset[str]
    quantities: frozenset[str]
    measures: frozenset[str]
    adjectives: frozenset[str]
    nouns_like_adjectives: frozenset[str]

    def ends_phrase(self, word: str, previous: str) -> bool:
        """Tell whether a noun phrase that reached `previous` stops before `word`."""
        if word in self.closed:
            return True
        if not previous:
            return False
        if word in self.finite_verbs or word in self.past_participles:
            return True
        if word in self.verbs and not (word.endswith(("ed", "ing")) and word in self.gerunds):
            return True
        if word.endswith("ly") and len(word) > 4 and word not in ("family", "supply", "assembly"):
            return True
        if word.endswith("ing") and word not in self.gerunds:
            return True
        return self.is_plural(previous) and word not in self.heads_after_plural

    def is_plural(self, word: str) -> bool:
        """Tell whether a word looks like a noun in the plural."""
        return bool(_PLURAL.fullmatch(word))

    def is_adjective(self, word: str) -> bool:
        """Tell whether a word looks like an adjective: by its ending, its hyphen, or the list."""
        if word in self.adjectives or "-" in word:
            return True
        return bool(_ADJECTIVE.search(word)) and word not in self.nouns_like_adjectives

    def begins_object(self, word: str) -> bool:
        """Tell whether a word after what may be a verb opens its object or adverbial."""
        if word == "that":  # rather a relative clause
            return False
        return word in self.determiners or word in self.quantities or bool(_NUMBER.fullmatch(word))

    def can_be_verb(self, word: str) -> bool:
        """Tell whether a word is a form of a known verb, be it a noun as well."""
        groups = (self.verbs, self.nouns_or_verbs, self.finite_verbs, self.past_participles)
        return any(word in group for group in groups)


def tokens(norm: str, start: int, end: int) -> Iterator[Token]:
    """Words and marks of a stretch of normalised text, one by one."""
    return tokens_by(_TOKEN, norm, start, end)


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The word classes that ship with the package."""
    data: dict[str, list[str]] = json.loads(read_text("lexicon/grammar.json"))
    nouns = frozenset(data["nouns_like_verbs"])
    groups = ("determiners", "prepositions", "conjunctions", "pronouns", "auxiliaries")
    return Grammar(
        determiners=frozenset(data["determiners"]),
        prepositions=frozenset(data["prepositions"]),
        closed=frozenset(word for group in groups for word in data[group]),
        verbs=frozenset(
            form for verb in data["verbs"] for form in verb_forms(verb) if form not in nouns
        ),
        nouns_or_verbs=nouns,
        gerunds=frozenset(data["gerunds_in_names"]),
        heads_after_plural=frozenset(data["heads_after_plural"]),
        priority_complements=frozenset(data["priority_complements"]),
        comparison_classes=frozenset(data["comparison_classes"]),
        articles=frozenset(data["articles"]),
        modals=frozenset(data["modals"]),
        saying=frozenset(data["saying"]),
        auxiliaries=frozenset(data["auxiliaries"]),
        noun_openers=frozenset(data["noun_openers"]),
        clause_openers=frozenset(data["clause_openers"]),
        never_alone=frozenset(data["never_alone"]),
        leading_over=frozenset(data["leading_over"]),
        finite_verbs=frozenset(data["finite_verbs"]),
        past_participles=frozenset(data["past_participles"]),
        quantities=frozenset(data["quantities"]),
        measures=frozenset(data["measures"]),
        adjectives=frozenset(data["adjectives"]),
        nouns_like_adjectives=frozenset(data["nouns_like_adjectives"]),
    )
