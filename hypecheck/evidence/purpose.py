"""Whether a release is general-purpose, built for one task, or a part of a model.

The rules stand in ``data/releases/purpose.json`` and are read in this order: traits, words of the
name, kinds. They are a first guess that ``overrides.jsonl`` corrects where a reader knows better.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from hypecheck.resources import read_text
from hypecheck.types import Release

BUNDLED = "releases/purpose.json"


@dataclass(frozen=True, slots=True)
class PurposeRules:
    """What traits, names and kinds say about a purpose.

    Attributes
    ----------
    names : tuple of (pattern, purpose)
        The first pattern that is found in a release's name decides.
    """

    traits: dict[str, str]
    names: tuple[tuple[re.Pattern[str], str], ...]
    kinds: dict[str, str]

    def purpose_of(self, release: Release) -> str:
        """Guess the purpose: "general", "task", "component" or "unknown"."""
        for trait in release.traits:
            if trait in self.traits:
                return self.traits[trait]
        kind = self.kinds.get(release.kind, "unknown")
        if kind == "task":
            return "task"
        for pattern, purpose in self.names:
            if pattern.search(release.name):
                return purpose
        return kind


def read_purpose_rules() -> PurposeRules:
    """Rules of the package."""
    data = json.loads(read_text(BUNDLED))
    names = tuple(
        (re.compile(rf"(?i)(?<![a-z])(?:{rule['pattern']})(?![a-z])"), rule["purpose"])
        for rule in data["names"]
    )
    return PurposeRules(data["traits"], names, data["kinds"])
