"""The functions most people need: load a pipeline, check a text, score many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from hypecheck.dates import as_day
from hypecheck.errors import HypecheckError, InputError
from hypecheck.pipeline import Analyzer, default_analyzer
from hypecheck.types import Article, Report

if TYPE_CHECKING:
    from spacy.language import Language

#: Longest text, in characters, that the default pipeline takes.
MAX_LENGTH = 16_000_000
_ON_ERROR = ("raise", "skip", "yield")


def load(
    *, base: str | Language | None = None, config: Mapping[str, Any] | None = None
) -> Language:
    """A spaCy pipeline with hypecheck at its end.

    Parameters
    ----------
    base : str or Language, optional
        Name or path of a pipeline, or a pipeline, to add the component to. Default: blank
        English; sentence boundaries are then hypecheck's own.
    config : mapping, optional
        Settings of the component.

    Returns
    -------
    spacy.Language

    Examples
    --------
    >>> doc = load()("A game-changer.")
    >>> doc.spans["hype"][0].label_
    'transformation'
    """
    import spacy

    if base is None:
        nlp: Language = spacy.blank("en")
        nlp.max_length = MAX_LENGTH
    else:
        nlp = spacy.load(base) if isinstance(base, str) else base
    nlp.add_pipe("hypecheck", config=dict(config or {}))
    return nlp


def check(
    text: str,
    *,
    as_of: date | str | None = None,
    title: str | None = None,
    nlp: Language | None = None,
) -> Report:
    """Report on one text.

    Parameters
    ----------
    text : str
        An empty text gives a report with the floor score.
    as_of : date or str, optional
        Day up to which releases count, "YYYY[-MM[-DD]]"; a partial date means the last day of
        its period. Default: the text's date line, else today.
    title : str, optional
        Headline, scored with the text.
    nlp : spacy.Language, optional
        A pipeline with a "hypecheck" component, whose settings and sentence boundaries count.

    Returns
    -------
    Report

    Raises
    ------
    InputError
        `as_of` is no date, `text` or `title` is no str, or `nlp` has no such component.

    Examples
    --------
    >>> check("It is not a game-changer.").spans[0].stance
    'rejected'
    """
    _require_text(text)
    day = None if as_of is None else as_day(as_of)
    if nlp is None:
        return default_analyzer().analyze(text, as_of=day, title=title)
    _analyzer(nlp)
    doc = nlp.make_doc(text)
    doc._.hype_as_of = day.isoformat() if day else None
    doc._.hype_title = title
    report: Report = nlp(doc)._.hype
    return report


def score_articles(
    articles: Iterable[str | Article],
    *,
    nlp: Language | None = None,
    batch_size: int = 256,
    n_jobs: int = 1,
    on_error: str = "raise",
) -> Iterator[Any]:
    """Reports on many texts, lazily and in order.

    Parameters
    ----------
    articles : iterable of str or Article
    nlp : spacy.Language, optional
        A pipeline with a "hypecheck" component; its component's settings count.
    batch_size : int
        Articles handed to a worker at a time.
    n_jobs : int
        Worker processes; text goes in and rows come out, never a Doc.
    on_error : {"raise", "skip", "yield"}
        What an article that can't be scored does to the run: it ends it, is left out, or gives
        its error in its place.

    Yields
    ------
    Report
        Or, with ``on_error="yield"``, a `HypecheckError` in place of one.

    Raises
    ------
    InputError
        An article can't be scored and `on_error` is "raise"; or an argument isn't allowed.
    """
    if isinstance(articles, str | bytes | Article):
        raise InputError(f"The articles are one {type(articles).__name__}. Write [article].")
    if isinstance(articles, Mapping) or getattr(articles, "ndim", 1) != 1:
        raise InputError(
            f"The articles are a {type(articles).__name__}, which gives the names of its columns."
            " Give one column, or use BatchScorer."
        )
    if on_error not in _ON_ERROR:
        raise InputError(f"on_error is {on_error!r}. Allowed: {', '.join(_ON_ERROR)}.")
    if batch_size < 1 or n_jobs < 1:
        raise InputError(f"batch_size {batch_size} and n_jobs {n_jobs} must be 1 or more.")
    analyzer = _analyzer(nlp)
    stream = iter(articles)
    batches = iter(lambda: list(islice(stream, batch_size)), [])
    if n_jobs == 1:
        for batch in batches:
            yield from score_batch(analyzer, batch, on_error)
        return
    from joblib import Parallel, delayed

    run = Parallel(n_jobs=n_jobs, return_as="generator", pre_dispatch="2 * n_jobs")
    for reports in run(delayed(score_batch)(analyzer, batch, on_error) for batch in batches):
        yield from reports


def score_batch(
    analyzer: Analyzer, articles: Iterable[str | Article], on_error: str = "raise"
) -> list[Report | HypecheckError]:
    """Reports on a handful of articles, in order; what a worker runs."""
    reports: list[Report | HypecheckError] = []
    for article in articles:
        try:
            reports.append(score_article(analyzer, article))
        except HypecheckError as error:
            if on_error == "raise":
                raise
            if on_error == "yield":
                reports.append(error)
    return reports


def score_article(analyzer: Analyzer, article: str | Article) -> Report:
    """Report on one text or article; raises `InputError` like `check`.

    Where `readers.web.read_page` found the article's date in its page, the report says so.
    """
    item = Article(article) if isinstance(article, str) else article
    if not isinstance(item, Article):
        raise InputError(f"An article is a {type(article).__name__}. Allowed: str or Article.")
    _require_text(item.text)
    day = None if item.published is None else as_day(item.published)
    report = analyzer.analyze(item.text, as_of=day, title=item.title, id=item.id)
    from_page = day is not None and item.meta.get("published_from") == "page"
    return replace(report, as_of_source="page") if from_page else report


def _analyzer(nlp: Language | None) -> Analyzer:
    if nlp is None:
        return default_analyzer()
    from hypecheck.component import HypeChecker

    for _, pipe in nlp.pipeline:
        if isinstance(pipe, HypeChecker):
            return pipe.analyzer
    raise InputError(
        "The pipeline has no 'hypecheck' component. Add it: nlp.add_pipe('hypecheck')."
    )


def _require_text(text: object) -> None:
    if not isinstance(text, str):
        raise InputError(f"A text is a {type(text).__name__}. Allowed: str.")
