"""The page on a finished run: what it counts, and that no article can do anything in it."""

import re
from pathlib import Path

import pytest
from bulk_helpers import GERMAN
from bulk_pages import CLAIMS, HOSTILE

from hypecheck.bulk import Settings, score_files
from hypecheck.bulk.overview import read_overview
from hypecheck.bulk.page import render_page, write_page
from hypecheck.errors import InputError


@pytest.fixture
def run(write_jsonl, tmp_path):
    """Folder of a finished run over three articles, one of them hostile."""

    def make(form="jsonl", content=(*CLAIMS, HOSTILE)):
        out = tmp_path / f"out-{form}"
        score_files([write_jsonl(list(content))], str(out), settings=Settings(form=form))
        return str(out)

    return make


class TestOverview:
    @pytest.mark.parametrize("form", ["jsonl", "parquet"])
    def test_scores_outlets_and_months_are_counted(self, run, form):
        found = read_overview(run(form))
        assert sum(found.scores) == 3
        assert {name: group.articles for name, group in found.outlets.items()} == {
            "Gazette": 1, "Herald": 1, "<b>Outlet</b>": 1,
        }  # fmt: skip
        assert sorted(found.months) == ["2025-08", "2025-09"]

    def test_refuted_claim_comes_with_its_article_and_evidence(self, run):
        (claim,) = read_overview(run()).refuted
        assert claim["article"] == "Open at last"
        assert {one["release"] for one in claim["evidence"]} & {"whisper", "jukebox"}

    def test_claims_of_two_articles_that_can_not_both_be_true(self, run):
        (collision,) = read_overview(run(content=[
            {"title": "One", "date": "2025-03-01", "text": "Zeta-1 is the first open-weight music model from Norway."},
            {"title": "Two", "date": "2025-03-02", "text": "Fjord is the first open-weight music model from Norway."},
        ])).collisions  # fmt: skip
        assert {party.report for party in collision.parties} == {"One", "Two"}

    def test_articles_that_were_not_scored_are_left_out(self, run):
        pytest.importorskip("py3langid")
        german = {"title": "Bericht", "outlet": "Zeitung", "date": "2025-09-03", "text": GERMAN}
        found = read_overview(run(content=[*CLAIMS, german]))
        assert sum(found.scores) == 2
        assert "Zeitung" not in found.outlets

    def test_claim_without_its_sentence_is_not_compared(self, run, tmp_path):
        """As in rows that somebody has stripped of the articles' words."""
        out = run(content=[
            {"title": "One", "date": "2025-03-01", "text": "Zeta-1 is the first open-weight music model from Norway."},
            {"title": "Two", "date": "2025-03-02", "text": "Fjord is the first open-weight music model from Norway."},
        ])  # fmt: skip
        (path,) = Path(out).glob("articles/*.jsonl")
        path.write_text(re.sub(r'"sentence": "[^"]*"', '"sentence": ""', path.read_text()))
        assert read_overview(out).collisions == []

    def test_folder_without_a_finished_run(self, tmp_path):
        with pytest.raises(InputError, match=r"no finished run.*hypecheck score --out"):
            read_overview(str(tmp_path))


class TestPage:
    @pytest.fixture
    def page(self, run):
        return render_page(read_overview(run()), "Spring <news>")

    @pytest.mark.parametrize(
        "words",
        [
            "<title>Spring &lt;news&gt;</title>", "3 articles", "REFUTED 1", "Gazette", "2025-08",
            "whisper (2022-09-21)", "Holds:", "game-changer",
        ],
    )  # fmt: skip
    def test_page_shows(self, page, words):
        assert words in page

    def test_nothing_from_an_article_becomes_markup(self, page):
        assert "<script" not in page
        assert "onerror=" not in page.replace("onerror=&", "")
        assert "<b>Outlet" not in page
        assert "&lt;b&gt;Outlet" in page

    def test_nothing_is_loaded_and_nothing_runs(self, page):
        assert "default-src 'none'" in page
        assert "http" not in page.replace("http-equiv", "").replace("http://", "http:")

    def test_picture_of_many_months_names_only_some(self, run):
        months = [f"20{year}-{month:02d}" for year in (22, 23, 24) for month in range(1, 13)]
        content = [
            {"date": month, "text": f"Report {month}. {CLAIMS[1]['text']}"} for month in months
        ]
        (picture,) = [
            part
            for part in render_page(read_overview(run(content=content)), "Years").split("<figure>")
            if "Mean score by month" in part
        ]
        assert picture.count('class="bar"') == 36
        assert 6 <= picture.count('class="text"') <= 24

    def test_page_of_an_empty_run(self, run):
        page = render_page(read_overview(run(content=[])), "Nothing")
        assert "0 articles" in page
        assert page.count("None.") >= 5

    def test_page_is_written(self, run, tmp_path):
        write_page(run(), tmp_path / "page.html")
        assert "Hype in out-jsonl" in (tmp_path / "page.html").read_text(encoding="utf-8")

    def test_page_that_can_not_be_written(self, run, tmp_path):
        with pytest.raises(InputError, match="can't be written"):
            write_page(run(), tmp_path / "no" / "page.html")
