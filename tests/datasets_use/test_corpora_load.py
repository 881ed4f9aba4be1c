"""The corpora are datasets: they load offline, with features and splits as their cards say."""

import pytest

datasets = pytest.importorskip("datasets")
yaml = pytest.importorskip("yaml")  # datasets brings it

CONFIGS = [("hypecheck-v1", "sentences"), ("hypecheck-v1", "articles"), ("claims", "default")]
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture
def root(request, monkeypatch, tmp_path):
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    return request.config.rootpath / "corpora"


def card(folder):
    text = (folder / "README.md").read_text(encoding="utf-8")
    return yaml.safe_load(text.split("---\n")[1])


def loaded(root, name, config, tmp_path):
    return datasets.load_dataset(str(root / name), config, cache_dir=str(tmp_path / "cache"))


@pytest.mark.parametrize(("name", "config"), CONFIGS)
def test_loads_with_the_splits_of_its_card(root, tmp_path, name, config):
    found = loaded(root, name, config, tmp_path)
    (listed,) = [one for one in card(root / name)["configs"] if one["config_name"] == config]
    assert list(found) == [part["split"] for part in listed["data_files"]]
    assert all(len(part) > 0 for part in found.values())


@pytest.mark.parametrize(("name", "config"), CONFIGS)
def test_columns_are_the_features_of_its_card(root, tmp_path, name, config):
    info = card(root / name)["dataset_info"]
    info = info if isinstance(info, dict) else next(i for i in info if i["config_name"] == config)
    wanted = [feature["name"] for feature in info["features"]]
    for part in loaded(root, name, config, tmp_path).values():
        assert list(part.features) == wanted


def test_default_configuration_is_the_first(root, tmp_path):
    found = datasets.load_dataset(str(root / "hypecheck-v1"), cache_dir=str(tmp_path / "cache"))
    assert "markup" in found["train"].column_names


def test_spans_are_offsets_into_the_text(root, tmp_path):
    part = loaded(root, "hypecheck-v1", "sentences", tmp_path)["test"]
    row = next(row for row in part if row["spans"])
    span = row["spans"][0]
    assert set(span) == {"start", "end", "label", "stance"}
    assert f">{row['text'][span['start'] : span['end']]}<" in row["markup"]


def test_cards_name_licence_language_and_makers(root):
    for name in ("hypecheck-v1", "claims"):
        head = card(root / name)
        assert head["license"] == "cc-by-4.0"
        assert head["language"] == ["en"]
        assert head["annotations_creators"] == ["machine-generated"]
        assert (root / name / "LICENSE").is_file()
