"""Films from another address of the owner: the one exception to asking nobody else, and only on play."""

import contextlib
import datetime
import functools
import http.server
import ipaddress
import ssl
import threading
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from small_site import DAY, RECORD, derivatives, run, small_site

from sites import served


def certificate(place):
    """Write a key and a certificate of our own for loopback."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    day = datetime.datetime(2020, 1, 1)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), day)
        .not_valid_after(datetime.datetime(2120, 1, 1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    form = serialization.Encoding.PEM
    secret = key.private_bytes(form, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    place.write_bytes(secret + made.public_bytes(form))
    return place


class Films(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Keep the test's output clean."""


@contextlib.contextmanager
def films_over_https(folder, place):
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Films, directory=str(folder))
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(place))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"https://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def files_two_below(folder):
    return {file.relative_to(folder).as_posix() for file in folder.glob("*/*")}


@pytest.mark.slow
@pytest.mark.browser
def test_only_play_asks_the_owners_other_address_and_the_film_comes_from_there(tmp_path, browser):
    root = small_site(tmp_path / "root")
    with films_over_https(root / "media/derivatives", tmp_path / "pair.pem") as films:
        config = root / "mkdocs.yml"
        said = config.read_text(encoding="utf-8")
        wished = said.replace("      demo: true", f"      media_url: {films}\n      demo: true")
        config.write_text(wished, encoding="utf-8")
        built = run(root, "build", "--today", DAY)
        assert built.returncode == 0, built.stdout + built.stderr
        kept = {name for name in derivatives(root) if not name.endswith((".mp4", ".m4a", ".opus", ".json"))}
        drawn = files_two_below(root / ".cache/cards")
        assert {name.rpartition("-")[2] for name in drawn} == {"card.jpg", "poster.jpg"}
        site = root / "site"
        assert files_two_below(site / "media") == kept | drawn
        with served(site) as home:
            page = browser.new_context(ignore_https_errors=True).new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(f"{home}{RECORD}/", wait_until="load")
            page.wait_for_timeout(300)
            assert [url for url in asked if not url.startswith((home, "data:"))] == []
            page.evaluate("document.querySelector('video').play()")
            page.wait_for_function("document.querySelector('video').currentTime > 0.2")
            foreign = {url for url in asked if not url.startswith((home, "data:"))}
            page.context.close()
    assert {urlsplit(url)[:2] for url in foreign} == {("https", urlsplit(films).netloc)}
    assert all(url.endswith(".mp4") for url in foreign)
