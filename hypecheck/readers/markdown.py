"""Prose of a Markdown file, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable

from hypecheck.readers.front_matter import read_front_matter
from hypecheck.readers.lines import indent, lines
from hypecheck.readers.markdown_blocks import BlockReader
from hypecheck.readers.markdown_lines import REFERENCE
from hypecheck.readers.notes import prose_of
from hypecheck.readers.prose import Prose


def read_markdown(source: str) -> Prose:
    r"""Prose of a Markdown text; offsets point into `source`.

    Parameters
    ----------
    source : str
        The file. Code, quotes of others, link targets, pictures, front matter, comments and tags
        are left out; alerts and admonitions are the writer's own words and stay.

    Examples
    --------
    >>> prose = read_markdown("# A *parser*\n\nIt reads `CSV`.\n\n> It's magic!\n")
    >>> prose.title.start, prose.blanked().split()
    (2, ['It', 'reads', '.'])
    """
    front = read_front_matter(source)
    found = [line for line in lines(source) if line[0] >= front.end]
    reader = BlockReader(source, _references(source, found))
    reader.read(found)
    return prose_of(source, reader.blocks, front.title, front.date, reader.notes)


def _references(source: str, found: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Labels that links can name, in lower case."""
    labels = []
    for start, end in found:
        at = indent(source, start, end)[1]
        match = REFERENCE.match(source, at, end) if source.startswith("[", at) else None
        if match:
            labels.append(" ".join(match[1].lower().split()))
    return frozenset(labels)
