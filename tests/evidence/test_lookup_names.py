"""`lookup` on the bundled table: spellings that people use, and names nobody has given."""

import pytest

from hypecheck.evidence.releases import ReleaseDB

DB = ReleaseDB.load()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        # as the maker writes it, joined, apart, with the maker
        ("GPT-2", "gpt-2"),
        ("GPT2", "gpt-2"),
        ("gpt 2", "gpt-2"),
        ("OpenAI's GPT-2", "gpt-2"),
        ("OpenAI GPT-2", "gpt-2"),
        ("OpenAI\u2019s GPT\u20112", "gpt-2"),
        ("the original GPT-2", "gpt-2"),
        ("Llama-3", "llama-3"),
        ("the new Llama 3", "llama-3"),
        ("Mixtral 8x7B", "mixtral-8x7b"),
        ("Seamless M4T", "seamlessm4t"),
        ("Point·E", "point-e"),
        ("Tülu 3 405B", "tulu-3-405b"),
        ("DeepSeek's R1", "deepseek-r1"),
        ("Segment Anything", "segment-anything-sam"),
        ("Stability AI's Stable Diffusion", "stable-diffusion-1"),
        ("Stability AI Stable Diffusion", "stable-diffusion-1"),
        ("Runway's Stable Diffusion", "stable-diffusion-1"),
        ("CompVis Stable Diffusion", "stable-diffusion-1"),
        # stages and versions with rows of their own
        ("Mistral 7B v0.3", "mistral-7b-v0.3"),
        ("GPT-2 XL", "gpt-2-xl-1.5b"),
        ("Whisper v3", "whisper-large-v3"),
        ("Mistral-7B-Instruct-v0.2", "mistral-7b-v0.2"),
        ("GPT-4o mini", "gpt-4o-mini"),
        ("Gemini Nano", "gemini-nano"),
        # sizes and variants fall back to the release
        ("Qwen2.5-72B-Instruct", "qwen2.5"),
        ("Qwen2.5-72B-Instruct-GPTQ-Int4", "qwen2.5"),
        ("Meta's Llama 3.1 405B", "llama-3.1"),
        ("Whisper tiny", "whisper"),
        ("gpt-4o-2024-08-06", "gpt-4o"),
        ("Qwen3-235B-A22B", "qwen3"),
        ("Llama 3.2 90B Vision", "llama-3.2-vision"),
        # the start of names finds the earliest member
        ("Claude 3.5", "claude-3.5-sonnet"),
        ("Phi 3.5", "phi-3.5-mini"),
        ("XTTS", "xtts-v2"),
    ],
)
def test_lookup_puts_the_right_release_first(name, id):
    assert DB.lookup(name)[0].id == id


@pytest.mark.parametrize(
    "name",
    [
        "Foo-7B",
        "Whisper v4",
        "Llama 5",
        "GPT-2 killer",
        "GPT-6",
        "the model",
        "7B",
        "Instruct",
        "",
        "x",
        "Paris",
        "Google's GPT-2",
    ],
)
def test_lookup_finds_nothing_for_other_names(name):
    assert DB.lookup(name) == []


def test_lookup_of_a_family_gives_its_members():
    found = DB.lookup("EXAONE")
    assert len(found) > 3
    assert {release.organization for release in found} == {"LG AI Research"}


@pytest.mark.parametrize(
    ("as_of", "count"), [("2019-02-13", 0), ("2019-02-14", 1), ("2019-02", 1), ("2019-01", 0)]
)
def test_lookup_leaves_out_what_was_not_out_yet(as_of, count):
    found = [release for release in DB.lookup("GPT-2", as_of) if release.id == "gpt-2"]
    assert len(found) == count


def test_lookup_orders_names_before_aliases():
    assert DB.lookup("Qwen2.5-Coder")[0].id == "qwen2.5-coder"
    assert DB.lookup("Evo")[0].name == "Evo"
