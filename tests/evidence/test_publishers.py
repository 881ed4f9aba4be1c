"""Sources are credited to who first published them, not to who copied them."""

import re

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.publishers import (
    address_of,
    addressed,
    cite,
    first_of,
    in_order,
    publisher_of,
    publishers_of_rows,
    unexplained,
)
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.types import Event, Release


@pytest.mark.parametrize(
    ("source", "publisher"),
    [
        ("someone/course:data/all_ai_models.csv@291adcd", "Epoch AI"),
        ("someone/course:notable_ai_models.csv@1", "Epoch AI"),
        ("x/y:benchmark_data/epoch_capabilities_index.csv@1", "Epoch AI"),
        ("https://epoch.ai/data/ai-models", "Epoch AI"),
        ("Epoch-all(2025-03)", "Epoch AI"),
        ("osai-index", "European Open Source AI Index"),
        ("stanford-crfm/ecosystem-graphs:resources/all_assets.csv@5", "Stanford CRFM"),
        ("llmsurvey", "RUC AI Box"),
        ("models.dev", "models.dev"),
        ("openai/whisper:README.md@abc", "openai"),
        ("openai/gpt-2@abc", "openai"),
        ("https://github.com/mistralai/mistral-inference", "mistralai"),
        ("https://huggingface.co/skt/models", "skt"),
        ("https://gitlab.com/skt/models", "skt"),
        ("https://www.example.org/news/1", "example.org"),
        ("a letter", "a letter"),
    ],
)
def test_publisher_of_a_source(source, publisher):
    assert publisher_of(source).name == publisher


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03762"),
        ("openai/gpt-2@abc", "https://github.com/openai/gpt-2/commit/abc"),
        ("mozilla/DeepSpeech@v0.1.0", "https://github.com/mozilla/DeepSpeech/tree/v0.1.0"),
        ("openai/whisper:docs/a.md@c0", "https://github.com/openai/whisper/blob/c0/docs/a.md"),
        ("openai/whisper:README.md", "https://github.com/openai/whisper/blob/HEAD/README.md"),
        (
            "openai/openai-python:dall-e-3@4ebf",
            "https://github.com/openai/openai-python/commit/4ebf#dall-e-3",
        ),
        (
            "someone/course:notable_ai_models.csv@29",
            "https://epoch.ai/data/ai-models (notable AI models table, read in"
            " someone/course:notable_ai_models.csv@29)",
        ),
        (
            "huggingface/transformers:docs/source/en/model_doc/opt.md@74",
            "https://huggingface.co/docs/transformers/model_doc/opt (transformers documentation,"
            " read in huggingface/transformers:docs/source/en/model_doc/opt.md@74)",
        ),
        ("a letter", "a letter"),
    ],
)
def test_a_source_is_told_by_the_address_of_the_original(source, address):
    assert address_of(source) == address
    assert address_of(address) == address
    assert publisher_of(address).name == publisher_of(source).name
    assert unexplained(address) is unexplained(source)


def test_a_copy_told_by_the_address_of_the_original_is_still_cited_as_a_copy():
    copy = "someone/course:notable_ai_models.csv@29"
    assert cite(address_of(copy)) == cite(copy)


def test_the_maker_s_own_page_is_the_one_to_open_first():
    copy = address_of("someone/course:all_ai_models.csv@29")
    index = "https://github.com/anomalyco/models.dev/blob/f3/models/openai/o1.toml"
    own = "https://openai.com/o1"
    assert first_of([copy, index, own]) == own
    assert first_of([copy, index]) == index
    assert first_of([copy]) == copy
    assert in_order([copy, own, index, own]) == (own, index, copy)
    assert first_of([]) == ""


def test_a_release_is_addressed_with_its_events():
    release = Release(
        "a", "A", events=(Event("weights", "2024", ("openai/gpt-2@abc",)),),
        sources=("openai/gpt-2@abc", "https://github.com/openai/gpt-2/commit/abc"),
    )  # fmt: skip
    told = addressed(release)
    assert told.sources == ("https://github.com/openai/gpt-2/commit/abc",)
    assert told.events[0].sources == told.sources


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "someone/course:notable_ai_models.csv@29",
            "Epoch AI, notable AI models table, as mirrored in"
            " someone/course:notable_ai_models.csv@29",
        ),
        ("eugeneyan/open-llms:README.md@1", "Eugene Yan, open-llms: eugeneyan/open-llms:README.md@1"),
        ("openai/whisper:README.md@abc", "openai/whisper:README.md@abc"),
    ],
)  # fmt: skip
def test_a_copy_is_cited_with_its_original(source, words):
    assert cite(source) == words


def test_a_maker_s_own_repository_has_its_address():
    publisher = publisher_of("openai/whisper:README.md@abc")
    assert publisher.url == "https://github.com/openai/whisper/blob/abc/README.md"
    assert (publisher.mirrored, publisher.listed) == (False, False)


@pytest.mark.parametrize(
    ("source", "is_so"),
    [
        ("someone/course:models.csv@1", True),
        ("someone/course:models.json", True),
        ("someone/course:all_ai_models.csv@1", False),
        ("openai/whisper:README.md@1", False),
        ("https://example.org/page", False),
    ],
)
def test_a_data_file_of_nobody_known_needs_explaining(source, is_so):
    assert unexplained(source) is is_so


def test_every_source_of_the_bundled_table_has_a_publisher():
    sources = {s for release in ReleaseDB.load() for e in release.events for s in e.sources}
    assert len(sources) > 1000
    assert [source for source in sources if publisher_of(source).name == source] == []
    assert [source for source in sources if unexplained(source)] == []
    assert [source for source in sources if not re.match("https?://", source)] == []


def test_the_sources_of_the_bundled_table_stand_in_the_order_of_trust():
    assert [release.id for release in ReleaseDB.load() if addressed(release) != release] == []


ENTRY = {"pattern": "^a/b:", "publisher": "A", "work": "list", "url": "https://example.org"}


def test_a_good_entry_is_read():
    ((pattern, page, publisher),) = publishers_of_rows([ENTRY], "p.json")
    assert pattern.search("a/b:c.csv")
    assert page == ""
    assert (publisher.name, publisher.mirrored, publisher.listed) == ("A", True, True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"pattern": "("}, r"p\.json, entry 1 has the pattern '\('"),
        ({"colour": "red"}, "Needed: pattern, publisher, url, work"),
    ],
)
def test_a_bad_entry_is_named(change, words):
    with pytest.raises(ReleaseDBError, match=words):
        publishers_of_rows([{**ENTRY, **change}], "p.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pattern": "("}, "has the pattern '(': missing ), unterminated subpattern at position 0. Write a regular expression."),
        ({"colour": "red"}, "has the fields colour, pattern, publisher, url, work. Needed: pattern, publisher, url, work; original and page may be added."),
    ],
)  # fmt: skip
def test_a_message_on_an_entry_says_all(change, message):
    with pytest.raises(ReleaseDBError) as caught:
        publishers_of_rows([ENTRY, {**ENTRY, **change}], "p.json")
    assert str(caught.value) == f"p.json, entry 2 {message}"


def test_an_entry_may_name_its_page_and_be_an_original():
    entry = {**ENTRY, "page": "https://example.org/{}", "original": True}
    ((_, page, publisher),) = publishers_of_rows([entry], "p.json")
    assert (page, publisher.mirrored, publisher.work) == ("https://example.org/{}", False, "list")
    assert publisher.url == "https://example.org"


def test_an_entry_without_an_address_is_named():
    with pytest.raises(ReleaseDBError, match="entry 1 has the fields pattern"):
        publishers_of_rows([{"pattern": "x"}], "p.json")
