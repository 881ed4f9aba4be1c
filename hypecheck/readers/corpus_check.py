"""What is wrong with a corpus that can be read: words outside the lists, repeated sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypecheck.readers.corpus import CorpusDocument, CorpusSentence
from hypecheck.readers.duplicates import near_duplicates
from hypecheck.readers.markup import vocabulary


def corpus_problems(documents: Sequence[CorpusDocument]) -> Iterator[str]:
    """One line a problem: where it is, what came in, what is allowed.

    Parameters
    ----------
    documents : sequence of CorpusDocument

    Yields
    ------
    str
        Nothing for a sound corpus.
    """
    for document in documents:
        for name in ("genre", "field"):
            value = getattr(document, name)
            if value not in vocabulary()[name]:
                allowed = ", ".join(vocabulary()[name])
                yield f"{document.id}: {name} is {value!r}. Allowed: {allowed}."
        if len(document.date) != len("YYYY-MM-DD"):
            yield f"{document.id}: date is {document.date!r}. Allowed: a whole day, YYYY-MM-DD."
        for number, sentence in enumerate(document.parts):
            for problem in _sentence_problems(sentence):
                yield f"{document.id}, part {number}: {problem} ({sentence.text!r:.70})"
    yield from _repeated(documents)


def _sentence_problems(sentence: CorpusSentence) -> Iterator[str]:
    """Labels that contradict the guidelines, section 3."""
    stances = {span.stance for span in sentence.spans}
    if stances == {"rejected"} and sentence.hype > 0:
        yield f"hype is {sentence.hype:g} though every span is rejected. Allowed: 0."
    if stances and "asserted" not in stances and sentence.hype > 2:
        yield f"hype is {sentence.hype:g} though no span is asserted. Allowed: up to 2."
    if not stances and sentence.hype >= 1.5:
        yield f"hype is {sentence.hype:g} without a span. Mark the words or lower it."
    if "asserted" in stances and sentence.hype == 0:
        yield "hype is 0 though a span is asserted. Allowed: from 0.5 on."
    for span in sentence.spans:
        words = sentence.text[span.start_char : span.end_char]
        if words != words.strip():
            yield f"the span {words!r} has blanks at its ends. Move them outside."


def _repeated(documents: Sequence[CorpusDocument]) -> Iterator[str]:
    parts = [(document.id, part.text) for document in documents for part in document.parts]
    for later, earlier, similarity in near_duplicates([text for _, text in parts]):
        yield (
            f"{parts[later][0]}: {parts[later][1]!r} is nearly a sentence of {parts[earlier][0]},"
            f" {parts[earlier][1]!r} (similarity {similarity:.2f}). Rewrite or drop one."
        )
