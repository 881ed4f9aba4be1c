"""One page from the web, with limits on time, size and redirects.

This is the only module of the package that opens a connection, and only for an address that a
user has given.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, responses
from importlib.metadata import version
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from hypecheck.errors import InputError
from hypecheck.readers.plain import MAX_BYTES

#: Seconds for everything: name, connection, redirects and the last byte.
SECONDS = 30.0
MAX_REDIRECTS = 5
_SCHEMES = ("http", "https")
_CHUNK = 65_536
#: Lets zlib read both gzip and zlib wrappers.
_ANY_WRAPPER = 32 + zlib.MAX_WBITS
_SAFE = "/?#[]@!$&'()*+,;=:%~-._"


@dataclass(frozen=True, slots=True)
class Response:
    """What a server gave.

    Attributes
    ----------
    url : str
        Where it was found in the end.
    kind : str
        Media type, "text/html".
    charset : str or None
        As the server names it.
    """

    url: str
    body: bytes
    kind: str
    charset: str | None


def fetch(url: str, *, seconds: float = SECONDS) -> Response:
    """Page at an address.

    Parameters
    ----------
    url : str
        An http or https address.
    seconds : float
        Time for all of it.

    Raises
    ------
    InputError
        The address is none, can't be reached, answers with an error, too late, with too much or
        with too many redirects, or leads from the public net into a private one.
    """
    deadline = time.monotonic() + seconds
    try:
        return _in_time(lambda: _get(url, deadline), seconds)
    except InputError:
        raise
    except HTTPError as error:
        error.close()
        phrase = f"{error.code} {responses.get(error.code, '')}".strip()
        raise InputError(f"{url} answered {phrase}. {_advice(error.code)}") from None
    except (TimeoutError, Empty):
        raise InputError(
            f"{url} took longer than {seconds:.0f} seconds. Try again, or save the page and check"
            " the file."
        ) from None
    except (URLError, OSError, HTTPException, ValueError, zlib.error) as error:
        raise InputError(f"{url} can't be read: {_reason(error, seconds)}.") from None


def _in_time(work: Callable[[], Response], seconds: float) -> Response:
    """Result of `work`, or `Empty`: a server that sends a byte now and then holds up nobody."""
    done: SimpleQueue[Response | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            done.put(work())
        except BaseException as error:  # it is raised again below, in the caller's thread
            done.put(error)

    Thread(target=run, daemon=True).start()
    result = done.get(timeout=seconds)
    if isinstance(result, BaseException):
        raise result
    return result


def _get(url: str, deadline: float) -> Response:
    address = _ascii(url)
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        _Redirects(url),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    request = Request(
        address,
        headers={
            "User-Agent": f"hypecheck/{version('hypecheck')}",
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
    )
    with opener.open(request, timeout=max(0.1, deadline - time.monotonic())) as response:
        body = _body(url, response, deadline)
        headers = response.headers
        return Response(
            response.geturl(), body, headers.get_content_type(), headers.get_content_charset()
        )


def _ascii(url: str) -> str:
    """The address as it goes over the wire."""
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise InputError(f"{url} is no page's address. Allowed: http:// and https:// with a host.")
    host = parts.hostname.encode("idna").decode("ascii")
    place = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        (parts.scheme, place + port, quote(parts.path, _SAFE), quote(parts.query, _SAFE), "")
    )


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, and none from the public net into a private one."""

    max_redirections = MAX_REDIRECTS

    def __init__(self, url: str) -> None:
        self._url = url
        self._public = is_public(urlsplit(url).hostname or "")

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        parts = urlsplit(newurl)
        fp.close()
        if parts.scheme not in _SCHEMES:
            raise InputError(f"{self._url} redirects to {newurl}. Allowed: http:// and https://.")
        if self._public and not is_public(parts.hostname or ""):
            raise InputError(
                f"{self._url} redirects to {newurl}, which is in a private network. Give that"
                " address itself if it is meant."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_public(host: str) -> bool:
    """Tell whether a host is on the public net; one that can't be looked up is taken for that."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:  # the connection will say what is wrong
        return True
    return all(ipaddress.ip_address(str(one[4][0]).split("%")[0]).is_global for one in found)


def _body(url: str, response: Any, deadline: float) -> bytes:
    """The body, unpacked and bounded on both sides of the packing."""
    unpack = _unpacker(url, response.headers)
    body, received = bytearray(), 0
    while chunk := response.read1(_CHUNK):
        if time.monotonic() > deadline:
            raise TimeoutError
        received += len(chunk)
        body += unpack(chunk, MAX_BYTES - len(body) + 1)
        if received > MAX_BYTES or len(body) > MAX_BYTES:
            raise InputError(
                f"{url} is larger than {MAX_BYTES / 1e6:.0f} MB. Save what you need and check that."
            )
    announced = response.headers.get("Content-Length", "")
    if announced.isdigit() and received < int(announced):
        raise InputError(f"{url} broke off after {received} of {announced} bytes. Try again.")
    return bytes(body)


def _unpacker(url: str, headers: Message) -> Callable[[bytes, int], bytes]:
    packing = (headers.get("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return lambda chunk, _: chunk
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise InputError(f"{url} is packed as {packing!r}. Allowed: gzip, deflate or none.")
    unpacker = zlib.decompressobj(_ANY_WRAPPER)
    return unpacker.decompress


def _advice(code: int) -> str:
    if code in (401, 402, 403, 407, 429, 451):
        return "It keeps programs out: save the page from a browser and check the file."
    if 300 <= code < 400:
        return (
            f"Up to {MAX_REDIRECTS} redirects are followed, to http:// and https:// only:"
            " give the final address."
        )
    return "Try again later." if code >= 500 else "Check the address."


def _reason(error: Exception, seconds: float) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"it did not answer within {seconds:.0f} seconds"
    if isinstance(cause, socket.gaierror):
        return "its host is not known. Check the spelling, and the connection"
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate does not hold ({cause.verify_message})"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return " ".join(f"{type(cause).__name__}: {cause}".split()).strip(": ")
