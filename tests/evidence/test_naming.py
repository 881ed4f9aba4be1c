import pytest

from hypecheck.evidence.naming import forms_of, join, key_of, tokens_of


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("GPT-2", ["gpt", "2"]),
        ("Qwen2.5-72B-Instruct", ["qwen", "2.5", "72", "b", "instruct"]),
        ("Mixtral 8x7B", ["mixtral", "8", "x", "7", "b"]),
        ("PixelCNN++", ["pixelcnn", "+", "+"]),
        ("Tülu 3", ["tulu", "3"]),
        ("Point·E", ["point", "e"]),
        ("PanGu-α", ["pangu", "α"]),
        ("", []),
    ],
)
def test_tokens_are_runs_of_letters_and_numbers(name, tokens):
    assert tokens_of(name) == tokens


@pytest.mark.parametrize(
    "spellings",
    [
        ("GPT-2", "GPT2", "gpt 2", "GPT\u20112"),
        ("Seamless M4T", "SeamlessM4T"),
        ("Llama-3.1", "LLaMA 3.1", "llama3.1"),
        ("Stable Diffusion", "stable-diffusion"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings):
    assert len({key_of(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("GPT-2 1.5B", "GPT-21.5B"), ("GPT-3", "GPT-3.5"), ("Llama 3 1B", "Llama 31B"), ("o1", "o3")],
)
def test_other_names_have_other_keys(one, other):
    assert key_of(one) != key_of(other)


def test_join_keeps_two_numbers_apart():
    assert join(["gpt", "2", "1.5", "b"]) == "gpt2|1.5b"


def test_forms_include_what_stands_before_and_in_brackets():
    assert list(forms_of("Segment Anything (SAM)", ["SAM 1"])) == [
        "Segment Anything (SAM)",
        "SAM 1",
        "Segment Anything",
        "SAM",
    ]


def test_forms_leave_out_brackets_that_hold_no_acronym():
    assert "1.5B" not in list(forms_of("GPT-2 XL (1.5B)", []))
