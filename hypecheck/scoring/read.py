"""The plain numbers of a model file, read without building any object of it.

Loading skops and scikit-learn takes longer than checking a text, and scoring needs neither: only
coefficients and words. Of the file's tree nothing is read but texts, numbers, lists, mappings and
arrays of floats; whatever else stands there is left alone, and nothing in it can run.
"""

from __future__ import annotations

import ast
import json
import struct
import sys
import zipfile
from array import array
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from hypecheck.scoring.register import Register, Registers
from hypecheck.scoring.scorer import Weights

#: Number of the skops file layout that is understood here.
PROTOCOL = 2


class UnknownLayoutError(Exception):
    """The file isn't laid out as expected; skops itself may still read it."""


def read_weights(data: bytes, form: int) -> tuple[Weights, Weights, Registers]:
    """Coefficients of sentences and of texts, and the registers.

    Parameters
    ----------
    data : bytes
        A model file.
    form : int
        Number of the model format wanted.

    Raises
    ------
    UnknownLayoutError
        The file is laid out in another way.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            tree = json.loads(archive.read("schema.json"))
            if tree["protocol"] != PROTOCOL or _value(archive, tree["content"]["format"]) != form:
                raise UnknownLayoutError
            parts = tree["content"]
            registers = _value(archive, parts["registers"])
            return (
                _weights(archive, parts["sentence"]),
                _weights(archive, parts["document"]),
                {name: _register(table) for name, table in registers.items()},
            )
    except (KeyError, IndexError, TypeError, ValueError, SyntaxError) as error:
        raise UnknownLayoutError from error
    except (struct.error, zipfile.BadZipFile) as error:
        raise UnknownLayoutError from error


def _weights(archive: zipfile.ZipFile, node: Mapping[str, Any]) -> Weights:
    state = node["content"]["content"]
    names = _value(archive, state["feature_names_"])
    values = _value(archive, state["coef_"])
    intercept = _value(archive, state["intercept_"])
    return Weights(float(intercept), dict(zip(names, values, strict=True)))


def _register(table: Mapping[str, Any]) -> Register:
    return Register(dict(zip(table["words"].split("\n"), table["weights"], strict=True)))


def _value(archive: zipfile.ZipFile, node: Mapping[str, Any]) -> Any:
    """Value of a node of the tree."""
    loader, content = node["__loader__"], node.get("content")
    if loader == "JsonNode" and content is not None:
        return json.loads(content)
    if loader == "ListNode" and content is not None:
        return [_value(archive, item) for item in content]
    if loader == "DictNode" and content is not None:
        return {name: _value(archive, item) for name, item in content.items()}
    if loader == "NdArrayNode" and node.get("type") == "numpy":
        return list(_floats(archive.read(node["file"])))
    raise UnknownLayoutError


def _floats(data: bytes) -> Iterator[float]:
    """Yield the numbers of an array in NumPy's format 1, of one dimension and of 64-bit floats."""
    if data[:8] != b"\x93NUMPY\x01\x00":
        raise UnknownLayoutError
    (length,) = struct.unpack("<H", data[8:10])
    header = ast.literal_eval(data[10 : 10 + length].decode("latin-1"))
    if header["descr"] != "<f8" or len(header["shape"]) != 1:
        raise UnknownLayoutError
    numbers = array("d")
    numbers.frombytes(data[10 + length :])
    if sys.byteorder == "big":
        numbers.byteswap()
    if len(numbers) != header["shape"][0]:
        raise UnknownLayoutError
    yield from numbers
