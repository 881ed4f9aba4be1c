"""What quotation marks around a span mean: someone's words, a name, or a raised eyebrow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypecheck.stance.quotes import Quote, overlapping
from hypecheck.types import Document, Hit, Stance

#: With no one named who says it, up to this many quoted words are scare quotes.
_SCARE_WORDS = 3
#: … but a rank is more often quoted than mocked ("fastest rollout ever").
_FEW_WORDS = 2
#: A quotation that begins with its subject is a remark ("this is wild"), no word held up.
_SUBJECT = re.compile(
    r"(?:i|we|you|he|she|it|they|this|that|there)(?:['’](?:s|re|m|ve|ll|d))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation that decides the stance of a span."""

    quote: Quote
    stance: Stance


def quoted_stance(
    document: Document,
    hit: Hit,
    quotes: Sequence[Quote],
    *,
    attributed: bool,
    headline: bool,
) -> Quoted | None:
    """Find the innermost quotation around a span with the stance it gives, or None.

    Parameters
    ----------
    attributed : bool
        Whether the sentence says in whose mouth the words belong.
    headline : bool
        Headlines quote in few words; they don't raise eyebrows.
    """
    for quote in overlapping(quotes, hit.start_char, hit.end_char):
        if not _holds(quote, hit):
            continue
        words = quote.words(document.text)
        most = _FEW_WORDS if hit.label in ("priority", "superlative") else _SCARE_WORDS
        short = len(words) <= most and quote.opened and quote.kind != "block"
        spoken = attributed or headline or _is_name(words) or _is_remark(words)
        spoken = spoken or _introduced(document.text, quote)
        if short and not spoken:
            return Quoted(quote, "rejected")
        return Quoted(quote, "attributed")
    return None


def _holds(quote: Quote, hit: Hit) -> bool:
    """Tell whether the span, or the better part of it, lies inside the quotation.

    A quoted name inside a span (groundbreaking 'Darkroom' engine) doesn't count.
    """
    shared = min(quote.end, hit.end_char) - max(quote.start, hit.start_char)
    if shared == hit.end_char - hit.start_char:
        return True
    if quote.start <= hit.start_char + 1:
        return 3 * shared >= hit.end_char - hit.start_char
    return quote.end >= hit.end_char - 1 and 5 * shared >= 3 * (hit.end_char - hit.start_char)


def _introduced(text: str, quote: Quote) -> bool:
    """Tell whether a colon or comma leads to a quotation, or a comma leads on from it."""
    before = text[max(0, quote.start - 2) : quote.start].rstrip()
    led_on = text[quote.end - 2 : quote.end - 1] == "," or text[quote.end : quote.end + 1] == "—"
    return before.endswith((":", ",")) or led_on


def _is_remark(words: Sequence[str]) -> bool:
    """Tell whether quoted words are a sentence of their own ("That's huge")."""
    return len(words) > 1 and bool(_SUBJECT.fullmatch(words[0]))


def _is_name(words: Sequence[str]) -> bool:
    """Tell whether quoted words are a title ("Redefine Tomorrow")."""
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
