import pytest

from hypecheck.evidence.naming import tokens_of
from hypecheck.evidence.variants import read_variants
from hypecheck.types import Release

VARIANTS = read_variants()


@pytest.mark.parametrize(
    ("name", "shortest"),
    [
        ("Qwen2.5-72B-Instruct", "qwen 2.5"),
        ("Mixtral-8x7B-Instruct-v0.1", "mixtral"),
        ("Qwen3-235B-A22B", "qwen 3"),
        ("Gemma 3n E4B it", "gemma 3 n"),
        ("gpt-4o-2024-08-06", "gpt 4 o"),
        ("gpt-3.5-turbo-0613", "gpt 3.5 turbo"),
        ("Qwen2-7B-Instruct-GPTQ-Int4", "qwen 2"),
        ("Llama 2 family", "llama 2"),
        ("Whisper large", "whisper"),
        ("GPT-2 killer", "gpt 2 killer"),
        ("Whisper v4", "whisper v 4"),
        ("7B", "7 b"),
    ],
)
def test_sizes_and_variants_are_cut_off_the_end(name, shortest):
    assert list(VARIANTS.shorter(tokens_of(name)))[-1] == shortest.split()


def test_the_whole_name_comes_first():
    assert next(VARIANTS.shorter(["llama", "2", "7", "b"])) == ["llama", "2", "7", "b"]


def test_sizes_in_the_midst_are_taken_out():
    assert VARIANTS.without_sizes(tokens_of("Llama 3.2 90B Vision")) == ["llama", "3.2", "vision"]
    assert VARIANTS.without_sizes(tokens_of("GPT-4 Turbo")) == ["gpt", "4", "turbo"]


@pytest.mark.parametrize("tail", ["72B", "8x7B-Instruct", "A22B", "chat", "2024-08-06", "fp8"])
def test_is_tail(tail):
    assert VARIANTS.is_tail(tokens_of(tail))


@pytest.mark.parametrize("tail", ["Turbo", "model", "72", "killer", "v4", "7B killer"])
def test_other_words_are_no_tail(tail):
    assert not VARIANTS.is_tail(tokens_of(tail))


def test_a_size_in_words_makes_another_product_of_an_api_only():
    api, weights = Release("a", "A", openness="api"), Release("b", "B", openness="open-weights")
    assert VARIANTS.blocks("Gemini Large", ["gemini"], api)
    assert not VARIANTS.blocks("Whisper large", ["whisper"], weights)
    assert not VARIANTS.blocks("Gemini chat", ["gemini"], api)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Llama 3.2 90B Vision", "llama 3.2 vision"), ("Mixtral 8x7B Instruct", "mixtral instruct"),
        ("Qwen3 235B A22B Thinking", "qwen 3 thinking"), ("Gemma 3n E4B it", "gemma 3 n it"),
        ("7B Vision", "7 b vision"), ("Plan B Vision", "plan b vision"), ("Foo 1.5T Bar", "foo bar"),
        ("Foo 32k Bar", "foo bar"), ("Foo 270M Bar", "foo bar"),
    ],
)  # fmt: skip
def test_sizes_are_taken_out_of_the_midst(name, left):
    assert VARIANTS.without_sizes(tokens_of(name)) == left.split()


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("72b", True), ("8x7b", True), ("a22b", True), ("e4b", True), ("8x7b instruct", True),
        ("instruct", True), ("tiny", True), ("0613", True), ("20240806", True), ("240806", True),
        ("2024 08 06", True), ("int4", True), ("fp8", True), ("7b v0.2", True), ("7b instruct v0.2", True), ("instruct v0.2", False),
        ("7b chat v1", True), ("7b tool v1", False), ("13", False), ("v0.2", False), ("killer", False), ("killer 7b", False),
        ("b", False), ("q", False), ("x7b", False), ("tool v1", False), ("24 8 6", False),
    ],
)  # fmt: skip
def test_what_may_be_cut_off_a_name(words, is_so):
    assert VARIANTS.is_tail(tokens_of(words)) is is_so


@pytest.mark.parametrize(
    ("openness", "form", "blocked"),
    [
        ("api", "Gemini tiny", True), ("closed", "Gemini tiny", True), ("open-weights", "Gemini tiny", False),
        ("open-source", "Gemini tiny", False), ("unknown", "Gemini tiny", False), ("api", "Gemini chat", False),
    ],
)  # fmt: skip
def test_a_size_in_words_is_another_product_of_an_api(openness, form, blocked):
    release = Release("gemini", "Gemini", openness=openness)
    assert VARIANTS.blocks(form, ["gemini"], release) is blocked
