"""Pages as articles, from a server on loopback: what is taken out, and every way it can fail."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from hypecheck.api import score_article
from hypecheck.cli import main
from hypecheck.errors import InputError
from hypecheck.pipeline import default_analyzer
from hypecheck.readers import fetch as fetching
from hypecheck.readers.fetch import fetch, is_public
from hypecheck.readers.names import is_page
from hypecheck.readers.page import article_of_page
from hypecheck.readers.plain import MAX_BYTES, decode, read_bytes
from hypecheck.readers.web import read_page

BODY = "<p>The new platform is a game-changer that will transform every industry.</p>" + (
    "<p>The office on Main Street opens at nine and closes at five on weekdays.</p>" * 8
)
HEAD = "<title>Acme opens its weights</title><meta name='author' content='Ann Lee'>"
DATED = "<meta property='article:published_time' content='2025-04-03T08:00:00Z'>"


def page(body=BODY, head=HEAD + DATED):
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>"
        f"<nav><a href='/'>Home</a> Subscribe to our unrivalled newsletter</nav><article>{body}</article>"
        "<footer>© 2019 The Outlet</footer></body></html>"
    )


class Site:
    """A server whose answers a test writes down: path to (status, headers, body)."""

    def __init__(self):
        self.answers, self.asked = {}, []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                answer = site.answers.get(self.path, (404, {}, b"gone"))
                if callable(answer):
                    return answer(self)
                status, headers, body = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def put(self, path, body, status=200, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        body = body.encode() if isinstance(body, str) else body
        self.answers[path] = (status, {"Content-Type": "text/html", **named}, body)
        return self.url + path


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


class TestArticle:
    def test_text_title_date_author_and_address_are_taken(self, site):
        url = site.put("/news", page())
        article = read_page(url)
        assert "game-changer" in article.text
        assert "Subscribe" not in article.text
        assert "2019" not in article.text
        assert (article.title, article.published) == ("Acme opens its weights", "2025-04-03")
        assert (article.author, article.url) == ("Ann Lee", url)

    def test_year_of_the_copyright_notice_is_no_date(self, site):
        article = read_page(site.put("/news", page(head=HEAD)))
        assert article.published is None
        assert article.meta == {}

    @pytest.mark.parametrize("heading", ["Acme opens its weights", "ACME opens  its weights"])
    def test_title_is_no_part_of_the_text(self, site, heading):
        """It would be scored twice."""
        article = read_page(site.put("/news", page(f"<h1>{heading}</h1>{BODY}")))
        assert article.title.casefold() == "acme opens its weights"
        assert article.text.startswith("The new platform")

    def test_charset_of_the_server_counts(self, site):
        body = page(BODY.replace("Main", "Café")).replace("<meta charset='utf-8'>", "")
        url = site.put("/a", body.encode("cp1252"), Content_Type="text/html; charset=windows-1252")
        assert "Café Street" in read_page(url).text

    @pytest.mark.parametrize("charset", ["no-such", "ascii"])
    def test_wrong_charset_is_put_right_by_the_page(self, site, charset):
        body = page(BODY.replace("Main", "Café"))
        url = site.put("/a", body, Content_Type=f"text/html; charset={charset}")
        assert "Café Street" in read_page(url).text

    @pytest.mark.parametrize(
        ("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)]
    )
    def test_packed_page_is_unpacked(self, site, packing, pack):
        url = site.put("/a", pack(page().encode()), Content_Encoding=packing)
        assert "game-changer" in read_page(url).text

    def test_plain_text_is_the_article(self, site):
        url = site.put("/a.txt", "It is a game-changer.", Content_Type="text/plain")
        assert read_page(url).text == "It is a game-changer."

    def test_address_with_letters_of_any_alphabet(self, site):
        site.put("/caf%C3%A9?q=%C3%BC", page())
        assert read_page(f"{site.url}/café?q=ü#part").title == "Acme opens its weights"

    def test_redirect_is_followed_and_the_final_address_named(self, site):
        final = site.put("/b", page())
        url = site.put("/a", "", status=301, Location="/b")
        assert read_page(url).url == final

    def test_asks_as_itself_and_sends_nothing_else(self, site):
        read_page(site.put("/a", page()))
        ((_, headers),) = site.asked
        assert headers["User-Agent"].startswith("hypecheck/")
        assert "Cookie" not in headers
        assert "Referer" not in headers

    def test_file_is_read_the_same_way(self, tmp_path):
        path = tmp_path / "page.html"
        path.write_text(page(), encoding="utf-8")
        article = read_page(str(path))
        assert (article.title, article.published) == ("Acme opens its weights", "2025-04-03")


def refused(name, words, **options):
    """The one-line message of a refusal, which holds the words and names what was asked for."""
    with pytest.raises(InputError) as error:
        read_page(name, **options)
    message = str(error.value)
    assert words in message
    assert name in message
    assert "\n" not in message
    return message


def drip(handler):
    """An answer that never ends: a byte now and then."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n")
    for _ in range(200):
        try:
            handler.wfile.write(b"X: y\r\n")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.05)


class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "words"),
        [
            (404, "answered 404 Not Found. Check the address."),
            (403, "answered 403 Forbidden. It keeps programs out"),
            (500, "answered 500 Internal Server Error. Try again later."),
        ],
    )
    def test_error_of_the_server(self, site, status, words):
        refused(site.put("/a", "sorry", status=status), words)

    @pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json"])
    def test_what_is_no_page(self, site, kind):
        refused(site.put("/a", b"%PDF", Content_Type=kind), f"is {kind}. Allowed: an HTML page")

    @pytest.mark.parametrize("body", ["", "<html><body><nav>Home</nav></body></html>"])
    def test_page_without_an_article(self, site, body):
        refused(site.put("/a", body), "No article was found in")

    def test_page_that_is_too_large(self, site):
        refused(site.put("/a", b"x" * (MAX_BYTES + 1)), "is larger than 16 MB")

    def test_decompression_bomb_is_not_unpacked(self, site):
        bomb = gzip.compress(b"\0" * (20 * MAX_BYTES))
        refused(site.put("/a", bomb, Content_Encoding="gzip"), "is larger than 16 MB")

    def test_damaged_packing(self, site):
        refused(site.put("/a", b"\x1f\x8bnonsense", Content_Encoding="gzip"), "can't be read")

    def test_unknown_packing(self, site):
        refused(site.put("/a", b"x", Content_Encoding="br"), "packed as 'br'. Allowed: gzip")

    def test_body_that_breaks_off(self, site):
        refused(site.put("/a", page(), Content_Length="99999"), "broke off after")

    def test_server_that_never_comes_to_an_end(self, site):
        site.answers["/a"] = drip
        refused(site.url + "/a", "took longer than 1 seconds", seconds=1)

    def test_server_that_never_begins(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
            refused(url, "took longer than 1 seconds", seconds=1)

    def test_nobody_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        refused(f"http://127.0.0.1:{port}/", "connection refused")

    def test_host_that_does_not_exist(self, monkeypatch):
        def unknown(*args, **options):
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        refused("http://no-such-host.invalid/", "its host is not known. Check the spelling")

    def test_host_that_does_not_answer_in_time(self, monkeypatch):
        def late(*args, **options):
            raise TimeoutError

        monkeypatch.setattr(socket, "create_connection", late)
        refused("http://127.0.0.1:9/", "it did not answer within 30 seconds")

    def test_certificate_that_does_not_hold(self, monkeypatch):
        error = ssl.SSLCertVerificationError(1, "certificate verify failed")
        error.verify_message = "self-signed certificate"

        def untrusted(*args, **options):
            raise error

        monkeypatch.setattr(socket, "create_connection", untrusted)
        refused("https://127.0.0.1:9/", "certificate does not hold (self-signed certificate)")

    def test_body_that_drips_is_not_read_for_ever(self, site):
        """The caller is told, and the connection is closed behind it."""
        closed = threading.Event()

        def dripping(handler):
            handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
            with suppress(OSError):
                for _ in range(1000):
                    handler.wfile.write(b"<p>")
                    handler.wfile.flush()
                    time.sleep(0.02)
                return
            closed.set()

        site.answers["/a"] = dripping
        refused(site.url + "/a", "took longer than", seconds=0.2)
        assert closed.wait(10)

    def test_what_speaks_no_http(self):
        with socket.create_server(("127.0.0.1", 0)) as server:

            def answer():
                connection, _ = server.accept()
                connection.sendall(b"220 mail.example ESMTP\r\n")
                connection.close()

            threading.Thread(target=answer, daemon=True).start()
            refused(f"http://127.0.0.1:{server.getsockname()[1]}/", "can't be read")

    @pytest.mark.parametrize(
        "url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "https:///a", "gopher://x/"]
    )
    def test_what_is_no_address_of_a_page(self, url):
        refused(url, "Allowed: http:// and https://")

    @pytest.mark.parametrize("url", ["http://[::1", "http://a:b/", "http://\x00/", "http://a b/"])
    def test_address_that_can_not_be_read(self, url):
        with pytest.raises(InputError):
            read_page(url)

    def test_redirects_without_end(self, site):
        url = site.put("/a", "", status=302, Location="/a")
        refused(url, "answered 302")
        assert len(site.asked) <= fetching.MAX_REDIRECTS + 1

    def test_long_chain_of_redirects(self, site):
        for number in range(9):
            site.put(f"/{number}", "", status=302, Location=f"/{number + 1}")
        refused(site.url + "/0", "Up to 5 redirects are followed")

    @pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a"])
    def test_redirect_to_what_is_no_page(self, site, target):
        refused(site.put("/a", "", status=302, Location=target), "http:// and https://")

    def test_redirect_from_the_public_net_into_a_private_one(self, site, monkeypatch):
        monkeypatch.setattr(fetching, "is_public", lambda host: host == "127.0.0.1")
        url = site.put("/a", "", status=302, Location="http://169.254.169.254/secret")
        refused(url, "is in a private network")
        assert [path for path, _ in site.asked] == ["/a"]


@pytest.mark.parametrize(
    ("host", "public"),
    [("127.0.0.1", False), ("10.1.2.3", False), ("::1", False), ("169.254.1.1", False), ("8.8.8.8", True)],
)  # fmt: skip
def test_hosts_that_are_public(host, public):
    assert is_public(host) is public


def test_fetch_gives_what_the_server_gave(site):
    response = fetch(site.put("/a", b"\xe4", Content_Type="text/html; charset=latin-1"))
    assert (response.body, response.kind, response.charset) == (b"\xe4", "text/html", "latin-1")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none.html", "does not exist"),
        ("empty.html", "is empty"),
        ("folder.html", "is a folder"),
        ("noise.html", "No article was found in"),
    ],
)
def test_file_that_is_no_article(tmp_path, name, words):
    (tmp_path / "empty.html").write_bytes(b" \n")
    (tmp_path / "noise.html").write_bytes(bytes(range(256)))
    (tmp_path / "folder.html").mkdir()
    refused(str(tmp_path / name), words)


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_file_that_is_too_large_is_not_read(tmp_path, name):
    with (tmp_path / name).open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match=rf"{name} has 16\.0 MB. Up to 16 MB are checked"):
        read_bytes(tmp_path / name)


def test_texts_that_are_too_large_are_refused_from_memory_too():
    with pytest.raises(InputError, match=r"the page is larger than 16 MB\. Give the text"):
        article_of_page("x" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match=r"standard input has 16\.0 MB"):
        decode(b"x" * (MAX_BYTES + 1), "standard input")


def test_file_that_can_not_be_read_is_named(tmp_path, monkeypatch):
    def closed(path, *args):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Plain.")
    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(InputError, match=r"a\.txt can't be read: Permission denied"):
        read_bytes(tmp_path / "a.txt")


@pytest.mark.parametrize("page", [b"<div>" * 100_000, b"<p>" + b"&amp;" * 10_000, b"\x00" * 1000, "<a" * 50_000])  # fmt: skip
def test_hostile_page_ends_in_an_article_or_one_clear_error(page):
    with suppress(InputError):
        assert article_of_page(page)["text"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("https://a.org", True), ("A.HTML", True), ("a.htm", True), ("a.md", False), ("-", False), ("http:/a", False)],
)  # fmt: skip
def test_what_is_taken_for_a_page(name, expected):
    assert is_page(name) is expected


class TestCheck:
    """The way through the command line."""

    def run(self, *arguments):
        return CliRunner().invoke(main, ["check", *arguments])

    def test_date_of_the_page_is_as_of_and_the_report_says_so(self, site):
        shown = self.run(site.put("/a", page())).stdout
        assert "as of 2025-04-03 (page)" in shown
        assert "game-changer" in shown

    def test_given_date_goes_before_it(self, site):
        shown = self.run(site.put("/a", page()), "--as-of", "2024-01").stdout
        assert "as of 2024-01-31 (given)" in shown

    def test_title_of_the_page_is_scored_unless_one_is_given(self, site):
        url = site.put("/a", page(head="<title>A revolutionary game-changer</title>"))
        assert "title, " in self.run(url).stdout
        assert "title, " not in self.run(url, "--title", "News").stdout

    def test_page_without_a_date_falls_back_to_today(self, site):
        shown = self.run(site.put("/a", page(head=HEAD))).stdout
        assert f"as of {date.today()} (today)" in shown

    def test_failure_is_one_line_and_exit_3(self, site):
        result = self.run(site.url + "/none")
        assert result.exit_code == 3
        assert result.stderr.count("\n") == 1
        assert "404" in result.stderr

    def test_html_file_is_an_article_too(self, tmp_path):
        path = Path(tmp_path) / "page.html"
        path.write_text(page(), encoding="utf-8")
        assert "as of 2025-04-03 (page)" in self.run(str(path)).stdout


def test_articles_read_from_pages_say_so_in_python_too(site):
    article = read_page(site.put("/a", page()))
    report = score_article(default_analyzer(), article)
    assert (report.as_of, report.as_of_source) == ("2025-04-03", "page")
