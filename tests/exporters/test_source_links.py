"""Sources of the table as addresses."""

import pytest

from hypecheck import ReleaseDB
from hypecheck.exporters.source_links import link, links, sources_of
from hypecheck.types import Event, Evidence, Release


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("openai/whisper@6e3be77", "https://github.com/openai/whisper/tree/6e3be77"),
        ("a/b:c d.csv@7d5393a", "https://github.com/a/b/blob/7d5393a/c%20d.csv"),
        ("a/b (fork of c/d):x.md@746e0e9", "https://github.com/a/b/blob/746e0e9/x.md"),
        ("a/b:x.json", "https://github.com/a/b/blob/HEAD/x.json"),
        ("a/b", "https://github.com/a/b"),
        ("general knowledge", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_link(source, address):
    assert link(source) == address


def test_links_are_given_once():
    assert links(["a/b", "nothing known", "a/b"]) == ["https://github.com/a/b"]


def test_sources_are_the_events_where_it_has_any():
    release = Release("x", "X", events=(Event("weights", "2024", ("a/b",)), Event("api", "2024")), sources=("c/d",))  # fmt: skip
    assert sources_of(Evidence(release, "support", "weights", "2024")) == ("a/b",)
    assert sources_of(Evidence(release, "support", "api", "2024")) == ("c/d",)


def test_nearly_all_sources_of_the_shipped_table_have_an_address():
    sources = {source for release in ReleaseDB.load() for source in release.sources}
    assert sum(1 for source in sources if link(source)) / len(sources) > 0.99
