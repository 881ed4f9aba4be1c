"""Nothing goes over the network: not at import, not at load, not at check time."""

import subprocess
import sys

import pytest

BLOCKED = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError(f"a socket was opened: {args}")
socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""
TEXT = "OpenAI announced a game-changer, its first open-weight model since GPT-2."


@pytest.mark.parametrize(
    "use",
    [
        "import hypecheck",
        "import hypecheck; hypecheck.load()",
        f"import hypecheck; assert hypecheck.check({TEXT!r}, as_of='2025-04-01').spans",
        f"import hypecheck; assert list(hypecheck.score_articles([{TEXT!r}]))",
        "import hypecheck; hypecheck.ReleaseDB.load().lookup('Whisper')",
        f"import hypecheck; assert '<' in hypecheck.check({TEXT!r}).to_html()",
        "from hypecheck.cli import main; main(['releases', 'show', 'whisper'], standalone_mode=False)",
    ],
)
def test_works_with_sockets_blocked(use):
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED + use], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_block_would_be_noticed():
    attempt = "import urllib.request; urllib.request.urlopen('http://localhost:9/')"
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED + attempt], capture_output=True, text=True, check=False
    )
    assert "a socket was opened" in done.stderr
