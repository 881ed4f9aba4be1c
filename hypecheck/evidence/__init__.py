"""Releases, names in text, and verdicts: needs the standard library only."""

from hypecheck.evidence.releases import ReleaseDB
from hypecheck.evidence.verify import ReleaseVerifier

__all__ = ["ReleaseDB", "ReleaseVerifier"]
