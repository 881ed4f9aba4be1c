import pytest

from hypecheck.evidence.needs import Need
from hypecheck.evidence.organizations import Organization, Organizations, Places
from hypecheck.evidence.spellings import build_index
from hypecheck.types import Release

MAKERS = Organizations(
    (
        Organization("Acme AI", aliases=("Acme",), everyday=("Acme",), epithets=("the Oslo lab",)),
        Organization("KT", bynames=("the Seoul carrier",)),
    )
)
PLACES = Places(
    {"Norway": ("Norway", "Norwegian"), "United States": ("US",)}, {"Oslo": "Norway"}, {}
)
RELEASES = (
    Release("zork-1", "Zork-1", ("Zork",), "Zork", "Acme AI", prominence=5),
    Release("zork-2", "Zork-2", (), "Zork", "Acme AI", prominence=4),
    Release("whisper-x", "Whisper", (), "Solo", "Acme AI", prominence=1),
    Release("seven", "7B", ("2", "model"), "", "Acme AI"),
)
INDEX = build_index(RELEASES, MAKERS, PLACES)


def kinds(key):
    return [(spelling.kind, spelling.key) for spelling in INDEX.by_key.get(key, ())]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("zork1", [("release", "zork-1")]),
        ("zork", [("family", "Zork")]),
        ("acmeai", [("organization", "Acme AI")]),
        ("norwegian", [("country", "Norway")]),
        ("oslobased", [("country", "Norway")]),
        ("oslolab", [("epithet", "Acme AI")]),
        ("seoulcarrier", [("organization", "KT")]),
        ("solo", []),
        ("model", []),
        ("2", []),
    ],
)
def test_names_are_filed_under_their_keys(key, expected):
    assert kinds(key) == expected


@pytest.mark.parametrize(
    ("key", "need"),
    [
        ("acme", Need.CONTEXT),
        ("acmeai", Need.CAPITAL),
        ("kt", Need.VERBATIM),
        ("us", Need.VERBATIM),
        ("norway", Need.CAPITAL),
        ("whisper", Need.MAKER),
        ("zork1", Need.FREE),
    ],
)
def test_spellings_need_what_they_need(key, need):
    assert INDEX.by_key[key][0].need is need


def test_an_everyday_name_knows_every_spelling_of_its_maker():
    assert INDEX.by_key["whisper"][0].makers == ("Acme AI", "Acme")


def test_names_that_are_written_small_are_known_by_their_start():
    index = build_index(
        (
            Release("a", "rinna-like", (), "", "Acme AI"),
            Release("b", "wildguard", (), "", "Acme AI"),
            Release("c", "gpt4all", (), "", "Acme AI"),
        ),
        Organizations((Organization("Acme AI", epithets=("the search giant",)),)),
        PLACES,
    )
    assert index.hyphened == {"rinna"}
    assert index.small == {"wildguard": "wildguard", "search giant": "search"}


def test_decoys_of_the_package_shadow_shorter_names():
    assert kinds("claudemonet") == [("decoy", "")]
