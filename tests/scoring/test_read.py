"""The numbers of a model file, read without scikit-learn, are those that skops reads."""

import pytest

from hypecheck.scoring import load_scorer
from hypecheck.scoring.load import make_scorer
from hypecheck.scoring.persist import FORMAT, load_model, shipped_model
from hypecheck.scoring.read import UnknownLayoutError, read_weights


def test_shipped_numbers_are_those_that_skops_reads():
    model = load_model()
    known, quick = make_scorer(model.sentence, model.document, model.registers), load_scorer()
    assert (quick.sentence, quick.document) == (known.sentence, known.document)
    assert quick.registers == known.registers


@pytest.mark.parametrize(
    ("data", "form"), [(b"", FORMAT), (b"no archive", FORMAT), (shipped_model(), FORMAT + 1)]
)
def test_another_layout_is_left_to_skops(data, form):
    with pytest.raises(UnknownLayoutError):
        read_weights(data, form)
