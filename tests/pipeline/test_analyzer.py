"""The whole way on short texts: what a reader is told in the end."""

import pytest

import hypecheck

OPEN_WEIGHT = "first open-weight model since GPT-2"
HYPED = (
    "Our revolutionary platform is a game-changer. It is the most powerful AI solution on the planet"
    " and will transform every industry forever. With its groundbreaking, world-class technology,"
    " anyone can effortlessly unlock limitless possibilities!"
)


def span_of(text, words, **settings):
    report = hypecheck.check(text, **settings)
    return next(span for span in report.spans if words in span.text)


TEXT = f"The coming release would be OpenAI's {OPEN_WEIGHT}, several papers wrote."


@pytest.fixture(scope="module")
def span():
    return span_of(TEXT, "since GPT-2", as_of="2025-04-03")


class TestTheCaseThatStartedIt:
    def test_claim_is_refuted(self, span):
        assert (span.label, span.verdict) == ("priority", "REFUTED")

    def test_whisper_is_a_counterexample(self, span):
        assert {"whisper", "whisper-large-v3"} <= {item.release.id for item in span.evidence}

    def test_stages_of_gpt_2_are_none(self, span):
        assert not [item for item in span.evidence if item.release.id.startswith("gpt-2")]

    def test_evidence_is_short_and_from_before(self, span):
        assert len(span.evidence) <= 12
        assert all("2019-02-14" < item.date <= "2025-04-03" for item in span.evidence)

    def test_restatement_names_general_purpose_language_models(self, span):
        assert span.restatement == "first open-weight general-purpose language model since GPT-2"

    def test_restatement_holds_when_it_is_checked_itself(self, span):
        again = span_of(
            f"It would be OpenAI's {span.restatement}.", "since GPT-2", as_of="2025-04-03"
        )
        assert again.verdict == "SUPPORTED"

    def test_narrow_wording_holds_for_gpt_oss(self):
        text = "gpt-oss is OpenAI's first open-weight general-purpose language model since GPT-2."
        assert span_of(text, "since GPT-2", as_of="2025-08-06").verdict == "SUPPORTED"

    def test_nothing_is_shown_that_came_later(self):
        report = hypecheck.check(TEXT, as_of="2022-01")
        shown = [item for claim in report.claims for item in claim.evidence]
        assert all(item.date <= "2022-01-31" for item in shown)


class TestPriorArt:
    def test_game_changer_about_an_open_model_has_prior_art_of_several_makers(self):
        text = "OpenAI's new open-weight language model is a game-changer."
        span = span_of(text, "game-changer", as_of="2025-04-03")
        makers = {item.release.organization for item in span.evidence}
        assert {"Meta", "DeepSeek", "Mistral AI"} <= makers
        assert "OpenAI" not in makers
        assert all(item.date <= "2025-04-03" for item in span.evidence)

    def test_game_changer_about_something_else_has_none(self):
        assert span_of("The new oven is a game-changer for bakers.", "game-changer").evidence == ()


class TestScore:
    def test_hyped_paragraph_scores_high(self):
        assert hypecheck.check(HYPED).score > 0.7

    def test_text_that_rejects_hype_scores_low_however_much_it_quotes(self):
        text = (
            "To call this a revolution overlooks a decade of work. It is not a game-changer, and the"
            " claim that it will transform every industry overnight is nonsense. There is nothing"
            " groundbreaking here; the so-called breakthrough is a modest step."
        )
        assert hypecheck.check(text).score < 0.2

    def test_terms_sum_to_the_score(self):
        from math import exp, fsum

        for text in (HYPED, HYPED.split(".")[0], "Plain text."):
            report = hypecheck.check(text)
            assert 1 / (1 + exp(-fsum(term.value for term in report.terms))) == pytest.approx(
                report.score, abs=1e-12
            )

    def test_span_score_is_what_the_sentence_loses_without_it(self):
        report = hypecheck.check("It is a game-changer.")
        (span,) = report.spans
        floor = hypecheck.check("It is a tool.").score
        assert span.score == pytest.approx(report.score - floor)

    def test_own_and_quoted_voice_are_apart(self):
        own = hypecheck.check("It is a revolutionary breakthrough. Prices start at 9 euros.")
        quoted = hypecheck.check(
            "It is a revolutionary breakthrough, Acme says. Prices start at 9 euros."
        )
        assert own.own_voice > own.quoted_voice
        assert quoted.quoted_voice > quoted.own_voice


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "…",
        "\ud800 game-changer",
        "game-changer " * 500,
        "“" * 500 + "revolution",
        "🚀" * 200,
        "a\x00b",
    ],
)
def test_odd_text_never_raises(text):
    report = hypecheck.check(text)
    assert 0 <= report.score <= 1
    assert all(text[span.start_char : span.end_char] == span.text for span in report.spans)


@pytest.mark.parametrize("as_of", ["1900", "1900-01-01", "2200-12-31"])
@pytest.mark.parametrize(
    "text",
    [
        "It is OpenAI's first open-weight model since GPT-2.",
        "It is Meta's first open model in 3,000 years.",
        "It is the first language model in a billion years.",
        "xAI has not released weights since last year, or since the 90s.",
        "OpenAI opened no model in all of 2024, the first gap in ten decades.",
    ],
)
def test_no_day_of_the_calendar_is_too_far(text, as_of):
    assert hypecheck.check(text, as_of=as_of).as_of
