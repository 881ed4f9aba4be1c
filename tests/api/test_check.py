"""`check`, `load` and `score_articles` as a user calls them."""

from datetime import UTC, date, datetime

import pytest

import hypecheck
from hypecheck import Article, InputError

HYPED = "Our revolutionary platform is a game-changer."
SOBER = "The library reads CSV files and writes JSON."


class TestCheck:
    def test_empty_text_has_the_floor_score(self):
        empty, sober = hypecheck.check(""), hypecheck.check(SOBER)
        assert empty.score == sober.score < 0.1
        assert empty.spans == ()

    def test_score_of_one_sentence_is_that_sentences(self):
        report = hypecheck.check(HYPED)
        assert report.score == report.sentences[0].score

    def test_offsets_slice_to_the_spans_text(self):
        text = "Plain start. " + HYPED
        for span in hypecheck.check(text).spans:
            assert text[span.start_char : span.end_char] == span.text

    def test_title_spans_point_into_the_title(self):
        report = hypecheck.check(SOBER, title="A game-changer for CSV")
        (span,) = report.spans
        assert (span.part, report.title[span.start_char : span.end_char]) == ("title", span.text)

    @pytest.mark.parametrize("as_of", ["2025-04-03", date(2025, 4, 3)])
    def test_as_of_is_given(self, as_of):
        report = hypecheck.check(HYPED, as_of=as_of)
        assert (report.as_of, report.as_of_source) == ("2025-04-03", "given")

    def test_as_of_is_read_from_the_date_line(self):
        report = hypecheck.check("PARIS, May 2, 2024 (Wire) -- " + HYPED)
        assert (report.as_of, report.as_of_source) == ("2024-05-02", "date line")

    def test_as_of_is_today_where_nothing_says_otherwise(self):
        report = hypecheck.check(HYPED)
        assert report.as_of_source == "today"
        assert abs((date.fromisoformat(report.as_of) - datetime.now(UTC).date()).days) <= 1

    def test_report_names_snapshot_and_version(self):
        report = hypecheck.check(HYPED)
        assert report.snapshot == hypecheck.ReleaseDB.load().snapshot_id
        assert report.snapshot.startswith(hypecheck.ReleaseDB.load().snapshot)
        assert report.version == hypecheck.__version__

    @pytest.mark.parametrize("bad", [None, 3, b"bytes", ["list"]])
    def test_text_that_is_no_str_is_refused(self, bad):
        with pytest.raises(InputError, match="Allowed: str"):
            hypecheck.check(bad)

    def test_impossible_as_of_is_refused(self):
        with pytest.raises(InputError, match="2025-13"):
            hypecheck.check(HYPED, as_of="2025-13")

    def test_report_survives_json(self):
        report = hypecheck.check(HYPED, as_of="2025", title="A breakthrough")
        assert hypecheck.Report.from_dict(report.to_dict()) == report


class TestScoreArticles:
    def test_reports_come_lazily_and_in_order(self):
        def stream():
            yield HYPED
            yield Article(SOBER, id="b", published="2024-01-01")
            raise AssertionError("read too far")

        reports = hypecheck.score_articles(stream(), batch_size=1)
        first, second = next(reports), next(reports)
        assert first.score > second.score
        assert (second.id, second.as_of) == ("b", "2024-01-01")

    def test_workers_give_the_same_reports(self):
        texts = [HYPED, SOBER, HYPED + " " + SOBER]
        alone = list(hypecheck.score_articles(texts))
        assert list(hypecheck.score_articles(texts, n_jobs=2, batch_size=1)) == alone

    def test_bad_article_is_raised_or_skipped(self):
        articles = [SOBER, Article(None), HYPED]
        with pytest.raises(InputError, match="NoneType"):
            list(hypecheck.score_articles(articles))
        assert len(list(hypecheck.score_articles(articles, on_error="skip"))) == 2
        found = list(hypecheck.score_articles(articles, on_error="yield"))
        assert len(found) == len(articles)
        (error,) = (one for one in found if isinstance(one, hypecheck.InputError))
        assert "date" in str(error) or "Allowed" in str(error)

    @pytest.mark.parametrize("settings", [{"on_error": "ignore"}, {"batch_size": 0}, {"n_jobs": 0}])
    def test_argument_that_is_not_allowed(self, settings):
        with pytest.raises(InputError):
            list(hypecheck.score_articles([SOBER], **settings))

    def test_settings_of_a_pipeline_count(self):
        nlp = hypecheck.load(config={"allow": ["game-changer"]})
        (report,) = hypecheck.score_articles([HYPED], nlp=nlp)
        assert "game-changer" not in {span.text for span in report.spans}

    @pytest.mark.parametrize("article", [None, 3, {"text": SOBER}])
    def test_what_is_no_article_is_named(self, article):
        name = type(article).__name__
        with pytest.raises(InputError, match=rf"An article is a {name}. Allowed: str or Article"):
            list(hypecheck.score_articles([article]))

    def test_pipeline_without_the_component_is_refused(self):
        import spacy

        with pytest.raises(InputError, match="add_pipe"):
            list(hypecheck.score_articles([SOBER], nlp=spacy.blank("en")))


class TestLoad:
    def test_component_is_added_to_a_pipeline_of_ones_own(self):
        import spacy

        own = spacy.blank("en")
        own.add_pipe("sentencizer")
        assert hypecheck.load(base=own) is own
        assert own.pipe_names == ["sentencizer", "hypecheck"]

    def test_component_is_added_to_a_saved_pipeline(self, tmp_path):
        import spacy

        own = spacy.blank("en")
        own.add_pipe("sentencizer")
        own.to_disk(tmp_path / "own")
        nlp = hypecheck.load(base=str(tmp_path / "own"))
        assert nlp.pipe_names == ["sentencizer", "hypecheck"]
        (report,) = hypecheck.score_articles([HYPED], nlp=nlp)
        doc = nlp(HYPED)
        assert [span.text for span in report.spans] == [span.text for span in doc.spans["hype"]]


def test_check_with_a_pipeline_equals_check_without():
    nlp = hypecheck.load()
    for text in (HYPED, SOBER, HYPED + "\n\n" + SOBER):
        assert hypecheck.check(text, as_of="2025", nlp=nlp) == hypecheck.check(text, as_of="2025")


class TestWrongTypes:
    """One clear error, not what some library says far below."""

    @pytest.mark.parametrize("title", [3, ["A game-changer"], b"A game-changer", 1.5])
    def test_title_that_is_no_text(self, title):
        with pytest.raises(InputError, match=r"A title is a \w+. Allowed: str"):
            hypecheck.check(HYPED, title=title)
        nlp = hypecheck.load()
        doc = nlp.make_doc(HYPED)
        doc._.hype_title = title
        with pytest.raises(InputError, match="A title is a"):
            nlp(doc)

    def test_article_with_such_a_title_is_one_bad_article(self):
        articles = [Article(HYPED, title=3), Article(HYPED, title="News")]
        bad, good = hypecheck.score_articles(articles, on_error="yield")
        assert isinstance(bad, InputError)
        assert good.title == "News"

    @pytest.mark.parametrize("articles", [HYPED, HYPED.encode(), Article(HYPED)])
    def test_one_article_is_not_many(self, articles):
        with pytest.raises(InputError, match=r"one (str|bytes|Article). Write \[article\]"):
            list(hypecheck.score_articles(articles))

    def test_table_is_no_column(self):
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame({"text": [HYPED]})
        for table in (frame, frame.to_dict("list")):
            with pytest.raises(InputError, match="Give one column, or use BatchScorer"):
                list(hypecheck.score_articles(table))
        (report,) = hypecheck.score_articles(frame["text"])
        assert report.spans

    def test_pipeline_without_the_component(self):
        nlp = pytest.importorskip("spacy").blank("en")
        with pytest.raises(InputError, match=r"has no 'hypecheck' component\. Add"):
            hypecheck.check(HYPED, nlp=nlp)
