"""Small words that change what a claim says: "in the family", "between X and Y", "nine billion"."""

import runpy
from datetime import date

import pytest

from hypecheck.claims import ClaimReader, placed, read_puffery, validate, vocabulary
from hypecheck.claims.bounds import Bounds, read_bounds, read_size
from hypecheck.claims.facets import Reading
from hypecheck.claims.named import read_named
from hypecheck.claims.time import days_in, period, read_date
from hypecheck.claims.topic import TopicReader
from hypecheck.errors import LexiconError
from hypecheck.protocols import Mention
from hypecheck.text import make_document
from hypecheck.types import Release

NOTHING = "no claim"

#: Sentence, words of its last claim: where the class begins and ends.
WORDS = [
    ("It is the first open language model and Meta plans more.", "first open language model"),
    ("It is the first open language model or its makers lie.", "first open language model"),
    ("It is the first language model that Meta has opened or, some say, leaked.", "first language model that Meta has opened"),
    ("It is the first for which Meta has released the weights.", "first for which Meta has released the weights"),
    ("It is the first open language model for, say, phones.", "first open language model"),
    ("It is the first open LLM, designed for phones.", "first open LLM, designed for phones"),
    ("It is the first LLM, released with open weights.", "first LLM, released with open weights"),
    ("The first language model which Meta opened is upon us.", "first language model which Meta opened"),
    ("“Google opened a language model for the first time.", "Google opened a language model for the first time"),
    ("News from Paris: Voxtral brings a first for Mistral, open speech models.", "a first for Mistral, open speech models"),
    ("Grok-1 dwarfs every other language model.", "dwarfs every other language model"),
    ("Meta opens its largest-ever open language model.", "largest-ever open language model"),
    ("It is the smallest-ever open language model.", "smallest-ever open language model"),
    ("It is the largest open language model ever.", "largest open language model ever"),
    ('It has the first "open" language model.', 'first "open" language model'),
    ('The "old" and "new" labs have the first "open" language model.', 'first "open" language model'),
    ("It is the first open language model -- at last.", "first open language model"),
    ("It is the first open language model — at last.", "first open language model"),
    ("It is the first open language model; at last.", "first open language model"),
    ("It is the first open language model: at last.", "first open language model"),
    ("It is the first open language model - at last.", "first open language model"),
    ("It is the first open language model… at last.", "first open language model"),
    ("It is the first open language model, fine-tuned for phones.", "first open language model, fine-tuned for phones"),
    ("It is the first open language model, trained on poems.", "first open language model, trained on poems"),
    ("It is the first open language model, built on poems.", "first open language model, built on poems"),
    ("It is the first open language model, licensed to all.", "first open language model, licensed to all"),
    ("It is the first open language model, licenced to all.", "first open language model, licenced to all"),
    ("It is the first open language model, built by Meta.", "first open language model"),
    ("The first language model that Meta has opened is here.", "first language model that Meta has opened"),
    ("The first language model that Meta has opened is out.", "first language model that Meta has opened"),
    ("The first language model that Meta has opened is live.", "first language model that Meta has opened"),
    ("It is the world's first and the world's largest open video model from China.", "largest open video model from China"),
    ("Meta released no open language model in May 2024, and it said why.", "released no open language model in May 2024"),
    ("It is a first-party open language model.", NOTHING),
    ("It is Meta's safety-first open language model.", NOTHING),
    ("No earlier open model could read images.", NOTHING),
    ("No open model has eyes; Pixtral 12B sees.", NOTHING),
    ("Before this year no lab had opened a model like GPT-4, analysts say.", NOTHING),
    ("It is the third largest open-weight model from Meta.", NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_claim_ends_where_its_class_ends(read, text, words):
    assert ([claim.text for claim in read(text)] or [NOTHING])[-1] == words


def test_what_has_no_name_is_told_by_the_words_before_the_claim(read):
    assert read("It is the first open language model.")[0].subject_text == "It is the"
    assert read("Look, it is the first open language model.")[0].subject_text == "it is the"


@pytest.mark.parametrize(
    "word", ["and", "or", "with", "the", "a", "of", "to", "its", "in", "by", "as", "for"]
)
def test_claim_ends_before_a_word_that_ends_no_phrase(read, word):
    assert (
        read(f"It is the first open language model {word}…")[-1].text == "first open language model"
    )


@pytest.mark.parametrize("word", ["that", "which", "who", "whose", "where", "on", "upon"])
def test_class_cut_short_is_undecided(read, word):
    assert word in read(f"It is the first open language model {word}…")[-1].facets.undecided


@pytest.mark.parametrize(
    "people",
    ["everyone", "everybody", "anyone", "anybody", "people", "the world", "the masses", "the community", "all comers"],
)  # fmt: skip
def test_an_open_model_is_for_all(read, people):
    (claim,) = read(f"It is the first open language model for {people}.")
    assert (claim.text[-5:], claim.facets.undecided) == (people[-5:], ())


def test_an_open_model_for_some_is_undecided(read):
    (claim,) = read("It is the first open language model for students.")
    assert claim.facets.undecided == ("students",)


@pytest.mark.parametrize(
    "words",
    [
        *("its parent", "its owner", "its subsidiary", "its rival", "its creator", "its operator"),
        *("its backer", "its partner", "Toronto's tiny lab", "Toronto's small", "Toronto's own"),
        "Toronto's grassroots",
    ],
)
def test_what_a_maker_is_adds_nothing_to_its_name(read, words):
    (claim,) = read(f"The first open language model from {words} Cohere.")
    assert (claim.facets.organization, claim.facets.undecided) == ("Cohere", ())


#: Sentence, beginning and end of the time that it speaks of.
TIMES = [
    ("Meta released no open language model in May 2024, and nobody has asked why.", "2024-04-30", "2024-05-31"),
    ("In May 2024 Meta released no open language model, and it never said why.", "2024-04-30", "2024-05-31"),
    ("In May 2024 Meta had never opened a language model.", "", "2025-09-30"),
    ("OpenAI returns to open models after five years.", "2020-09-30", "2025-09-30"),
    ("With gpt-oss-120b, OpenAI ends five years of closed models.", "2020-09-30", "2025-09-30"),
    ("It is the first open language model in half a year.", "2025-03-31", "2025-09-30"),
    ("It is the first open language model since March 2024.", "2024-03", "2025-09-30"),
    ("It is the first open language model this year.", "2024-12-31", "2025-09-30"),
    ("It is the only open language model in all of 2024.", "2023-12-31", "2024-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "since", "until"), TIMES, ids=[row[0] for row in TIMES])
def test_time_of_a_claim(read, text, since, until):
    claim = read(text)[-1]
    assert (claim.since, claim.as_of) == (since, until)


#: Sentence, facet, value; a facet that isn't told stays "", and nothing else is undecided.
FACETS = [
    ("Llama 3.1 is the first open model in the family.", "family", "Llama"),
    ("The makers of GPT-4 have news: the company has not released an open speech model.", "organization", "OpenAI"),
    ("Google has released Gemma.\nIt has opened a language model for the first time.", "kind", "language"),
    ("Of all open language models, Llama 3.1 is the largest ever.", "openness", "open"),
    ("Of all open language models, Llama 3.1 has the longest context window.", "openness", "open"),
    ("It is the first language model with open weights for everyone.", "openness", "open"),
    ("It is the first fully open language model.", "openness", "fully-open"),
    ("It is the first open language model, sleek and cheap.", "kind", "language"),
    ("Meta?\n(\"Not one open language model has come since GPT-2.\")", "organization", "Meta"),
    ("It is the first language model under MIT conditions.", "licence", "MIT"),
    ("It is the first fully open language model with open weights.", "openness", "fully-open"),
    ("All language models had been blind until Llama 3.1.", "traits", ("image-input",)),
    ("(Has not opened one OpenAI language model.)", "organization", "OpenAI"),
    ("OpenAI has not released an open-weight language model between GPT-2 and gpt-oss-120b.", "kind", "language"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facet", "value"), FACETS, ids=[row[0] for row in FACETS])
def test_words_become_facets(read, text, facet, value):
    facets = read(text)[-1].facets
    assert (getattr(facets, facet), facets.undecided) == (value, ())


#: Sentence, what no facet can express, a facet that is left open for it.
UNDECIDED = [
    ("OpenAI went five years without opening another language model.", "which time", "country"),
    ("After five years of closed models, OpenAI opens one.", "who", "organization"),
    ("Llama 3.1 is the only open model from Meta other than Gemma.", "other than gemma", "country"),
    ("The first open language model from France and Germany.", "France and Germany", "country"),
    ("The first open and proprietary language model.", "closed and open", "openness"),
    ("Hollywood has its first open video model.", "its", "country"),
    ("The first language model with open weights from its secretive owner Meta.", "secretive", "country"),
    ("Meta has not released a bigger open-weight language model.", "bigger", "country"),
    ("It is the first language model under these conditions with open weights.", "conditions", "licence"),
    ("It is the first language model under these terms with open weights.", "terms", "licence"),
    ("It is the first language model under these terms, trained on poems.", "poems", "licence"),
    ("It is the first language model on its licence with open weights.", "licence", "licence"),
    ("It is the first language model on its license with open weights.", "license", "licence"),
    ("Meta has news.\nOur first open language model is here.", "our", "organization"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "facet"), UNDECIDED, ids=[row[0] for row in UNDECIDED])
def test_what_no_facet_expresses_is_undecided(read, text, words, facet):
    (claim,) = read(text)
    assert words in claim.facets.undecided
    assert (claim.quantifier == "largest", getattr(claim.facets, facet)) == (False, "")


#: Sentence, id of the release that it is about, quantifier.
SUBJECTS = [
    ("Before Apertus landed, no Swiss lab has released an open language model.", "apertus", "first"),
    ("Before Apertus landed, no Swiss lab had released a bigger open model than BLOOM.", "bloom", "largest"),
    ("Until last week no lab had opened a language model, Gemma fans say.", "gemma", "first"),
    ("Meta had never opened a Llama with over 100 billion parameters until version 3.1.", "llama-3.1", "first"),
    ("Next to GPT-4 stands Grok-1, which is the largest open language model.", "grok-1", "largest"),
    ("Llama 2, then Mixtral 8x7B became the largest open language model.", "mixtral-8x7b", "largest"),
    ("Pixtral 12B's terms are a first for Mistral.", "pixtral-12b", "first"),
    ("Before Llama 3.1, no lab had opened a model with a longer context window.", "llama-3.1", "longest-context"),
    ("Unlike Llama 3.1, the largest open language model, it is slow.", "llama-3.1", "largest"),
    ("GPT-4 is closed; Llama 3.1 (the largest open language model) isn't.", "llama-3.1", "largest"),
    ("No other open model comes near the two million tokens of Llama 3.1.", "llama-3.1", "longest-context"),
    ("No other open model can match the 405 billion parameters of Llama 3.1.", "llama-3.1", "largest"),
    ("For five years OpenAI had kept every one of its models behind closed doors until gpt-oss-120b.", "gpt-oss", "first"),
    ("With gpt-oss-120b, OpenAI ends five years of closed models.", "gpt-oss", "gap"),
    ("OpenAI returns to open models after five years.", "", "gap"),
    ("It is the third open model from Meta.", "", "nth"),
    ("No prior open model could see, but Pixtral 12B can.", "pixtral-12b", "first"),
    ("No earlier open model could see, but Pixtral 12B can.", "pixtral-12b", "first"),
    ("No previous open model could see, but Pixtral 12B can.", "pixtral-12b", "first"),
    ("Meta gave the world its first open language model on Tuesday with Llama 2, and GPT-4 stayed closed.", "llama-2", "first"),
    ("The first open language model came to Paris with Mixtral 8x7B and GPT-4.", "mixtral-8x7b", "first"),
    ("The first open language model came to Paris; GPT-4 stayed shut, unlike Mixtral 8x7B.", "", "first"),
    ("The first open language model came to Paris and its name was Mixtral 8x7B.", "mixtral-8x7b", "first"),
    ("Llama 3.1 has the longest context window of any open model.", "llama-3.1", "longest-context"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "quantifier"), SUBJECTS, ids=[r[0] for r in SUBJECTS])
def test_subject_and_rank(read, text, subject, quantifier):
    claim = read(text)[-1]
    assert (claim.subject, claim.quantifier) == (subject, quantifier)


def test_terms_of_a_named_model_are_those_of_a_model(read):
    (claim,) = read("Pixtral 12B's Apache 2.0 licence is a first for Mistral.")
    assert (claim.subject, claim.facets.licence) == ("pixtral-12b", "Apache-2.0")


def test_family_is_its_latest_member_of_the_day(read):
    (claim,) = read("Llama is the largest open language model.", as_of="2023-12-31")
    assert claim.subject == "llama-2"


class Shy:
    """Finds one maker; looks up a name that nobody would find in a text."""

    def find_names(self, text, start=0, end=None):
        at = text.find("Acme", start, len(text) if end is None else end)
        return [Mention(at, at + 4, "organization", "Acme")] if at >= 0 else []

    def lookup(self, name, as_of=None):
        release = Release("acme-r5", "Acme-R5", organization="Acme", date="2025-01-20")
        return [release] if name == "Acme R5" else []


@pytest.mark.parametrize(
    ("text", "subject", "family"),
    [
        ("Acme’s news is late, but R5 is the first open reasoning model.", "acme-r5", ""),
        ("Acme has not released the weights of R5.", "", "Acme-R5"),
    ],
)
def test_short_name_is_completed_by_its_maker(text, subject, family):
    (claim,) = ClaimReader().extract(make_document(text), Shy(), date(2025, 6, 1))
    assert (claim.subject, claim.facets.family) == (subject, family)


OPENERS = (
    "The A An This That These Those It Its They We Our He She His Her In On At With By For From Of And"
    " But Or So As If When While Once Today Yesterday Now Then There Here What Who How Why Is Was Not"
    " No After Before Since Until Unlike Like AI I You"
)


@pytest.mark.parametrize("opener", OPENERS.split())
def test_opening_word_is_no_part_of_a_name(opener):
    assert placed._trimmed(f"{opener} Saba") == "Saba"


NARROWER = {
    "speech": ("asr", "tts", "audio"), "language": ("code-llm", "vlm"), "text-to-image": ("vlm",),
    "vision": ("vlm",), "image": ("text-to-image",), "video": ("text-to-video",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("wide", "narrow"), [(wide, kind) for wide, kinds in NARROWER.items() for kind in kinds]
)
def test_narrower_kind_holds(wide, narrow):
    facets = Reading(kind={wide, narrow}).facets()
    assert (facets.kind, facets.undecided) == (narrow, ())


NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "twenty": 20,
}  # fmt: skip
OF_SIZES = {
    "thirty": 30, "fifty": 50, "seventy": 70, "hundred": 100, "a hundred": 100,
    "one hundred": 100, "half a": 0.5, "half-a": 0.5, "several": 2,
}  # fmt: skip
OF_TIMES = {"an": 1, "eleven": 11, "fifteen": 15, "eighteen": 18}


@pytest.mark.parametrize(("word", "number"), [*NUMBERS.items(), *OF_SIZES.items()])
def test_number_word_of_a_size(word, number):
    assert read_size(f"{word}-billion-parameter") == number * 10**9


@pytest.mark.parametrize(("word", "number"), [*NUMBERS.items(), *OF_TIMES.items()])
def test_number_word_of_a_time(word, number):
    assert days_in(f"{word} years") == number * 365.25


def test_years_without_a_number_have_no_length():
    assert days_in("in recent years") is None


@pytest.mark.parametrize("words", ["200k", "200 thousand"])
def test_thousands_of_tokens(words):
    assert read_bounds(f"a context of {words} tokens", 0, 40).min_context == 200_000


def test_context_is_no_size():
    bounds = read_bounds("over a million tokens of context", 0, 32)
    assert (bounds.min_parameters, bounds.min_context) == (None, 10**6)


@pytest.mark.parametrize(("text", "iso"), [("28 march", "2025-03-28"), ("29 march", "2025-03")])
def test_day_that_not_every_month_has_is_left_out(text, iso):
    assert read_date(text, date(2025, 7, 30)) == iso


def test_month_is_a_period():
    assert period("may 2024", date(2025, 7, 30)) == ("2024-04-30", "2024-05-31")


def test_adverb_stands_between_a_name_and_its_claim():
    assert read_named("Foo-7B is now the", "").name == "Foo-7B"


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("It is 4x faster than the flagship model by the name of GPT-4.", True),
        ("Foo outperforms the flagship model by the name of GPT-4.", False),
        ("Foo is 4x faster than Acme. It is cheaper than its predecessor.", False),
    ],
)
def test_baseline_stands_near_and_in_the_sentence(names, text, baseline):
    one = read_puffery(make_document(text), names)[0]
    assert ("baseline" not in one.missing) is baseline


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Fans of Llama will like Mixtral 8x7B.", "mixtral-8x7b"),
        ("Every Llama from France is an open language model under the Apache 2.0 licence.", ""),
    ],
)
def test_topic_is_a_release_or_a_class(names, text, subject):
    topic = TopicReader(make_document(text), names, date(2025, 9, 30)).read(0)
    assert topic.subject == subject
    assert (topic.facets.family, topic.facets.country, topic.facets.licence) == ("", "", "")


ROW = {"id": "open", "facet": "openness", "value": "open", "patterns": ["open"],
       "flags": ["an open model"], "ignores": ["a shut model"]}  # fmt: skip
#: What is wrong with a row, and all that is said of it.
MESSAGES = [
    ({"patterns": "open"}, " has patterns 'open'. Allowed: a list of texts."),
    ({"flags": [1]}, " has flags [1]. Allowed: a list of texts."),
    ({"value": 3}, " has value 3. Allowed: a text."),
    ({"note": "hi"}, " has the fields facet, flags, id, ignores, note, patterns, value. Allowed, and all needed: facet, flags, id, ignores, patterns, value."),
    ({"patterns": ["open/x"]}, " ('open'): Pattern 'open/x' has the ending /x. Allowed: /v, /n, /a."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), MESSAGES, ids=[row[1][:30] for row in MESSAGES])
def test_message_says_all(change, message):
    with pytest.raises(LexiconError) as caught:
        vocabulary.class_word(ROW | change, "facets.jsonl:7")
    assert str(caught.value) == f"facets.jsonl:7{message}"


def test_message_names_the_file_and_what_to_do(monkeypatch):
    monkeypatch.setattr(vocabulary, "read_jsonl", lambda name: [(1, ROW), (2, ROW)])
    with pytest.raises(LexiconError) as caught:
        list(vocabulary._read("claims/facets.jsonl", vocabulary.class_word))
    said = "hypecheck/data/claims/facets.jsonl:2 repeats the id 'open'. Give every row its own id."
    assert str(caught.value) == said


def test_validator_runs_as_a_program(capsys):
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(validate.__file__, run_name="__main__")
    assert (ended.value.code, capsys.readouterr().err) == (0, "")


def test_a_version_that_is_not_out_yet_is_no_subject(read):
    text = "Meta had never opened a Llama with over 100 billion parameters until version 3.1."
    assert read(text, as_of="2024-07-22")[-1].subject == ""
    assert read(text, as_of="2024-07-23")[-1].subject == "llama-3.1"


#: What is read besides, and what stays undecided of the words for a licence and for people.
READINGS = [
    ({}, ("outsiders", "terms")), ({"openness": {"open"}}, ("terms",)), ({"licence": {"MIT"}}, ()),
    ({"openness": {"permissive"}}, ()), ({"trait": {"non-commercial"}}, ("outsiders",)),
    ({"trait": {"moe"}}, ("outsiders", "terms")),
]  # fmt: skip


@pytest.mark.parametrize(("read_besides", "undecided"), READINGS)
def test_terms_and_people_add_nothing_to_what_says_so(read_besides, undecided):
    reading = Reading(people=["outsiders"], terms=["terms"], **read_besides)
    assert reading.facets().undecided == undecided


#: What is read, whether it narrows the class, says more than a kind and a name, names models.
NARROW = [
    ({}, False, False, False), ({"model": True}, False, False, True), ({"owned": True}, True, False, False),
    ({"kind": {"asr"}}, True, False, True), ({"family": {"Llama"}}, True, False, True),
    ({"openness": {"open"}}, True, True, False), ({"openness": {"open"}, "soft": True}, True, True, True),
    ({"trait": {"math"}}, True, True, False), ({"trait": {"math"}, "soft": True}, True, True, True),
    ({"trait": {"moe"}}, True, True, True), ({"licence": {"MIT"}}, True, True, False),
    ({"licence": {"MIT"}, "soft": True}, True, True, True), ({"country": {"China"}}, True, True, False),
    ({"organization": {"Meta"}}, True, False, False), ({"purpose": {"general"}}, True, True, False),
    ({"proof": True}, False, True, False), ({"soft": True}, False, False, False),
    ({"maker": True}, False, False, False),
    ({"bounds": Bounds(min_parameters=7, spans=((0, 1),))}, True, True, True),
    ({"bounds": Bounds(min_context=7, spans=((0, 1),))}, True, True, True),
    ({"bounds": Bounds(max_parameters=7, spans=((0, 1),))}, True, True, False),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "restricted", "narrowed", "models"), NARROW)
def test_what_narrows_a_class_and_what_makes_it_one_of_models(facts, restricted, narrowed, models):
    reading = Reading(**facts)
    assert (reading.restricted, reading.narrowed) == (restricted, narrowed)
    assert reading.names_models is models
