"""Settings from a table: what is allowed, which wins, and which is found."""

import json

import pytest

from hypecheck.checks import Checker, Settings, find_settings, read_settings, settings
from hypecheck.errors import ConfigError


def table(tmp_path, text, name="hypecheck.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_overrides_are_meant_from_the_table_whatever_a_path_is_called(tmp_path, monkeypatch):
    text = "[[overrides]]\npaths = ['docs/*']\nfail-over = 0.7\n"
    found = read_settings(table(tmp_path, text))
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    for name in ("a.md", "../docs/a.md", str(tmp_path / "docs/a.md")):
        assert found.at(name).fail_over == 0.7
    for name in ("../a.md", "-", "https://docs.example/a.md"):
        assert found.at(name).fail_over is None


ALL = """
fail-over = 0.6
fail-on = ["refuted", "problem"]
as-of = 2025-04-03
off = ["praise"]
stances = ["asserted"]
min-intensity = 2
exclude = ["drafts/*"]
allow = ["mission-critical"]
"""


def test_every_key_is_read(tmp_path):
    found = read_settings(table(tmp_path, ALL))
    assert found == Settings(
        fail_over=0.6,
        fail_on=("refuted", "problem"),
        as_of="2025-04-03",
        off=("praise",),
        stances=("asserted",),
        min_intensity=2,
        exclude=("drafts/*",),
        allow=("mission-critical",),
    )


def test_paths_are_meant_from_the_file(tmp_path):
    found = read_settings(table(tmp_path, 'lexicon = ["w.jsonl"]\nreleases = "t.csv"\n'))
    assert found.lexicon == ((tmp_path / "w.jsonl").as_posix(),)
    assert found.releases == (tmp_path / "t.csv").as_posix()


def test_table_of_pyproject(tmp_path):
    text = "[project]\nname = 'x'\n[tool.hypecheck]\nfail-over = 0.5\n"
    assert read_settings(table(tmp_path, text, "pyproject.toml")).fail_over == 0.5


def test_nearest_table_counts(tmp_path):
    table(tmp_path, "fail-over = 0.9\n")
    inner = tmp_path / "docs" / "press"
    inner.mkdir(parents=True)
    assert find_settings(inner).fail_over == 0.9
    table(tmp_path / "docs", "[tool.hypecheck]\nfail-over = 0.2\n", "pyproject.toml")
    assert find_settings(inner).fail_over == 0.2


def test_a_pyproject_without_the_table_is_passed_over(tmp_path):
    table(tmp_path, "fail-over = 0.9\n")
    (tmp_path / "docs").mkdir()
    table(tmp_path / "docs", "[project]\nname = 'x'\n", "pyproject.toml")
    assert find_settings(tmp_path / "docs").fail_over == 0.9


def test_overrides_hold_for_their_paths_and_the_last_wins(tmp_path):
    found = read_settings(
        table(
            tmp_path,
            "fail-over = 0.5\n[[overrides]]\npaths = ['docs/*']\nfail-over = 0.7\n"
            "[[overrides]]\npaths = ['docs/press/*', 'ad.md']\nmin-intensity = 3\n",
        )
    )
    assert found.at("a.md").fail_over == 0.5
    assert (found.at("docs/a.md").fail_over, found.at("docs/a.md").min_intensity) == (0.7, 1)
    assert (found.at("docs/press/a.md").fail_over, found.at("docs/press/a.md").min_intensity) == (
        0.7,
        3,
    )
    assert found.at("other/ad.md").min_intensity == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fail-ovr = 0.5", "'fail-ovr' is no setting. Allowed: fail-over, "),
        ("fail-over = 2", "fail-over is 2. Allowed: a number from 0 to 1"),
        ("fail-over = true", "fail-over is True"),
        ("fail-on = ['hype']", "fail-on has 'hype'. Allowed: finding, refuted, problem"),
        ("fail-on = 'refuted'", "Allowed: a list of texts"),
        ("as-of = 'soon'", "as-of is 'soon'. Allowed: YYYY"),
        ("stances = ['loud']", "stances has 'loud'"),
        ("min-intensity = 4", "min-intensity is 4. Allowed: 1, 2, 3"),
        ("lexicon-mode = 'both'", "lexicon-mode is 'both'"),
        ("releases = 3", "releases is 3"),
        ("overrides = 3", "overrides is 3"),
        ("[[overrides]]\nfail-over = 0.2", "overrides 1: paths is None"),
        ("[[overrides]]\npaths = ['a']\nlexicon = ['w']", "lexicon holds for all paths"),
        ("fail-over =", "is no TOML"),
        (" ", "is empty"),
    ],
)
def test_what_is_not_allowed_is_named(tmp_path, text, words):
    path = table(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        read_settings(path)
    assert str(path) in str(error.value)
    assert words in str(error.value)


def test_table_of_pyproject_that_is_none_is_named(tmp_path):
    path = table(tmp_path, "tool.hypecheck = 0.5\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"tool\.hypecheck is 0\.5\. Write a table"):
        read_settings(path)


def test_without_any_table_the_usual_settings_hold(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "_OWN", "no-such-table.toml")
    monkeypatch.setattr(settings, "_SHARED", "no-such-table.toml")
    assert find_settings(tmp_path) == Settings()


def test_a_whole_vocabulary_can_be_replaced(tmp_path):
    words = {"id": "zesty", "label": "praise", "patterns": ["zesty"], "intensity": 2,
             "flags": ["A zesty pump."], "ignores": ["The zest of it."]}  # fmt: skip
    (tmp_path / "w.jsonl").write_text(json.dumps(words), encoding="utf-8")
    path = table(tmp_path, 'lexicon = ["w.jsonl"]\nlexicon-mode = "replace"\n')
    report = Checker(read_settings(path)).check("a.txt", "A zesty game-changer.")
    assert [finding.span.text for finding in report.findings] == ["zesty"]


def test_an_unknown_category_is_named():
    with pytest.raises(ConfigError, match="off has 'hype'"):
        Checker(Settings(off=("hype",)))


TEXT = "The kettle is a game-changer. It isn't a revolution. It has a seamless lid."


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        (Settings(), ["game-changer", "seamless lid"]),
        (Settings(stances=("rejected",)), ["revolution"]),
        (Settings(off=("scope",)), ["game-changer"]),
        (Settings(min_intensity=2), ["game-changer"]),
        (Settings(allow=("game-changer",)), ["seamless lid"]),
    ],
)
def test_settings_say_what_is_reported(settings, found):
    report = Checker(settings).check("a.txt", TEXT)
    assert [finding.span.text for finding in report.findings] == found


@pytest.mark.parametrize(("class_", "count"), [("", 1), (" general-purpose language", 0)])
def test_intensity_hides_no_claim_that_is_refuted(class_, count):
    claim = f"It is OpenAI's first open-weight{class_} model since GPT-2."
    checker = Checker(Settings(min_intensity=3, as_of="2025-08-05"))
    assert len(checker.check("a.txt", claim).findings) == count


@pytest.mark.parametrize(("stances", "rules"), [(("asserted",), ["claim"]), (("hedged",), [])])
def test_voices_hold_for_claims_without_hype_too(stances, rules):
    source = "OpenAI has published no weights since GPT-2."
    report = Checker(Settings(as_of="2025-09-01", stances=stances)).check("a.txt", source)
    assert [finding.rule for finding in report.findings] == rules


def test_a_file_without_the_table_is_refused_where_it_is_named(tmp_path):
    bare = tmp_path / "bare.toml"
    bare.write_text('fail-over = "x"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"has no table \[tool.hypecheck\]"):
        read_settings(bare)
