"""Options for a vocabulary of one's own, shared by the commands that check texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hypecheck.lexicon import Lexicon
    from hypecheck.pipeline import Analyzer

NAMES = ("lexicon", "lexicon_mode", "allow")


def vocabulary_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with ``--lexicon``, ``--lexicon-mode`` and ``--allow``."""
    for option in (
        click.option("--allow", metavar="PHRASE", multiple=True, help="A phrase that never flags."),
        click.option(
            "--lexicon-mode",
            type=click.Choice(["add", "replace"]),
            default="add",
            show_default=True,
            help="Put the files over the shipped vocabulary, or in its place.",
        ),
        click.option(
            "--lexicon",
            metavar="FILE",
            multiple=True,
            help="Vocabulary of your own (.jsonl, .csv, .toml).",
        ),
    ):
        command = option(command)
    return command


def own_words(options: Mapping[str, Any]) -> Lexicon:
    """Lexicon that the options ask for."""
    from hypecheck.lexicon import own_lexicon

    return own_lexicon(options["lexicon"], mode=options["lexicon_mode"], allow=options["allow"])


def own_analyzer(options: Mapping[str, Any]) -> Analyzer:
    """Analyzer that the options ask for."""
    from hypecheck.pipeline import build_analyzer

    return build_analyzer(**{name: options[name] for name in NAMES})
