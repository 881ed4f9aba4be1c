"""Puts ``top_level.txt`` into the wheel: `spacy package` reads there what a pipeline requires."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TopLevel(BuildHookInterface):
    """Names the importable package in the distribution's metadata, as setuptools does."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file to a wheel, also to that of an editable installation."""
        source = Path(self.root) / "packaging" / "top_level.txt"
        target = f"hypecheck-{self.metadata.version}.dist-info/top_level.txt"
        for kind in ("force_include", "force_include_editable"):
            build_data.setdefault(kind, {})[str(source)] = target
