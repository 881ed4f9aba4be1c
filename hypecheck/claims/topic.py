"""What a sentence without a claim speaks of: a release, or a class of models."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hypecheck.claims.facets import read_class
from hypecheck.claims.promise import speaks_of_models
from hypecheck.claims.sentence import Sentence
from hypecheck.protocols import Gazetteer
from hypecheck.types import Document, Facets, Release

#: Sentences before the one in question that may name its topic ("it", "this release").
REACH = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """A model or class of models that a sentence is about.

    Attributes
    ----------
    facets : Facets
        The class; nothing in it is undecided.
    subject : str
        Id of the release, or "".
    """

    facets: Facets
    subject: str = ""


class TopicReader:
    """Topics of the sentences of one document, each sentence read once.

    Parameters
    ----------
    document : Document
    names : Gazetteer
    as_of : date
    """

    def __init__(self, document: Document, names: Gazetteer, as_of: date) -> None:
        self._document = document
        self._names = names
        self._as_of = as_of
        self._topics: dict[int, Topic | None] = {}

    def read(self, index: int) -> Topic | None:
        """Topic of a sentence, looked for in the sentences before it where it names none.

        Parameters
        ----------
        index : int
            Which sentence.

        Returns
        -------
        Topic or None
            None where no model and no class of models is named.
        """
        for number in range(index, max(-1, index - REACH - 1), -1):
            if number not in self._topics:
                sentence = Sentence(self._document, number, self._names, self._as_of)
                self._topics[number] = _read(sentence)
            topic = self._topics[number]
            if topic is not None:
                return topic
        return None


def _read(sentence: Sentence) -> Topic | None:
    if not speaks_of_models(sentence) and not sentence.models:
        return None
    reading = read_class(sentence, [(0, len(sentence.norm))], leftover=False)
    facets = replace(reading.facets(), undecided=(), family="", country="", licence="")
    for name in sentence.models:
        if name.kind != "release":
            continue
        found = sentence.names.lookup(sentence.text[name.start_char : name.end_char])
        release = next((one for one in found if one.id == name.key), None)
        if release is not None:
            return Topic(_like(release, facets), release.id)
    if reading.names_models and reading.restricted:
        return Topic(facets)
    return None


def _like(release: Release, facets: Facets) -> Facets:
    """The class of a named release, where the sentence's words leave it open."""
    opened = release.event("weights") is not None
    return replace(
        facets,
        organization=facets.organization or release.organization,
        kind=release.kind if facets.kind in ("", "model") else facets.kind,
        openness=facets.openness or ("open" if opened else ""),
    )
