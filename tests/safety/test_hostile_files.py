"""Files from outside: each attack is refused with one clear error, and no code of theirs runs."""

import io
import json
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

from hypecheck.errors import HypecheckError
from hypecheck.readers.corpus_labels import read_labels
from hypecheck.scoring.persist import load_model, shipped_model

MARK = "hostile-code-ran"


class Payload:
    """Touches a file when it is unpickled."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        return Path.touch, (self.folder / MARK,)


def skops_archive(schema, **members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("schema.json", schema)
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def node(module, name, **more):
    return {"__class__": name, "__module__": module, "__loader__": "ReduceNode", **more}


def hostile_models(folder):
    bomb = b"\0" * 300_000_000
    system = node("posix", "system", content={}, protocol=2)
    return {
        "pickle": pickle.dumps(Payload(folder)),
        "not a zip": b"skops",
        "empty": b"",
        "schema is no JSON": skops_archive("{"),
        "foreign type": skops_archive(json.dumps({**system, "_skops_version": "0.13"})),
        "no schema": skops_archive("{}"),
        "zip bomb": skops_archive(json.dumps({"_skops_version": "0.13"}), bomb=bomb),
        "path out of the folder": skops_archive("{}", **{"../../escaped": "x"}),
        "absolute path": skops_archive("{}", **{str(folder / MARK): "x"}),
        "link out of the folder": linking_archive(),
        "pickle in the archive": skops_archive(
            json.dumps(node("sklearn", "x", type="json", file="0.pkl", _skops_version="0.13")),
            **{"0.pkl": pickle.dumps(Payload(folder))},
        ),
        "array of objects": skops_archive(
            json.dumps(
                {
                    "__class__": "ndarray", "__module__": "numpy", "__loader__": "NdArrayNode",
                    "type": "numpy", "file": "0.npy", "protocol": 2, "_skops_version": "0.13",
                }
            ),
            **{"0.npy": array_of_objects(folder)},
        ),
        "schema twice": skops_archive("{}", **{"./schema.json": "{}"}),
        "deep schema": skops_archive("[" * 100_000),
        "many members": skops_archive("{}", **{f"m{number}": "x" for number in range(3000)}),
        "function": skops_archive(
            json.dumps(
                {
                    "__class__": "function", "__module__": "builtins", "__loader__": "FunctionNode",
                    "content": {"module_path": "os", "function": "system"}, "_skops_version": "0.13",
                }
            )
        ),
        "shipped with a member more": shipped_with(folder),
        "shipped with another schema": shipped_with(folder, schema=True),
    }  # fmt: skip


def linking_archive():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("schema.json")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return packed.getvalue()


def array_of_objects(folder):
    """What numpy would unpickle if it were allowed to."""
    out = io.BytesIO()
    np.save(out, np.array([Payload(folder)], dtype=object), allow_pickle=True)
    return out.getvalue()


def shipped_with(folder, schema=False):
    """The shipped model with a pickle beside its members, or a type of somebody else's inside."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(shipped_model())) as good,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in good.namelist():
            content = good.read(name)
            if schema and name == "schema.json":
                row = json.loads(content)
                row["content"] = node("posix", "system", content={}, protocol=2)
                content = json.dumps(row).encode()
            archive.writestr(name, content)
        if not schema:
            archive.writestr("bomb", b"\0" * 300_000_000)
    return packed.getvalue()


@pytest.mark.parametrize("attack", hostile_models(Path()))
def test_hostile_model_is_refused_in_one_line(attack, tmp_path):
    path = tmp_path / "model.skops"
    path.write_bytes(hostile_models(tmp_path)[attack])
    with pytest.raises(HypecheckError) as error:
        load_model(path)
    assert "\n" not in str(error.value).strip()
    assert not (tmp_path / MARK).exists()
    assert not list(tmp_path.parent.glob("escaped"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("labels.jsonl", b'{"text": "A game-changer.", "hype": 2'),
        ("labels.jsonl", b"\xff\xfe\x00"),
        ("labels.jsonl", b'{"text": {"__reduce__": "os.system"}, "hype": 2}'),
        ("labels.jsonl", b"[" * 100_000),
        ("labels.jsonl", b'{"text": "x", "hype": 1e999}'),
        ("labels.jsonl", b'{"text": "x", "hype": NaN}'),
        ("labels.csv", b"text,hype\n=cmd|' /C calc'!A0,high\n"),
        ("labels.csv", b"\x00\x00\x00"),
    ],
)
def test_hostile_labels_are_refused_with_the_file_named(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(HypecheckError, match=name):
        list(read_labels(path))
