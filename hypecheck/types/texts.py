"""Texts, the phrases found in them, and in whose voice they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cached_property
from typing import Any, Literal

from hypecheck.types.words import Words, cut_words

Stance = Literal["asserted", "attributed", "hedged", "rejected"]
Part = Literal["text", "title"]

#: Weakest to strongest distance of the writer from the words (guidelines, section 2).
STANCES: tuple[Stance, ...] = ("asserted", "attributed", "hedged", "rejected")


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be scored, with what is known of it.

    Attributes
    ----------
    text : str
        Body of the article.
    id, title, url, author, outlet : str or None
        Carried through to the output; the title is scored as a headline.
    published : date or str or None
        Day of publication; used as as-of.
    meta : mapping
        Anything else, carried through.
    """

    text: str
    id: str | None = None
    title: str | None = None
    published: Date | str | None = None
    url: str | None = None
    author: str | None = None
    outlet: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A text made ready for matching.

    Attributes
    ----------
    text : str
        The text as it came.
    norm : str
        Same length, lower case, with plain quotes, hyphens and spaces.
    sentences : tuple of (int, int)
        Character offsets, in order, without surrounding blanks.
    part : {"text", "title"}
        A title is read as a headline.
    """

    text: str
    norm: str
    sentences: tuple[tuple[int, int], ...]
    part: Part = "text"

    @cached_property
    def words(self) -> Words:
        """Words of all sentences, cut once for the stages that look for some of them."""
        return cut_words(self.norm, self.sentences)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found by the vocabulary, before anything is known of its voice.

    Attributes
    ----------
    start_char, end_char : int
        The span as the guidelines draw it.
    label : str
        Category.
    entry : str
        Id of the lexicon entry or construction that fired.
    intensity : int
        1 (mild) to 3 (extreme).
    sentence : int
        Index into `Document.sentences`.
    """

    start_char: int
    end_char: int
    label: str
    entry: str
    intensity: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that decided a stance."""

    text: str
    start_char: int
    end_char: int
    category: str = ""


@dataclass(frozen=True, slots=True)
class StanceMark:
    """The stance of one span, with the cues that set it and who speaks."""

    stance: Stance = "asserted"
    cues: tuple[Cue, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name that an entity recogniser has found.

    Attributes
    ----------
    label : str
        "PRODUCT" or "ORG".
    """

    start_char: int
    end_char: int
    text: str
    label: str
