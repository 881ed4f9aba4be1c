"""Who speaks: the name or noun phrase before a verb of speech, or behind it."""

import pytest

from hypecheck.stance.speakers import speaker_after, speaker_before

BEFORE = {
    "name": ("Ann Lee", "Ann Lee"),
    "handle": ("@annlee", "@annlee"),
    "name-with-of": ("Ann Lee of Acme", "Ann Lee of Acme"),
    "adverb": ("Ann Lee recently", "Ann Lee"),
    "apposition": ("Ann Lee, head of the mill,", "Ann Lee"),
    "apposition-without-a-name": ("the mill, old as it is,", None),
    "people": ("several old critics", "several old critics"),
    "people-behind-a-comma": ("In short, the company", "the company"),
    "one-person": ("a spokeswoman", "a spokeswoman"),
    "no-people": ("the old mill", None),
    "pronoun": ("She", "She"),
    "nobody": ("everyone", None),
    "conjunction-first": ("and they", "they"),
    "nothing": ("", None),
    "title-and-name": ("The chief executive, Ann Lee,", "Ann Lee"),
    "owner-and-name": ("Acme's founder, Ann Lee,", "Ann Lee"),
    "place-is-no-name": ("Ann Lee, a chemist in Rome, Italy,", "Ann Lee"),
    "two-appositions": ("Ann Lee, a chemist, mother of two,", "Ann Lee"),
    "clause": ("The minister, who took office in May,", "The minister"),
    "opening-and-clause": ("In a statement, the company, based in Rome,", "the company"),
    "opening-adverb": ("Lastly, Ann Lee, head of the mill,", "Ann Lee"),
    "whole-name-first": ("Praising the new iMill, Ann Lee, head of sales,", "Ann Lee"),
}


@pytest.mark.parametrize(("segment", "wanted"), BEFORE.values(), ids=BEFORE.keys())
def test_speaker_before_a_verb(segment, wanted):
    assert speaker_before(segment, 0, len(segment)) == wanted


#: Words that stand beside a speaker and belong to no name.
BESIDE = (
    "it this that which what who there and but so to not also be is was are were been has have had"
    " as of in or if by for everyone no from"
)


@pytest.mark.parametrize("word", BESIDE.split())
def test_speaker_has_no_small_words_at_either_end(word):
    segment = f"{word} old critics"
    assert speaker_before(segment, 0, len(segment)) == "old critics"
    assert speaker_after(f" old critics {word}", 0, 20 + len(word)) == "old critics"


@pytest.mark.parametrize("article", ["the", "a", "an"])
def test_speaker_keeps_an_article_in_front_only(article):
    segment = f"{article} critic"
    assert speaker_before(segment, 0, len(segment)) == segment
    assert speaker_after(f" old critics {article}", 0, 20) == "old critics"


AFTER = {
    "name": (" Ann Lee.", "Ann Lee"),
    "place": (" Ann Lee in Rome.", "Ann Lee"),
    "day": (" Ann Lee yesterday.", "Ann Lee"),
    "noun": (" the vendor today.", "the vendor"),
    "owner": (" Acme's boss.", "Acme"),
    "title-and-name": (" its founder Ann Lee.", "Ann Lee"),
    "article-only": (' the "new" mill.', None),
    "mark": (".", None),
    "title-and-name-set-off": (" the chief executive, Ann Lee.", "Ann Lee"),
    "title-and-more": (" the chief executive, who left.", "the chief executive"),
}


@pytest.mark.parametrize(("rest", "wanted"), AFTER.values(), ids=AFTER.keys())
def test_speaker_after_a_verb(rest, wanted):
    assert speaker_after(rest, 0, len(rest)) == wanted


def test_speaker_after_a_verb_within_the_sentence():
    assert speaker_after(" Ann Lee", 0, 4) == "Ann"
