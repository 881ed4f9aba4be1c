"""A period at the head of the sentence bounds what it says of nobody, with and without a comma."""

import pytest


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Throughout 2023 OpenAI released no open-weight language model.", "2022-12-31", "2023-12-31"),
        ("Throughout 2023, OpenAI released no open-weight language model.", "2022-12-31", "2023-12-31"),
        ("In all of 2024 xAI released no speech model with open weights.", "2023-12-31", "2024-12-31"),
    ],
)  # fmt: skip
def test_period_bounds_the_claim(read, text, since, until):
    (claim,) = read(text)
    assert (claim.quantifier, claim.since, claim.as_of) == ("absence", since, until)


def test_anchor_of_its_own_begins_the_time_and_the_period_ends_it(read):
    (claim,) = read("In all of 2024 xAI released no model with open weights after Grok-1.")
    assert (claim.anchor, claim.since, claim.as_of) == ("grok-1", "", "2024-12-31")


def test_without_a_period_the_day_of_reading_ends_the_time(read):
    (claim,) = read("OpenAI released no open-weight language model.")
    assert (claim.since, claim.as_of) == ("", "2025-09-30")
