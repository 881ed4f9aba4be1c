"""Reading the public files of models.dev and Epoch AI."""

import json

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.readers.counts import day, slug, whole
from hypecheck.readers.epoch import read_epoch
from hypecheck.readers.models_dev import PROVIDERS, read_models_dev
from hypecheck.resources import read_jsonl, read_text


def model(key, date="2024-05-13", **facts):
    return {"id": key, "name": key.upper(), "release_date": date, **facts}


def read_catalogue(tmp_path, catalogue):
    path = tmp_path / "api.json"
    path.write_text(json.dumps(catalogue), encoding="utf-8")
    return read_models_dev(path)


def providers(**models):
    return {name: {"id": name, "models": dict(enumerate(rows))} for name, rows in models.items()}


class TestModelsDev:
    def test_facts_of_a_model(self, tmp_path):
        row = model(
            "demo-5", open_weights=True, reasoning=True, family="demo",
            modalities={"input": ["text", "image"], "output": ["text"]},
            limit={"context": 128000},
        )  # fmt: skip
        (release,) = read_catalogue(tmp_path, providers(openai=[row]))
        assert (release.id, release.name, release.organization) == ("demo-5", "DEMO-5", "OpenAI")
        assert (release.openness, release.kind, release.traits) == (
            "open-weights", "vlm", ("reasoning",),
        )  # fmt: skip
        assert release.event("weights").date == "2024-05-13"
        assert release.context_tokens == 128_000
        assert release.sources == ("https://models.dev/api.json",)

    def test_the_maker_s_own_entry_decides_and_dates_that_others_share_stay_in_the_note(
        self, tmp_path
    ):
        catalogue = providers(
            groq=[model("openai/demo-5", "2024-08-06")],
            nano=[model("openai/demo-5", "2024-08-06")],
            openai=[model("demo-5", "2024-05-13")],
        )
        (release,) = read_catalogue(tmp_path, catalogue)
        assert release.date == "2024-05-13"
        assert release.note == "models.dev lists 2024-08-06"

    def test_a_day_that_one_host_alone_gives_is_its_own_affair(self, tmp_path):
        catalogue = providers(
            groq=[model("openai/demo-5", "2025-12-29")], openai=[model("demo-5", "2024-05-13")]
        )
        (release,) = read_catalogue(tmp_path, catalogue)
        assert (release.date, release.note) == ("2024-05-13", "")

    @pytest.mark.parametrize(
        ("provider", "key", "maker"),
        [
            ("google-vertex", "claude-opus-9", "Anthropic"),
            ("google-vertex", "gemini-9-pro", "Google"),
            ("alibaba", "deepseek-r9", "DeepSeek"),
            ("alibaba", "qwen9-32b", "Alibaba"),
            ("mistral", "glm-9", "Zhipu AI (Z.ai)"),
            ("mistral", "labs-leanstral-9", "Mistral AI"),
            ("azure", "llama-9-nemotron-70b", "NVIDIA"),
            ("someone", "meta-llama/llama-9-8b", "Meta"),
        ],
    )
    def test_a_host_of_others_models_is_not_their_maker(self, tmp_path, provider, key, maker):
        (release,) = read_catalogue(tmp_path, {provider: {"models": {key: model(key)}}})
        assert release.organization == maker

    @pytest.mark.parametrize(
        ("provider", "key"),
        [("someone", "llama-9-70b-storyteller"), ("alibaba", "shop-assistant-2")],
    )
    def test_nobody_is_made_the_maker_of_what_may_be_anyone_s(self, tmp_path, provider, key):
        assert read_catalogue(tmp_path, {provider: {"models": {key: model(key)}}}) == []

    @pytest.mark.parametrize(
        ("key", "name", "id", "said"),
        [
            ("qwen/qwen9-32b:free", "Qwen: Qwen9 32B (free)", "qwen9-32b", "Qwen9 32B"),
            ("qwen/qwen9-32b-fp8", "Qwen/Qwen9 32B FP8", "qwen9-32b", "Qwen9 32B"),
            ("qwen/qwen9-32b-tee", "Qwen9 32B TEE", "qwen9-32b", "Qwen9 32B"),
            ("openai/gpt-oss:20b", "gpt-oss:20b", "gpt-oss-20b", "gpt-oss:20b"),
            ("qwen/free", "free", "free", "free"),
        ],
    )
    def test_ways_of_serving_are_no_part_of_a_name(self, tmp_path, key, name, id, said):
        row = {**model(key), "name": name}
        (release,) = read_catalogue(tmp_path, {"someone": {"models": {key: row}}})
        assert (release.id, release.name) == (id, said)

    def test_entries_that_differ_in_serving_alone_are_one(self, tmp_path):
        catalogue = providers(
            a=[model("qwen/q-9-fp8", "2025-03-01")], alibaba=[model("q-9", "2025-01-02")]
        )
        (release,) = read_catalogue(tmp_path, catalogue)
        assert (release.id, release.date) == ("q-9", "2025-01-02")

    def test_an_id_that_the_name_does_not_give_is_another_spelling(self, tmp_path):
        row = {**model("devstral-small-9907"), "name": "Devstral Small"}
        (release,) = read_catalogue(tmp_path, providers(mistral=[row]))
        assert (release.name, release.aliases) == ("Devstral Small", ("devstral-small-9907",))

    @pytest.mark.parametrize("key", ["mistral-large-latest", "gpt-default"])
    def test_pointers_to_whatever_is_newest_are_left_out(self, tmp_path, key):
        assert read_catalogue(tmp_path, providers(mistral=[model(key)])) == []

    def test_without_an_own_entry_most_providers_decide(self, tmp_path):
        catalogue = providers(
            a=[model("qwen/q-9", "2025-01-02")],
            b=[model("qwen/q-9", "2025-01-01")],
            c=[model("qwen/q-9", "2025-01-01")],
        )
        (release,) = read_catalogue(tmp_path, catalogue)
        assert (release.date, release.organization) == ("2025-01-01", "Alibaba")

    def test_models_that_are_no_objects_are_left_out(self, tmp_path):
        catalogue = {"openai": {"models": {"a": "soon", "b": model("b")}}}
        assert [release.id for release in read_catalogue(tmp_path, catalogue)] == ["b"]

    def test_models_of_unknown_makers_or_days_are_left_out(self, tmp_path):
        catalogue = providers(someone=[model("mystery-1")], openai=[model("demo-6", "")])
        assert read_catalogue(tmp_path, catalogue) == []

    @pytest.mark.parametrize(
        ("key", "goes_in", "comes_out", "kind"),
        [
            ("text-embedding-9", ["text"], ["text"], "embedding"),
            ("paint", ["text"], ["image"], "text-to-image"),
            ("film", ["text"], ["video"], "text-to-video"),
            ("voice", ["text"], ["audio"], "tts"),
            ("ear", ["audio"], ["text"], "asr"),
            ("talk", ["text"], ["text"], "llm"),
        ],
    )
    def test_kind_is_read_from_what_goes_in_and_out(self, tmp_path, key, goes_in, comes_out, kind):
        row = model(key, modalities={"input": goes_in, "output": comes_out})
        assert read_catalogue(tmp_path, providers(openai=[row]))[0].kind == kind

    @pytest.mark.parametrize(
        ("content", "words"),
        [("[]", "is a list"), ("{", "is not JSON"), ('{"openai": {}}', "'openai' without")],
    )
    def test_another_form_is_one_clear_error(self, tmp_path, content, words):
        (tmp_path / "api.json").write_text(content, encoding="utf-8")
        with pytest.raises(ReleaseDBError, match=words):
            read_models_dev(tmp_path / "api.json")

    def test_a_missing_file_is_one_clear_error(self, tmp_path):
        with pytest.raises(ReleaseDBError, match="can't be read"):
            read_models_dev(tmp_path / "none.json")


HEAD = (
    "Model,Organization,Publication date,Domain,Task,Parameters,Link,"
    "Country (of organization),Model accessibility,Open model weights?\n"
)


def read_line(tmp_path, line):
    (tmp_path / "e.csv").write_text(HEAD + line + "\n", encoding="utf-8")
    return read_epoch(tmp_path / "e.csv")


OFFER = """
name = "Demo 5"
release_date = "2025-07-10"
open_weights = true
[limit]
context = 128_000
[parameters]
total = 7_000_000_000
"""


class TestModelsDevRepository:
    def write(self, folder, **files):
        for path, text in files.items():
            file = folder / path.replace("__", "/").replace("_toml", ".toml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    def test_an_offer_of_the_maker(self, tmp_path):
        folder = self.write(tmp_path, providers__mistral__models__demo_toml=OFFER)
        (release,) = read_models_dev(folder)
        assert (release.id, release.name, release.organization) == ("demo", "Demo 5", "Mistral AI")
        assert (release.openness, release.date) == ("open-weights", "2025-07-10")
        assert (release.context_tokens, release.parameters) == (128_000, 7_000_000_000)

    def test_facts_of_the_model_itself_come_before_an_offer(self, tmp_path):
        folder = self.write(
            tmp_path,
            models__moonshotai__demo_toml=OFFER,
            providers__host__models__moonshotai__demo_toml=OFFER.replace("07-10", "12-29"),
        )
        (release,) = read_models_dev(folder)
        assert (release.organization, release.date) == ("Moonshot AI", "2025-07-10")

    def test_a_point_in_a_file_name_is_part_of_the_id(self, tmp_path):
        (tmp_path / "models" / "moonshotai").mkdir(parents=True)
        (tmp_path / "models" / "moonshotai" / "kimi-k9.6.toml").write_text(OFFER, encoding="utf-8")
        assert [release.id for release in read_models_dev(tmp_path)] == ["kimi-k9.6"]

    def test_a_broken_file_is_named(self, tmp_path):
        folder = self.write(tmp_path, providers__mistral__models__demo_toml="name =")
        with pytest.raises(ReleaseDBError, match=r"demo\.toml is not TOML"):
            read_models_dev(folder)

    def test_a_folder_of_something_else_is_one_clear_error(self, tmp_path):
        with pytest.raises(ReleaseDBError, match=r"has no files providers/NAME/models"):
            read_models_dev(tmp_path)


class TestEpoch:
    def test_facts_of_a_model(self, tmp_path):
        (release,) = read_line(
            tmp_path,
            'Demo 7,"Google,OpenAI",2024-05-13,Language,Chat,7e9,https://example.org/d,'
            '"United States of America,United States of America",Open weights (restricted use),Yes',
        )
        assert (release.id, release.organization) == ("demo-7", "Google / OpenAI")
        assert (release.country, release.parameters) == ("United States", 7_000_000_000)
        assert (release.openness, release.terms, release.kind) == (
            "open-weights", "restricted-use", "llm",
        )  # fmt: skip
        assert release.event("weights").date == "2024-05-13"
        assert release.sources == ("https://epoch.ai/data/ai-models", "https://example.org/d")

    @pytest.mark.parametrize(
        ("access", "weights", "openness"),
        [
            ("API access", "No", "api"),
            ("Unreleased", "", "closed"),
            ("Hosted access (no API)", "", "closed"),
            ("Open weights (unrestricted)", "", "open-weights"),
            ("", "Yes", "open-weights"),
            ("", "", "unknown"),
        ],
    )
    def test_openness(self, tmp_path, access, weights, openness):
        (release,) = read_line(tmp_path, f"Demo,OpenAI,2024,Language,,,,,{access},{weights}")
        assert release.openness == openness

    @pytest.mark.parametrize(
        ("domain", "task", "kind"),
        [
            ("Multimodal", "Chat", "vlm"),
            ("Speech", "Speech recognition (ASR)", "asr"),
            ("Vision", "Text-to-image", "text-to-image"),
            ("Biology", "Protein folding prediction", "protein"),
            ("Mathematics", "", "other"),
        ],
    )
    def test_kind(self, tmp_path, domain, task, kind):
        (release,) = read_line(tmp_path, f"Demo,OpenAI,2024,{domain},{task},,,,,")
        assert release.kind == kind

    def test_makers_of_several_countries_are_multinational(self, tmp_path):
        (release,) = read_line(tmp_path, 'Demo,OpenAI,2024,,,,,"France,Germany",,')
        assert release.country == "Multinational"

    def test_rows_without_a_day_are_left_out(self, tmp_path):
        assert read_line(tmp_path, "Demo,OpenAI,soon,,,,,,,") == []

    def test_only_the_first_of_several_links_is_a_source(self, tmp_path):
        (release,) = read_line(tmp_path, 'Demo,OpenAI,2024,,,,"https://a.org/1\nhttps://b.org",,,')
        assert release.sources[1:] == ("https://a.org/1",)

    @pytest.mark.parametrize(
        ("link", "note"),
        [
            ("https://arxiv.org/abs/2205.05789", "arXiv has 2022-05"),
            ("https://arxiv.org/pdf/2205.05789v2", "arXiv has 2022-05"),
            ("https://arxiv.org/abs/2207.05789", ""),
            ("https://arxiv.org/abs/2209.05789", ""),
            ("https://example.org/2205.05789", ""),
        ],
    )
    def test_the_number_of_a_paper_tells_when_its_first_version_came(self, tmp_path, link, note):
        (release,) = read_line(tmp_path, f"Demo,OpenAI,2022-07-14,,,,{link},,,")
        assert (release.date, release.note) == ("2022-07-14", note)

    def test_a_missing_column_is_named(self, tmp_path):
        (tmp_path / "e.csv").write_text("Model,Organization\n", encoding="utf-8")
        with pytest.raises(ReleaseDBError, match=r"e\.csv:1 has no column 'Publication date'"):
            read_epoch(tmp_path / "e.csv")

    def test_a_missing_file_is_one_clear_error(self, tmp_path):
        with pytest.raises(ReleaseDBError, match="can't be read"):
            read_epoch(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("cell", "number"), [("7e9", 7 * 10**9), (0, None), ("n/a", None), (None, None), ("inf", None)]
)
def test_whole_numbers(cell, number):
    assert whole(cell) == number


@pytest.mark.parametrize(
    ("cell", "date"),
    [("2024-05", "2024-05"), ("2024-05-13T00:00", "2024-05-13"), (None, ""), ("2024-13-01", "")],
)
def test_days(cell, date):
    assert day(cell) == date


def test_slugs_keep_points_and_plus_signs():
    assert slug("GPT-4.1 (mini)") == "gpt-4.1-mini"
    assert slug("C++ coder") == "c++-coder"


def test_every_maker_of_a_provider_is_an_organisation_of_the_table():
    makers = set(json.loads(read_text(PROVIDERS))["makers"].values())
    listed = {row["name"] for _, row in read_jsonl("releases/organizations.jsonl")}
    assert makers - listed == set()
