"""What the shipped model makes of whole texts, in words that are not from its corpus."""

import math

import pytest

import hypecheck

PARAGRAPHS = {
    "launch": (
        "Today we're thrilled to introduce Marlin, the most powerful video editor ever made. "
        "It's a game-changer for creators everywhere. Marlin's groundbreaking engine delivers "
        "stunning results in seconds. Nothing else comes close. Join the revolution and sign up now!"
    ),
    "coin": (
        "PUFFIN is the next 100x gem, and early buyers are about to make history. With a "
        "revolutionary staking model, it leaves every other meme coin in the dust. Don't miss this "
        "once-in-a-lifetime opportunity!"
    ),
    "press release": (
        "Harlow Systems, the world's leading provider of dock automation, today announced a "
        "groundbreaking platform that will transform global logistics. The unprecedented solution "
        "delivers unparalleled visibility. Harlow is redefining what is possible for ports."
    ),
    "council": (
        "The council voted on Tuesday to close the depot. Work will start in March and take two "
        "years, the mayor said. Three companies submitted bids. The cheapest was 4.1 million euros."
    ),
    "notes": (
        "Version 3.2 fixes a crash when a file has no header. The flag --strict is now the default. "
        "Reading is 12 percent faster on the benchmark in the repository. Thanks to all who tested."
    ),
    "report": (
        "The company called its new battery a game-changer. Two analysts said that it was too early "
        "to tell, and that the figures had not been audited. Production is to begin in 2027. The "
        "shares fell by 2 percent on Thursday."
    ),
    "essay": (
        "Every spring somebody tells me that this is the year of the game-changer. It isn't. The "
        "so-called revolution in scheduling turned out to be a calendar with a chat window. I don't "
        "believe that it will transform anything, and nobody could show me how it might."
    ),
    "obituary of a hype": (
        "To call the headset revolutionary was never right. It was not the end of the laptop, and "
        "it did not change everything. What remains is a decent screen, sold at a loss, and a "
        "warning about believing one's own slides."
    ),
}
LOUD = ("launch", "coin", "press release")
SOBER = ("council", "notes")
DISTANT = ("report", "essay", "obituary of a hype")


@pytest.fixture(scope="module")
def nlp():
    return hypecheck.load()


@pytest.fixture(scope="module")
def reports(nlp):
    return {
        name: hypecheck.check(text, as_of="2026-01-01", nlp=nlp)
        for name, text in PARAGRAPHS.items()
    }


@pytest.mark.parametrize("name", LOUD)
def test_plainly_hyped_paragraph_is_clear_hype(reports, name):
    assert reports[name].score > 0.7


@pytest.mark.parametrize("name", SOBER)
def test_sober_paragraph_scores_next_to_nothing(reports, name):
    assert reports[name].score < 0.1


@pytest.mark.parametrize("name", DISTANT)
def test_paragraph_that_reports_or_rejects_hype_scores_low(reports, name):
    assert reports[name].spans
    assert reports[name].score < 0.3


def test_every_loud_text_scores_above_every_other(reports):
    others = [reports[name].score for name in (*SOBER, *DISTANT)]
    assert min(reports[name].score for name in LOUD) > max(others) + 0.3


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_terms_sum_to_the_score(reports, name):
    report = reports[name]
    total = math.fsum(term.value for term in report.terms)
    assert math.log(report.score / (1 - report.score)) == pytest.approx(total, abs=1e-9)


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_terms_of_sentences_sum_to_their_scores(reports, name):
    for sentence in reports[name].sentences:
        if sentence.terms:
            total = math.fsum(term.value for term in sentence.terms)
            odds = sentence.score / (1 - sentence.score)
            assert math.log(odds) == pytest.approx(total, abs=1e-9)


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_each_sentence_alone_scores_as_the_text_that_it_is(nlp, reports, name):
    report = reports[name]
    for sentence in report.sentences:
        text = report.text[sentence.start_char : sentence.end_char]
        alone = hypecheck.check(text, as_of="2026-01-01", nlp=nlp)
        if len(alone.sentences) == 1:
            assert alone.score == alone.sentences[0].score


@pytest.mark.parametrize("name", LOUD)
def test_own_voice_carries_the_loud_texts(reports, name):
    assert reports[name].own_voice > 0.5


def test_quoted_voice_carries_the_report(reports):
    assert reports["report"].quoted_voice > reports["report"].own_voice == 0.0


@pytest.mark.parametrize("name", LOUD)
@pytest.mark.parametrize("padding", ["council", "notes"])
def test_sober_sentences_around_it_lower_the_score(nlp, reports, name, padding):
    text = f"{PARAGRAPHS[name]} {PARAGRAPHS[padding]} {PARAGRAPHS[padding]}"
    assert hypecheck.check(text, nlp=nlp).score < reports[name].score


@pytest.mark.parametrize("name", LOUD)
def test_repeating_a_loud_text_does_not_make_it_sober(nlp, reports, name):
    text = f"{PARAGRAPHS[name]} {PARAGRAPHS[name]}"
    assert hypecheck.check(text, nlp=nlp).score >= reports[name].score - 0.05


@pytest.mark.parametrize(
    ("strong", "mild"),
    [
        ("A revolutionary platform.", "An innovative platform."),
        (
            "An unprecedented, groundbreaking leap for our clients.",
            "A seamless leap for our clients.",
        ),
        ("The most powerful tool ever built.", "A powerful tool."),
        ("It will change the world forever!", "It may change the world."),
        ("It is a game-changer.", "They call it a game-changer."),
        ("It is a game-changer.", "It is not a game-changer."),
        ("Could it be a breakthrough?", "It is no breakthrough."),
    ],
)
def test_stronger_wording_scores_higher(nlp, strong, mild):
    assert hypecheck.check(strong, nlp=nlp).score > hypecheck.check(mild, nlp=nlp).score


@pytest.mark.parametrize(
    "text",
    [
        "We offer a seamless experience.",
        "She is known for her innovative ideas.",
        "The agency called the launch a breakthrough, according to a memo.",
        "If it works, the drug could revolutionize care.",
        "It was not the revolution they had promised.",
    ],
)
def test_single_mild_or_distant_touch_is_not_clear_hype(nlp, text):
    assert hypecheck.check(text, nlp=nlp).score < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "A groundbreaking, world-class solution that will revolutionize the industry.",
        "This changes everything!",
        "The most advanced AI ever created, and it leaves the competition in the dust.",
        "Get ready for the unparalleled power of a truly revolutionary device!",
    ],
)
def test_stacked_or_extreme_wording_is_clear_hype(nlp, text):
    assert hypecheck.check(text, nlp=nlp).score > 0.5


def test_register_is_among_the_terms_of_a_loud_text(reports):
    names = {term.name for term in reports["launch"].terms}
    assert {"floor", "density of hype", "promotional register"} <= names


def test_hyped_title_lifts_the_score(nlp):
    body = PARAGRAPHS["report"]
    plain = hypecheck.check(body, title="New battery announced", nlp=nlp)
    hyped = hypecheck.check(body, title="This Battery Changes Everything", nlp=nlp)
    assert hyped.score > plain.score
