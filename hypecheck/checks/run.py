"""One file after the other: read, analysed, and its findings placed, let pass or counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypecheck.checks.notes import let_pass, read_passes
from hypecheck.checks.reading import in_file, read_plain, read_prose, read_source
from hypecheck.checks.settings import Settings
from hypecheck.dates import as_day
from hypecheck.errors import ConfigError
from hypecheck.exporters.places import CLAIM, Lines, findings_of
from hypecheck.exporters.rules import claim_of
from hypecheck.lexicon import LABELS
from hypecheck.pipeline import Analyzer, build_analyzer
from hypecheck.readers.prose import Prose, Reading
from hypecheck.types import Article, Claim, FileReport, Finding, HypeSpan, Place


class Checker:
    """Checks files under some settings.

    Parameters
    ----------
    settings : Settings

    Raises
    ------
    LexiconError, ReleaseDBError
        A vocabulary or a table of the settings can't be used.
    ConfigError
        A category that is to be left out doesn't exist, or no vocabulary file is named that could
        replace the shipped one.
    """

    def __init__(self, settings: Settings) -> None:
        if settings.lexicon_mode == "replace" and not settings.lexicon:
            raise ConfigError("lexicon-mode is 'replace', but no lexicon is named. Name a file.")
        self.settings = settings
        self.analyzer: Analyzer = build_analyzer(
            lexicon=settings.lexicon or None,
            lexicon_mode=settings.lexicon_mode,
            allow=settings.allow,
            releases=settings.releases or None,
        )
        own = (entry.label for entry in self.analyzer.lexicon.entries)
        self.rules = frozenset([*LABELS, CLAIM, *own])
        for part in (settings, *(replace(settings, **one) for _, one in settings.overrides)):
            for rule in part.off:
                if rule not in self.rules:
                    raise ConfigError(
                        f"off has {rule!r}. Allowed: {', '.join(sorted(self.rules))}."
                    )

    def check(
        self, path: str, source: str | None = None, *, title: str | None = None
    ) -> FileReport:
        """Report on one file.

        Parameters
        ----------
        path : str
            Its ending says how it is read.
        source : str, optional
            Its text, where that is at hand.
        title : str, optional
            Headline in place of the file's own.

        Raises
        ------
        InputError
            The file can't be read.
        """
        text = read_source(path) if source is None else source
        return self._report(path, read_prose(path, text), title)

    def check_article(self, path: str, article: Article) -> FileReport:
        """Report on the article of a page: its places are those of the article's text."""
        prose = read_plain(article.text)
        if article.published:
            prose = replace(prose, date=str(article.published), date_from="page")
        return self._report(path, prose, article.title)

    def _report(self, path: str, prose: Prose, title: str | None) -> FileReport:
        settings = self.settings.at(path)
        text = prose.source
        reading = Reading(text, prose.blocks)
        head = Reading(text, [prose.title] if prose.title and not title else [])
        given = settings.as_of or prose.date
        day: date | None = as_day(given) if given else None
        headline = title or head.text or None
        report = self.analyzer.analyze(reading.text, as_of=day, title=headline, id=path)
        if prose.date and not settings.as_of:
            report = replace(report, as_of_source=prose.date_from)
        report = in_file(report, reading, prose)
        lines = Lines(text)

        def place(found: HypeSpan | Claim) -> Place:
            ends = (found.start_char, found.end_char)
            if found.part == "title":  # one that stands nowhere in the text is at its beginning
                ends = head.place(*ends) if head.text else (0, 0)
            return lines.place(*ends)

        found = [
            finding for finding in findings_of(report, path, place) if _wanted(finding, settings)
        ]
        found.sort(key=lambda finding: finding.place.start_char)
        marked, problems = self._passed(found, prose, lines)
        return FileReport(path, report, tuple(marked), tuple(f"{path}:{one}" for one in problems))

    def _passed(
        self, found: list[Finding], prose: Prose, lines: Lines
    ) -> tuple[list[Finding], list[str]]:
        """Findings after the file's comments, and what is wrong with those, by line."""
        passes, problems = read_passes(prose.notes, len(prose.source), self.rules)
        marked, unused = let_pass(found, passes)
        problems += [(one.at, "lets nothing pass. Take it out.") for one in unused]
        return marked, [
            f"{lines.place(at, at).line}: the comment to hypecheck {words}"
            for at, words in sorted(problems)
        ]


def fails(report: FileReport, settings: Settings) -> Iterator[str]:
    """Why a file fails, in words; nothing where it passes.

    Parameters
    ----------
    report : FileReport
    settings : Settings
        Those of the file.
    """
    counting = [finding for finding in report.findings if finding.counts]
    limit, score = settings.fail_over, report.report.score
    if limit is not None and score > limit and counting:
        yield f"score {score:.2f} over {limit:g}"
    if "finding" in settings.fail_on and counting:
        yield f"{len(counting)} to settle"
    if "refuted" in settings.fail_on and any(_refuted(finding) for finding in counting):
        yield "a refuted claim"
    if "problem" in settings.fail_on and report.problems:
        yield "a comment to hypecheck that is wrong"


def _refuted(finding: Finding) -> bool:
    claim = claim_of(finding)
    return claim is not None and claim.verdict == "REFUTED" and claim.stance == "asserted"


def _strong(span: HypeSpan, least: int) -> bool:
    """Tell whether a span is worth reporting; what is false is, however mild its wording."""
    refuted = span.claim is not None and span.claim.verdict == "REFUTED"
    return refuted or span.intensity >= least


def _wanted(finding: Finding, settings: Settings) -> bool:
    span = finding.span
    if finding.rule in settings.off:
        return False
    if span is None:
        return finding.claim is None or finding.claim.stance in settings.stances
    return span.stance in settings.stances and _strong(span, settings.min_intensity)
