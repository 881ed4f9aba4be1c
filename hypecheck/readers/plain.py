"""One plain-text file, read with care: size, encoding and emptiness are checked."""

from __future__ import annotations

from pathlib import Path

from hypecheck.errors import InputError
from hypecheck.resources import read_at_most

#: Longest text that is checked in one piece, in bytes of UTF-8.
MAX_BYTES = 16_000_000
#: Control characters that no text has; tab, newline, form feed and escape are allowed.
_BINARY = bytes(code for code in range(32) if code not in (8, 9, 10, 12, 13, 27))


def read_file(path: Path) -> str:
    """Text of a UTF-8 file.

    Parameters
    ----------
    path : Path

    Raises
    ------
    InputError
        The file is missing, a folder, too large, binary, not UTF-8, or empty.
    """
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """Bytes of a file that isn't too large; raises `InputError` like `read_file`."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise InputError(f"{path} is a folder. Name the files in it.")
        if size > MAX_BYTES:
            raise _too_large(str(path), size)
        return read_at_most(path, MAX_BYTES)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist. Check the spelling.") from None
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}.") from None


def decode(data: bytes, name: str) -> str:
    """Text of UTF-8 bytes; raises `InputError` like `read_file`."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if data.translate(None, _BINARY) != data:
        raise InputError(f"{name} is a binary file. Give plain text in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x})."
            " Convert it first, for example with iconv."
        ) from None
    if not text.strip():
        raise InputError(f"{name} is empty. There is nothing to check.")
    return text.replace("\r\n", "\n")


def _too_large(name: str, size: int) -> InputError:
    return InputError(
        f"{name} has {size / 1e6:.1f} MB. Up to {MAX_BYTES / 1e6:.0f} MB are checked in one piece:"
        " split it."
    )
