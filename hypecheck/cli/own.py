"""Options for a vocabulary of one's own, shared by the commands that check texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from hypecheck.cli.ending import USAGE, fail

if TYPE_CHECKING:
    from hypecheck.lexicon import Lexicon
    from hypecheck.pipeline import Analyzer

NOTHING_LEFT = "--lexicon-mode replace needs --lexicon FILE: without one nothing would be flagged."


def vocabulary_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with ``--lexicon``, ``--lexicon-mode`` and ``--allow``."""
    for option in (
        click.option("--allow", metavar="PHRASE", multiple=True, help="A phrase that never flags."),
        click.option(
            "--lexicon-mode",
            type=click.Choice(["add", "replace"]),
            show_default="add",
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


def own_vocabulary(options: Mapping[str, Any]) -> dict[str, Any]:
    """What the options say of the vocabulary, under the names that `build_analyzer` takes."""
    mode = options["lexicon_mode"] or "add"
    if mode == "replace" and not options["lexicon"]:
        fail(NOTHING_LEFT, USAGE)
    return {"lexicon": options["lexicon"], "lexicon_mode": mode, "allow": options["allow"]}


def own_words(options: Mapping[str, Any]) -> Lexicon:
    """Lexicon that the options ask for."""
    from hypecheck.lexicon import own_lexicon

    given = own_vocabulary(options)
    return own_lexicon(given["lexicon"], mode=given["lexicon_mode"], allow=given["allow"])


def own_analyzer(options: Mapping[str, Any]) -> Analyzer:
    """Analyzer that the options ask for."""
    from hypecheck.pipeline import build_analyzer

    return build_analyzer(**own_vocabulary(options))
