"""Checkable claims in a text: what is said to be first, only or largest, and among what."""

from hypecheck.claims.extract import ClaimReader

__all__ = ["ClaimReader"]
