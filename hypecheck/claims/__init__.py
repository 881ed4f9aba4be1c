"""Checkable claims in a text: what is said to be first, only or largest, and among what."""

from hypecheck.claims.extract import ClaimReader
from hypecheck.claims.puffery import read_puffery
from hypecheck.claims.topic import Topic, TopicReader

__all__ = ["ClaimReader", "Topic", "TopicReader", "read_puffery"]
