"""Found by entry point: nobody has to import hypecheck."""

from importlib.metadata import entry_points

import pytest


def test_factory_is_found_in_a_fresh_process_without_an_import(fresh):
    code = (
        "import sys, spacy\n"
        "assert 'hypecheck' not in sys.modules\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('hypecheck')\n"
        "doc = nlp('It is a game-changer.')\n"
        "print([(s.text, s.label_) for s in doc.spans['hype']], doc._.hype_score > 0.1)"
    )
    assert fresh(code) == "[('game-changer', 'transformation')] True"


def test_saved_pipeline_is_loaded_in_a_fresh_process_without_an_import(fresh, nlp, tmp_path):
    nlp.to_disk(tmp_path)
    code = (
        "import sys, spacy\n"
        "nlp = spacy.load(sys.argv[1])\n"
        "doc = nlp('It is a game-changer.')\n"
        "print([s.label_ for s in doc.spans['hype']])"
    )
    assert fresh(code, tmp_path) == "['transformation']"


@pytest.mark.parametrize(
    ("group", "name"),
    [("spacy_factories", "hypecheck"), ("spacy_scorers", "hypecheck.hype_scorer.v1")],
)
def test_entry_points_are_declared_and_load(group, name):
    found = [point for point in entry_points(group=group) if point.name == name]
    assert found, f"{group} has no {name}"
    assert callable(found[0].load())


def test_scorer_is_found_in_a_fresh_process_without_an_import(fresh):
    code = (
        "from spacy.util import registry\n"
        "print(registry.scorers.get('hypecheck.hype_scorer.v1')().__name__)"
    )
    assert fresh(code) == "score_hype"


def test_docbin_is_read_in_a_fresh_process_after_one_call(fresh, nlp, tmp_path):
    from spacy.tokens import DocBin

    doc = nlp("It is a game-changer.")
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "docs.spacy")
    code = (
        "import sys, spacy, hypecheck\n"
        "from spacy.tokens import DocBin\n"
        "hypecheck.register_extensions()\n"
        "docs = DocBin().from_disk(sys.argv[1]).get_docs(spacy.blank('en').vocab)\n"
        "print([doc._.hype.spans[0].text for doc in docs])"
    )
    assert fresh(code, tmp_path / "docs.spacy") == "['game-changer']"
