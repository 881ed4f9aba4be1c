"""The numbers of a model file, read without scikit-learn, are those that skops reads."""

import io
import json
import zipfile

import numpy as np
import pytest

from hypecheck.scoring import load as loading
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


def rebuilt(change):
    """The shipped model with each of its files as `change` makes it from name and content."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(shipped_model())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def saved(array, version=(1, 0)):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version)
    return file.getvalue()


ARRAYS = {
    "no array": lambda array: b"",
    "a later format": lambda array: saved(array, (2, 0)),
    "half as many bits": lambda array: saved(array.astype("<f4")),
    "two dimensions": lambda array: saved(array[:, None]),
    "fewer numbers than it says": lambda array: saved(array)[:-8],
    "a head that breaks off": lambda array: saved(array)[:9],
    "a head that is no table": lambda array: saved(array).replace(b"{", b"("),
}


@pytest.mark.parametrize("change", ARRAYS.values(), ids=ARRAYS)
def test_arrays_of_another_layout_are_left_to_skops(change):
    def remake(name, content):
        if not name.endswith(".npy"):
            return content
        return change(np.load(io.BytesIO(content), allow_pickle=False))

    with pytest.raises(UnknownLayoutError):
        read_weights(rebuilt(remake), FORMAT)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"NdArrayNode"', '"ReduceNode"'), ('"type": "numpy"', '"type": "json"'), ('"ListNode"', '"SetNode"')],
)  # fmt: skip
def test_nodes_of_another_kind_are_left_to_skops(old, new):
    def remake(name, content):
        return content.replace(old.encode(), new.encode()) if name == "schema.json" else content

    assert old in json.dumps(
        json.loads(zipfile.ZipFile(io.BytesIO(shipped_model())).read("schema.json"))
    )
    with pytest.raises(UnknownLayoutError):
        read_weights(rebuilt(remake), FORMAT)


def test_skops_reads_the_shipped_model_where_the_quick_way_can_not(monkeypatch):
    def unknown(*args):
        raise UnknownLayoutError

    quick = load_scorer()
    monkeypatch.setattr(loading, "read_weights", unknown)
    loading._shipped.cache_clear()
    try:
        slow = load_scorer()
    finally:
        loading._shipped.cache_clear()
    assert (slow.sentence, slow.document, slow.registers) == (
        quick.sentence,
        quick.document,
        quick.registers,
    )
