"""What docs/hosting.md prints for servers: a real nginx reads it; IIS and GitLab CI as far as can be checked."""

import contextlib
import gzip
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from xml.etree import ElementTree

import pytest

from page_kinds import KINDS
from sites import ROOT, build

HOSTING = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
POLICY = next(line for line in HOSTING.splitlines() if line.startswith("default-src 'self';"))
TYPES = dict(re.findall(r"^\| `(\.[a-z0-9]+)` \| `([^`]+)`", HOSTING, re.MULTILINE))
BLOCKS = re.findall(r"^```nginx\n(.*?)^```", HOSTING, re.MULTILINE | re.DOTALL)
CONF = """
daemon off;
{user}
pid {place}/nginx.pid;
error_log {place}/error.log;
worker_processes 1;
events {{}}
http {{
    access_log off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
{block}
    }}
}}
"""


@contextlib.contextmanager
def nginx(place, site, more=""):
    """Serve `site` below /zsxx/ by a real nginx with the printed block; yield the address of its home."""
    (place / "www").mkdir(parents=True)
    (place / "www/zsxx").symlink_to(site, target_is_directory=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    block = BLOCKS[0].replace("/srv/www", str(place / "www"))
    block = block.replace("    gzip on;", f"{more}    gzip on;")
    user = "user root;" if os.getuid() == 0 else ""
    (place / "nginx.conf").write_text(
        CONF.format(place=place, user=user, port=port, block=block), encoding="utf-8"
    )
    command = [
        "/usr/sbin/nginx",
        "-p",
        str(place),
        "-e",
        str(place / "error.log"),
        "-c",
        str(place / "nginx.conf"),
    ]
    server = subprocess.Popen(command)
    try:
        wait_for(port, server, place / "error.log")
        yield f"http://127.0.0.1:{port}/zsxx/"
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(port, server, log):
    """Wait until the server takes connections."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text("utf-8")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@pytest.fixture(scope="module")
def served_by_nginx(tmp_path_factory, demo_site):
    with nginx(tmp_path_factory.mktemp("nginx"), demo_site) as home:
        yield home


def ask(url, **headers):
    """Return (status, headers, body) as they came, nothing decoded."""
    request = urllib.request.Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def one_of_each(site):
    """Return one path of the site for each ending: its largest file."""
    files = sorted(
        (path for path in site.rglob("*.*") if path.is_file()), key=lambda path: path.stat().st_size
    )
    return {path.suffix: path.relative_to(site).as_posix() for path in files}


@pytest.mark.slow
def test_nginx_sends_every_kind_of_file_with_the_type_of_the_table(served_by_nginx, demo_site):
    sent = {
        ending: ask(served_by_nginx + path)[1]["Content-Type"]
        for ending, path in one_of_each(demo_site).items()
    }
    assert sent == {ending: TYPES[ending] for ending in sent}


@pytest.mark.slow
def test_nginx_compresses_texts_and_leaves_pictures_and_the_index_alone(served_by_nginx, demo_site):
    paths = [path for path in one_of_each(demo_site).values() if (demo_site / path).stat().st_size >= 2048]
    packed = {}
    for path in paths:
        _, headers, body = ask(served_by_nginx + path, Accept_Encoding="gzip")
        packed[path.rpartition(".")[2]] = headers["Content-Encoding"] == "gzip"
        plain = gzip.decompress(body) if headers["Content-Encoding"] else body
        assert plain == (demo_site / path).read_bytes()
    texts = {"html", "css", "js", "json", "xml", "csv", "ics", "vtt", "svg"}
    assert packed == {ending: ending in texts for ending in packed}
    assert {"html", "css", "js", "json", "jpg", "webp", "mp4"} <= packed.keys()


@pytest.mark.slow
def test_nginx_sends_the_siblings_of_precompress_as_they_lie_there(tmp_path, demo):
    config = (demo / "mkdocs.yml").read_text("utf-8")
    (demo / "mkdocs.yml").write_text(
        config.replace("  - showcase:\n", "  - showcase:\n      precompress: true\n"), "utf-8"
    )
    build(demo)
    more = next(block for block in BLOCKS[1:] if "gzip_static" in block)
    ours = "".join(line + "\n" for line in more.splitlines() if "brotli" not in line)  # not in Debian's nginx
    with nginx(tmp_path / "nginx", demo / "site", ours) as home:
        _, headers, body = ask(home, Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert body == (demo / "site/index.html.gz").read_bytes()


@pytest.mark.slow
def test_nginx_keeps_media_for_a_year_and_asks_again_for_all_else(served_by_nginx, demo_site):
    kept = {}
    for path in ("index.html", "stars/2024/henan/012/index.html", "assets/showcase", "media"):
        place = demo_site / path
        file = (
            place if place.is_file() else next(each for each in sorted(place.rglob("*.*")) if each.is_file())
        )
        _, headers, _ = ask(served_by_nginx + file.relative_to(demo_site).as_posix())
        kept[path] = headers["Cache-Control"]
        again = ask(served_by_nginx + file.relative_to(demo_site).as_posix(), If_None_Match=headers["ETag"])
        assert again[0] == 304
    assert kept.pop("media") == "max-age=31536000"
    assert set(kept.values()) == {"no-cache"}


@pytest.mark.slow
def test_nginx_sends_the_policy_with_everything_the_404_page_too(served_by_nginx, demo_site):
    media = next((demo_site / "media").rglob("*.webp")).relative_to(demo_site).as_posix()
    for path, status in (("", 200), (media, 200), ("stars/2024/henan/999/", 404)):
        got, headers, body = ask(served_by_nginx + path)
        assert got == status
        assert headers["Content-Security-Policy"] == POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert body == (demo_site / "404.html").read_bytes()


@pytest.mark.slow
def test_nginx_sends_a_part_of_a_film(served_by_nginx, demo_site):
    film = max((demo_site / "media").rglob("*.mp4"), key=lambda path: path.stat().st_size)
    data = film.read_bytes()
    url = served_by_nginx + film.relative_to(demo_site).as_posix()
    status, headers, body = ask(url, Range="bytes=1000-1999")
    assert (status, headers["Content-Range"], body) == (206, f"bytes 1000-1999/{len(data)}", data[1000:2000])
    assert ask(url, Range="bytes=-10")[2] == data[-10:]


@pytest.mark.slow
@pytest.mark.browser
def test_every_kind_of_page_stands_the_policy_that_nginx_sends(served_by_nginx, browser):
    page = browser.new_page()
    blocked, foreign = [], []
    page.on(
        "console", lambda said: blocked.append(said.text) if "Content Security Policy" in said.text else None
    )
    origin = served_by_nginx.removesuffix("zsxx/")
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((origin, "data:", "blob:")) else foreign.append(asked.url),
    )
    for address in KINDS.values():
        page.goto(served_by_nginx + address)
        page.wait_for_load_state("load")
    page.close()
    assert (blocked, foreign) == ([], [])


IIS = {
    "configuration": {"system.webServer": (), "location": ("path",)},
    "location": {"system.webServer": ()},
    "system.webServer": {
        "defaultDocument": ("enabled",),
        "staticContent": (),
        "urlCompression": ("doStaticCompression", "doDynamicCompression"),
        "httpProtocol": ("allowKeepAlive",),
        "httpErrors": ("errorMode", "existingResponse", "defaultResponseMode"),
    },
    "defaultDocument": {"files": ()},
    "files": {"clear": (), "add": ("value",), "remove": ("value",)},
    "staticContent": {
        "clear": (),
        "remove": ("fileExtension",),
        "mimeMap": ("fileExtension", "mimeType"),
        "clientCache": ("cacheControlMode", "cacheControlMaxAge", "cacheControlCustom"),
    },
    "httpProtocol": {"customHeaders": ()},
    "customHeaders": {"clear": (), "remove": ("name",), "add": ("name", "value")},
    "httpErrors": {
        "clear": (),
        "remove": ("statusCode", "subStatusCode"),
        "error": ("statusCode", "subStatusCode", "path", "responseMode"),
    },
}
"""What IIS takes below each element that we use, and its attributes: any other stops the site (error 500.19)."""
IIS_KEYS = {"mimeMap": "fileExtension", "add": "name", "error": "statusCode"}
"""By which attribute a collection tells its items apart: the same one twice stops the site."""
IIS_HIDES = {
    *("web.config", "bin", "app_code", "app_globalresources", "app_localresources", "app_webreferences"),
    *("app_data", "app_browsers"),
}
IIS_REFUSES = re.compile(
    r"(?i)[.](?:asax|ascx|master|skin|browser|sitemap|config|cs|csproj|vb|vbproj|webinfo|licx|resx|resources|"
    r"mdb|vjsproj|java|jsl|ldb|dsdgm|ssdgm|lsad|ssmap|cd|dsprototype|lsaprototype|sdm|sdmdocument|"
    r"mdf|ldf|ad|dd|ldd|sd|adprototype|lddprototype|exclude|refresh|compiled|msgx|vsdisco|rules)$"
)
"""Parts of paths and endings that its request filtering answers with 404 as it is installed."""


def wrong_for_iis(element, place="configuration"):
    """Yield what IIS would not take in a web.config."""
    seen = set()
    for child in element:
        inner = f"{place}/{child.tag}"
        known = IIS[element.tag].get(child.tag)
        if known is None:
            yield f"{inner}: no such element"
            continue
        yield from (f"{inner}: no attribute {name}" for name in child.attrib if name not in known)
        key = child.get(IIS_KEYS.get(child.tag, ""))
        if key and key in seen:
            yield f"{inner}: {key} twice"
        seen |= {key} - {None}
        if child.tag in IIS:
            yield from wrong_for_iis(child, inner)


def test_iis_takes_every_element_and_attribute_and_nothing_twice():
    (text,) = re.findall(r"^```xml\n(.*?)^```", HOSTING, re.MULTILINE | re.DOTALL)
    assert list(wrong_for_iis(ElementTree.fromstring(text))) == []
    spoilt = {
        '<mimeMap fileExtension=".css" ': '<mimeMap fileExtension=".html" ',
        "<urlCompression ": "<httpCompression ",
        ' responseMode="': ' answer="',
    }
    for good, bad in spoilt.items():
        assert len(list(wrong_for_iis(ElementTree.fromstring(text.replace(good, bad, 1))))) == 1, bad


def test_iis_as_it_is_installed_refuses_no_path_of_the_site(demo_site):
    paths = [path.relative_to(demo_site) for path in demo_site.rglob("*") if path.is_file()]
    assert [path for path in paths if IIS_HIDES & {part.lower() for part in path.parts}] == []
    assert [path for path in paths if IIS_REFUSES.search(path.name) or re.search("[+%&]", str(path))] == []


def test_the_block_for_iis_is_xml_with_a_type_for_every_file_and_the_policy_of_nginx(demo_site):
    (text,) = re.findall(r"^```xml\n(.*?)^```", HOSTING, re.MULTILINE | re.DOTALL)
    config = ElementTree.fromstring(text)
    server = config.find("system.webServer")
    types = {each.get("fileExtension"): each.get("mimeType") for each in server.iter("mimeMap")}
    removed = [each.get("fileExtension") for each in server.find("staticContent").iter("remove")]
    assert types == TYPES
    assert removed == list(types)  # one that stands in a parent's list as well stops the whole site
    assert one_of_each(demo_site).keys() <= types.keys()
    headers = {each.get("name"): each.get("value") for each in server.iter("add") if each.get("name")}
    printed = dict(re.findall(r'add_header (\S+) "?([^"]+?)"? always;', BLOCKS[0]))
    assert {name: headers[name] for name in printed} == printed
    assert printed["Content-Security-Policy"] == POLICY
    (kept,) = config.iter("clientCache")
    assert kept.attrib == {"cacheControlMode": "UseMaxAge", "cacheControlMaxAge": "365.00:00:00"}


def test_the_examples_for_other_forges_fit_their_schemas_and_use_the_makefiles_own_targets(tmp_path):
    gitlab, forgejo = re.findall(r"^```yaml\n((?:image|name):.*?)^```", HOSTING, re.MULTILINE | re.DOTALL)
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for name, text, schema in (
        ("gitlab", gitlab, "vendor.gitlab-ci"),
        ("forgejo", forgejo, "vendor.github-workflows"),
    ):
        file = tmp_path / f"{name}.yml"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stdout
        used = re.findall(r"(?:- |run: )make ([a-z-]+)$", text, re.MULTILINE)
        assert used
        assert set(used) <= set(targets)


def test_a_wrong_example_would_be_refused(tmp_path):
    file = tmp_path / "wrong.yml"
    file.write_text("pages:\n  script: {make: site}\n", encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(file)]
    assert subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 1
