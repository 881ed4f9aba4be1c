"""Where a span ends: [what matched] in square brackets, what a reader sees in < >."""

import pytest

from hypecheck.patterns import normalize
from hypecheck.spans.ends import finished, quoted

CASES = {
    "marks left alone": [
        "AI <[will change everything]>, says Gates.",
        "AI <[will change everything>,] says Gates.",
        "the <[world's first AI lawyer>,] she said",
        "The film <[is a triumph>.]",
        "<[what a week>!]",
        'They <[just work>.]" And that was all.',
        "It is <[incredible>, ]really.",
        "the <[best of all>:] a list",
        "(an <[instant hit>)] in May",
        'what he calls "a <[revolution>"] in May',
        "what he calls 'a <[revolution>'] in May",
        "what he calls 'the <[world's best>'] in May",
        "“the <[future of work>”] in May",
    ],
    "marks that belong to a word": [
        "the <[world's best A.I.]> in May",
        "the <[new era of A.I.]>",
        "the <[best of Acme Inc.]> so far",
        "a <[stellar 60%]> gain",
        "the <[best Gizmo®]> in town",
        "the <[best of C++]> in a book",
        'a model that <["thinks"]> of you',
        "a model that <[“thinks”]> of you",
        "deep <[learning 'revolution']> goes on",
        "the <[best phone (ever)]> in town",
    ],
    "words that lead over": [
        "a <[leap forward> in] our ability",
        "a <[unique opportunity> to] join",
        "a <[profound impact> on the] market",
        "a <[standout> among] its kind",
        "it is <[so much better> than what] I had",
        "a <[revolution> in how] robots learn",
        "<[raise the bar> for what] models do",
        "a <[record high> amid a] raft of earnings",
        "the <[full transparency> and] control",
        "it <[leads the way> with its] smart cars",
        "the <[best tool> since] it allows that",
        "the <[fastest in the world> when] idle",
        "<[thinking like an expert> because nobody] else could",
        "a <[moment for firms> looking to] change",
        "the <[best of it all>, our] team says",
        "the <[best view possible> whenever] you go",
        "we have <[complete control>, allowing other] teams in",
    ],
    "verbs that lead over": [
        "<[nothing like this> has] been done",
        "<[the biggest change> is that] libraries are gone",
        "<[no other model> could] compete",
        "the <[best machine> I've] used",
        "the <[best one> you have in the] shop",
        "the <[hype> that] would explain it",
        "AI <[will replace teachers> deserves] a closer look",
        "the <[fastest database in the world> could] be yours",
    ],
    "a noun phrase that goes on": [
        "he <[single-handedly saved the] company> in May",
        "you will <[never need another] phone> in your life",
        "<[shaping the future of] work>, he said",
        "<[shaping the future of the] school system> in May",
        "the <[largest advance since the] transformer>.",
        "we <[can't live without] access> to games",
        "AI <[will be an] integral part> of it",
        "it <[will surely delight his] many fans>, he said",
        "the <[best choice for them and their] families>.",
        "<[at the forefront of] developing new drugs>",
        "a <[treasure trove of] data> it recovered",
    ],
    "a noun phrase that goes nowhere": [
        "a <[track record> of] successfully making drugs",
        "<[in awe of the] response> I've got",
        "a <[mastery> of] using the rules",
        "<[at the forefront> of] what could be",
    ],
    "a clause that goes on": [
        "<[faster than anything you've ever] seen>.",
        "<[pushing the limits of what AI can] achieve> in banks",
        "<[unlike anything you] have seen>.",
        "<[unlike anything the world] has ever seen> in May",
        "<[so easy that anyone can] do> it",
        "<[will replace doctors who don't] use> AI",
        "the <[best step that we could have] made> so far",
    ],
    "words that wait for nothing": [
        "a <[bold, exciting idea]> of ours",
        "a <[smart, growing team]> of ours",
        "a <[force to be reckoned with]>. Yes",
        "the <[best model we know of]>, he said",
        "the <[future is now]> and here",
        "<[better than ever]> to use",
        "a system with <[free will]> that acts",
        "an <[absolute must have]>.",
        "<[poised to change that]> by May",
        "<[more accessible to everyone]> in May",
        "<[no AI can do]>, he said",
        "the <[best there is]> (so far)",
        "the <[best I've ever had]> which is odd",
        "<[for all]> of them",
        "<[over]> the moon",
        "<[like]> the moon",
    ],
}


def _cases():
    return [
        pytest.param(marked, id=f"{group.replace(' ', '-')}-{number}")
        for group, rows in CASES.items()
        for number, marked in enumerate(rows)
    ]


def _without(marked, marks):
    return "".join(char for char in marked if char not in marks)


def _ends(marked):
    """Text, the start of the span, the end of what matched and the end to be found."""
    start = min(marked.index("<"), marked.index("["))
    matched = len(_without(marked[: marked.index("]")], "<>["))
    seen = len(_without(marked[: marked.index(">")], "<[]"))
    return _without(marked, "<>[]"), start, matched, seen


@pytest.mark.parametrize("marked", _cases())
def test_span_ends_where_a_phrase_ends(marked):
    text, start, matched, seen = _ends(marked)
    end = finished(normalize(text), start, matched, len(text))
    assert text[start:end] == text[start:seen]


@pytest.mark.parametrize("marked", _cases())
def test_a_finished_span_stays_as_it_is(marked):
    text, start, _, seen = _ends(marked)
    assert finished(normalize(text), start, seen, len(text)) == seen


def test_span_does_not_grow_into_the_next_one():
    text = "it will surely have a revolutionary effect"
    assert finished(text, 3, 21, len(text), 22) == len("it will surely have")
    assert finished(text, 3, 21, len(text)) == len(text)


def test_span_never_leaves_its_sentence():
    text = "shaping the future of work"
    assert finished(text, 0, 21, 21) <= 21


def test_nothing_but_small_words_is_left_alone():
    assert finished("for all the same kind", 0, 7, 21) == 7


@pytest.mark.parametrize("text", ["", ".", "...", '"', "the"])
def test_stretches_without_a_phrase_do_no_harm(text):
    assert 0 <= finished(text, 0, len(text), len(text)) <= len(text)


QUOTED = {
    "opened-before": ('a "[game-changing" chip]', 'a ["game-changing" chip]'),
    "closed-behind": ('the [most "clever pump]" yet', 'the [most "clever pump"] yet'),
    "opened-far-before": (
        'it is "obviously the [best pump" so far]',
        'it is ["obviously the best pump" so far]',
    ),
    "never-opened": ('the [best pump" so far]', 'the [best pump]" so far'),
    "mostly-inside": (
        'called it [the "end of an era], he said',
        'called it the "[end of an era], he said',
    ),
    "mostly-outside": (
        'a [truly astounding "gadget] of ours',
        'a [truly astounding] "gadget of ours',
    ),
    "both-inside": ('a [revolutionary "sky" engine]', 'a [revolutionary "sky" engine]'),
    "none": ("a [revolutionary engine]", "a [revolutionary engine]"),
}


@pytest.mark.parametrize(("marked", "wanted"), QUOTED.values(), ids=QUOTED.keys())
def test_quotation_marks_of_a_span_come_in_pairs(marked, wanted):
    norm = marked.replace("[", "").replace("]", "")
    start, end = quoted(norm, marked.index("["), marked.index("]") - 1)
    assert f"{norm[:start]}[{norm[start:end]}]{norm[end:]}" == wanted


def test_quotation_marks_are_not_fetched_from_the_span_before():
    norm = 'a "fine pump" and a cheap" one'
    assert quoted(norm, 18, 25, floor=13) == (18, 25)
