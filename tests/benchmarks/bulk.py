"""Words a second over many texts, as a ratio to spaCy's tokeniser with sentencizer.

usage: bulk.py [texts.jsonl] [--count N] [--peers]

Cold is the first pass over the texts, when patterns are compiled; warm is the best of some more.
With --peers, other tools that read texts for wording or for the context of phrases are measured in
the same run if they can be imported: proselint, negspacy, medspacy. The last two look for phrases
that they are given; they get the phrases of the vocabulary that are plain words.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import spacy
from measuring import DAY, arguments, over, sentencizer, texts_of, words_in

from hypecheck.lexicon import load_lexicon
from hypecheck.pipeline import default_analyzer

ROUNDS = 2


def phrases() -> list[str]:
    """Phrases of the vocabulary that are plain words."""
    sources = (p.source for entry in load_lexicon().entries for p in entry.patterns)
    return [source for source in sources if source.replace(" ", "").isalpha()]


def proselint() -> Callable[[str], Any]:
    """All checks of proselint."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: list(LintFile("text", text).lint())


def negspacy() -> Callable[[str], Any]:
    """Phrases as entities, and which of them are negated."""
    import negspacy.negation  # noqa: F401  # registers the component

    nlp = sentencizer()
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "HYPE", "pattern": phrase} for phrase in phrases()])
    nlp.add_pipe("negex", config={"ent_types": ["HYPE"]})
    return nlp


def medspacy() -> Callable[[str], Any]:
    """Phrases as targets, and their context."""
    from medspacy.target_matcher import TargetRule  # registers the components, too

    nlp = sentencizer()
    matcher: Any = nlp.add_pipe("medspacy_target_matcher")
    matcher.add([TargetRule(phrase, "HYPE") for phrase in phrases()])
    nlp.add_pipe("medspacy_context")
    return nlp


def contenders(peers: bool) -> Iterator[tuple[str, Callable[[str], Any]]]:
    """Name and call of each that is there."""
    yield f"spaCy {spacy.__version__}", sentencizer()
    analyzer = default_analyzer()
    yield "hypecheck", lambda text: analyzer.analyze(text, as_of=DAY)
    for make in (proselint, negspacy, medspacy) if peers else ():
        try:
            yield f"{make.__name__} {version(make.__name__)}", make()
        except ImportError:  # also what says that a package isn't there
            print(f"{make.__name__:20} absent")


def main() -> int:
    """Print a line a tool."""
    parser = arguments(__doc__)
    parser.add_argument("--peers", action="store_true")
    args = parser.parse_args()
    texts = texts_of(args.texts, args.count)
    words = words_in(texts)
    print(f"{len(texts)} texts, {words:,} words; ratios are to spaCy's speed in the same pass")
    base: list[float] = []
    for name, call in contenders(args.peers):
        times = [over(call, texts), min(over(call, texts) for _ in range(ROUNDS))]
        base = base or times
        shown = (
            f"{state} {words / took:11,.0f} words/s, ratio {spacys / took:5.2f}"
            for state, took, spacys in zip(("cold", "warm"), times, base, strict=True)
        )
        print(f"{name:20} " + "   ".join(shown), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
