"""Names in running text: what is found, how far it reaches, and what is left alone."""

import pytest

from hypecheck.evidence.releases import ReleaseDB

DB = ReleaseDB.load()


def found(text, kind=None):
    return [
        (text[mention.start_char : mention.end_char], mention.key)
        for mention in DB.find_names(text)
        if kind is None or mention.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("Nothing since GPT-2 was open.", "GPT-2", "gpt-2"),
        ("we compared gpt2 with others", "gpt2", "gpt-2"),
        ("The full GPT-2 XL followed.", "GPT-2 XL", "gpt-2-xl-1.5b"),
        ("It runs Llama 3.1 405B at home.", "Llama 3.1 405B", "llama-3.1"),
        ("We tuned Qwen2.5-72B-Instruct.", "Qwen2.5-72B-Instruct", "qwen2.5"),
        ("GPT-4o mini is cheap.", "GPT-4o mini", "gpt-4o-mini"),
        ("a post-GPT-4 world", "GPT-4", "gpt-4"),
        ("a GPT-4-level model", "GPT-4", "gpt-4"),
        ("Mixtral 8x7B, in short", "Mixtral 8x7B", "mixtral-8x7b"),
        ("the gpt-oss models", "gpt-oss", "gpt-oss"),
        ("with GPT\u20114 on board", "GPT\u20114", "gpt-4"),
        ("OpenAI opened Whisper\nlarge-v3 later", "Whisper\nlarge-v3", "whisper-large-v3"),
        ("DALL·E 3 draws", "DALL·E 3", "dall-e-3"),
        ("OpenAI's o1-preview model", "o1-preview", "o1-preview"),
        ("Is Grok-1's licence free?", "Grok-1", "grok-1"),
        # a plural, what stands before a hyphen, how far a name reaches
        ("two GPT-4s on a desk", "GPT-4", "gpt-4"),
        ("an ex-GPT-4 team", "GPT-4", "gpt-4"),
        ("the sub-GPT-4 class", "GPT-4", "gpt-4"),
        ("GPT-4, 32k of them", "GPT-4", "gpt-4"),
        ("a GPT-2 model", "GPT-2", "gpt-2"),
        ("Qwen2.5 instruct is here", "Qwen2.5 instruct", "qwen2.5"),
        ("Mixtral 8x22B v0.1 is here", "Mixtral 8x22B v0.1", "mixtral-8x22b"),
        ("Whisper large model from OpenAI", "Whisper large", "whisper"),
        ("GPT-4\nTurbo is out", "GPT-4\nTurbo", "gpt-4-turbo"),
        # blanks and line breaks within a name
        ("Moonshot's Kimi  K2 is out", "Kimi  K2", "kimi-k2"),
        ("Moonshot's Kimi\r\n  K2 is out", "Kimi\r\n  K2", "kimi-k2"),
        ("It runs Llama\u00a0 3.1  405B at home.", "Llama\u00a0 3.1  405B", "llama-3.1"),
        ("we compared gpt  2 with others", "gpt  2", "gpt-2"),
        ("we compared gpt\u00a02 with others", "gpt\u00a02", "gpt-2"),
        # headlines: capitals tell little there
        ("WHISPER IS A SPEECH MODEL BY OPENAI", "WHISPER", "whisper"),
        ("Whisper Is OpenAI's Model for Speech", "Whisper", "whisper"),
        ("OPENAI OPENS WHISPER", "WHISPER", "whisper"),
    ],
)
def test_releases_are_found_with_their_sizes(text, name, id):
    assert found(text, "release") == [(name, id)]


@pytest.mark.parametrize(
    ("text", "kind", "name", "key"),
    [
        ("The Llama models by Meta", "family", "Llama", "Llama"),
        ("Meta will train Llama 5 next year", "family", "Llama 5", "Llama"),
        ("rumours about GPT-6 persist", "family", "GPT-6", "GPT"),
        ("Meta tried Llama 5 times", "family", "Llama", "Llama"),
        ("the Mistral AI team", "organization", "Mistral AI", "Mistral AI"),
        ("Facebook published weights", "organization", "Facebook", "Meta"),
        ("Ai2 did it", "organization", "Ai2", "Allen Institute for AI (Ai2)"),
        ("Redmond answered", "organization", "Redmond", "Microsoft"),
        ("the ChatGPT maker said", "organization", "ChatGPT maker", "OpenAI"),
        ("an Emirati institute", "country", "Emirati", "United Arab Emirates"),
        ("a Paris-based company", "country", "Paris-based", "France"),
        ("the U.S. lead", "country", "U.S.", "United States"),
        ("Europe's answer", "country", "Europe", "Europe"),
        ("in the West, none", "country", "the West", "Western"),
        ("Mistral 7B Is Mistral's First Model", "organization", "Mistral", "Mistral AI"),
        ("Pixtral Is the Best Model From Mistral", "organization", "Mistral", "Mistral AI"),
        ("GOOGLE OPENS ITS MODEL", "organization", "GOOGLE", "Google"),
        ("MIXTRAL beats all", "family", "MIXTRAL", "Mixtral"),
    ],
)
def test_families_makers_and_places_are_found(text, kind, name, key):
    assert (name, key) in found(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        # everyday words, small or in a text about something else
        "He spoke in a whisper.",
        "Whisper it quietly: the harvest was poor.",
        "A falcon circled over the field.",
        "The Falcon was restored by its owner.",
        "Step 2: install the package.",
        "Step 2: load the language model.",
        "A Gen 3 link feeds the model.",
        "Gemini is a sign of the zodiac.",
        "Claude Monet painted water lilies.",
        "Claude Shannon founded information theory, and every language model builds on it.",
        "Project Gemini flew in 1965.",
        "WAN models need a router.",
        "The Mistral Hotel has a model railway.",
        "Kimi\n\nK2 is a mountain.",
        "Uncle Sam wants taxes.",
        "Register at SAM.gov first; the API needs a token.",
        "He said yes and opted for OPT as a work permit.",
        "Clip the hedge. Glow in the dark.",
        "The llama spat at the alpaca.",
        "They command an army of orca watchers.",
        "I had a flash of inspiration about a nova.",
        "Phi is a letter.",
        "The Koala AI platform runs a language model.",
        "Drones study the Arctic ice; a model says it melts.",
        "The Pre-seed and Seed sale pays for a language model.",
        "Emit retags in Codegen before the model is checked.",
        "The river Olmo floods in spring.",
        "He has Ministral duties.",
        "Big Bird sang on Sesame Street.",
        "Instructor-led courses on the net (VILT) cost less.",
        "R1 is a road, K2 a mountain; no language model climbs it.",
        # parts of other names
        "miniGPT-4 differs",
        "a mini-GPT-4 clone",
        "an x-GPT-4 team",
        "a 3-GPT-4 race",
        "many GPT-4sx",
        "the SciBERT-CRF tagger",
        "visit deepseek.example.org",
        "GPT-4x is a typo",
        # places that are none, and languages
        "He flew to British Columbia.",
        "a Western Digital disk",
        "a French-language corpus",
    ],
)
def test_other_words_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("OpenAI put out Whisper in 2022.", "whisper"),
        ("Whisper is a speech recognition model.", "whisper"),
        ("The CLIP encoder by OpenAI is everywhere.", "clip"),
        ("TII trained Falcon 180B on its own cloud.", "falcon-180b"),
        ("StepFun previewed Step-2 in spring.", "step-2"),
        ("01.AI released Yi and a chat version.", "yi"),
        ("Ai2's Olmo is fully open.", "olmo"),
        ("Olmo is a language model with open data.", "olmo"),
        ("BigBird reads long texts.", "bigbird"),
        ("Mistral shipped Ministral for phones.", "ministral"),
        ("Berkeley trained Koala on dialogues from the web.", "koala"),
        ("Salesforce put out CodeGen, a model for programs.", "codegen"),
        ("MiniMax presents M1, a reasoning model.", "minimax-m1"),
    ],
)
def test_everyday_words_are_names_where_the_text_speaks_of_models(text, id):
    assert id in [key for _, key in found(text, "release")]


def test_a_little_known_everyday_name_needs_its_maker():
    assert found("Prometheus ships metrics to the model server.") == []
    assert "hiera" in [key for _, key in found("Meta's Hiera is a vision model.", "release")]


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Mistral AI is small. Still, the French company grew.", "Mistral AI"),
        ("DeepSeek grew. The Chinese company then opened up.", "DeepSeek"),
        ("DeepSeek met Alibaba. Later the Chinese company sued.", "Alibaba"),
    ],
)
def test_an_epithet_stands_for_the_maker_named_last(text, maker):
    mentions = [mention for mention in DB.find_names(text) if mention.kind == "organization"]
    assert mentions[-1].key == maker
    assert text[mentions[-1].start_char : mentions[-1].end_char].endswith("company")


def test_an_epithet_without_its_maker_is_only_a_country():
    assert found("Then the French company grew.") == [("French", "France")]


def test_the_longest_name_wins_and_names_do_not_overlap():
    text = "OpenAI's GPT-4o mini, Google DeepMind's Gemini 1.5 Pro and Claude 3.5 Sonnet compete."
    mentions = DB.find_names(text)
    assert [mention.key for mention in mentions] == [
        "OpenAI",
        "gpt-4o-mini",
        "Google DeepMind",
        "gemini-1.5-pro",
        "claude-3.5-sonnet",
    ]
    ends = [mention.end_char for mention in mentions]
    assert all(end <= nxt.start_char for end, nxt in zip(ends, mentions[1:], strict=False))


def test_a_stretch_of_the_text_is_searched_alone():
    text = "GPT-2 came before GPT-3 and GPT-4."
    start, end = text.index("GPT-3"), text.index(" and")
    assert [mention.key for mention in DB.find_names(text, start, end)] == ["gpt-3"]
    assert DB.find_names(text, 6, 17) == []


def test_a_stretch_that_ends_inside_a_name_does_not_see_beyond():
    text = "It beat GPT-4.5 once."
    assert [mention.key for mention in DB.find_names(text, 0, text.index(".5"))] == ["gpt-4"]


def test_an_empty_text_has_no_names():
    assert DB.find_names("") == []
