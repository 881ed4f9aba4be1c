"""Phrases of the vocabulary found in a text, drawn as the guidelines draw them."""

from hypecheck.spans.matcher import LexiconMatcher

__all__ = ["LexiconMatcher"]
