"""A finished site goes to a server: only what changed, deletions first, other people's files stay."""

import json
import zipfile

import pytest

from showcase.publish.sending import LEDGER, difference
from sites import showcase

CONFIG = "site_name: x\nplugins:\n- showcase: {repository: private}\n"


@pytest.fixture
def root(tmp_path):
    """A root with a tiny finished site; sending looks at files only."""
    root = tmp_path / "root"
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    write(root, {"index.html": "home", "stars/a/index.html": "a", "stars/b/index.html": "b", "assets/ls.css": "c"})
    return root


def write(root, files):
    for path, text in files.items():
        file = root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def published(root, *arguments):
    done = showcase("publish", *arguments, root=root)
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    return done.stdout.splitlines()


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.*")) if path.is_file()}


def served(kind, tmp_path, request):
    import sys

    sys.path.insert(0, str(request.config.rootpath / "tests/media"))
    import store_servers

    return getattr(store_servers, f"{kind}_store")(tmp_path / "server")


@pytest.mark.parametrize("kind", ["folder", pytest.param("sftp", marks=pytest.mark.slow)])
def test_the_server_has_what_the_site_has_and_keeps_what_is_not_ours(root, tmp_path, kind, request):
    with served(kind, tmp_path, request) as server:
        (server.folder / "theirs.html").write_text("theirs", "utf-8")
        assert published(root, "--to", server.url)[0].endswith("：写 4 个文件，删 0 个。")
        assert published(root, "--to", server.url)[0].endswith("：没有变化，什么也不用送。")
        (root / "site/stars/b/index.html").unlink()
        write(root, {"index.html": "home again"})
        assert published(root, "--to", server.url)[0].endswith("：写 1 个文件，删 1 个。")
        there = tree(server.folder)
        ledger = json.loads(there.pop(LEDGER))
        assert there == {**tree(root / "site"), "theirs.html": "theirs"}
        assert sorted(ledger) == sorted(tree(root / "site"))


SLOW = [pytest.param(kind, marks=pytest.mark.slow) for kind in ("sftp", "webdav")]


@pytest.mark.parametrize("kind", ["folder", *SLOW])
def test_a_ledger_that_somebody_changed_deletes_nothing_that_no_site_holds(root, tmp_path, kind, request):
    with served(kind, tmp_path, request) as server:
        outside, hidden = server.folder.parent / "outside.html", server.folder / ".htaccess"
        for file in (outside, hidden, server.folder / "ours.html"):
            file.write_text("here", "utf-8")
        named = ["../outside.html", "stars/../../outside.html", str(outside), "..\\outside.html", "C:/x", ".htaccess"]
        (server.folder / LEDGER).write_text(json.dumps(dict.fromkeys([*named, "ours.html"], "")), "utf-8")
        assert published(root, "--to", server.url)[0].endswith("：写 4 个文件，删 1 个。")
        assert (outside.read_text("utf-8"), hidden.read_text("utf-8")) == ("here", "here")
        assert sorted(json.loads((server.folder / LEDGER).read_bytes())) == sorted(tree(root / "site"))


@pytest.mark.parametrize("ledger", ["[" * 100_000, '["index.html"]', "\xff"])
def test_a_ledger_that_cannot_be_read_has_everything_sent_again(root, tmp_path, ledger):
    (tmp_path / "server").mkdir()
    (tmp_path / "server" / LEDGER).write_text(ledger, "latin-1")
    assert published(root, "--to", tmp_path / "server")[0].endswith("：写 4 个文件，删 0 个。")


def test_what_may_have_arrived_in_part_is_sent_again(root, tmp_path):
    server = tmp_path / "server"
    server.mkdir()
    published(root, "--to", server)
    ledger = json.loads((server / LEDGER).read_text())
    (server / LEDGER).write_text(json.dumps({**ledger, "index.html": ""}))
    (server / "index.html").write_text("ho")
    assert published(root, "--to", server)[0].endswith("：写 1 个文件，删 0 个。")
    assert (server / "index.html").read_text() == "home"


def test_pages_come_after_what_they_ask_for_and_copies_leave_before_their_file():
    now = {"index.html": "1", "stars/index.html": "1", "assets/a.js": "1", "media/1.jpg": "1"}
    gone = {"stars/x/index.html": "1", "stars/x/index.html.gz": "1"}
    assert difference(now, gone) == difference(dict(reversed(now.items())), gone)
    assert difference(now, gone).write == ("assets/a.js", "media/1.jpg", "stars/index.html", "index.html")
    assert difference(now, gone).delete == ("stars/x/index.html.gz", "stars/x/index.html")


def test_a_zip_holds_what_changed_and_a_text_says_what_to_delete(root, tmp_path):
    archive = tmp_path / "更新.zip"
    assert published(root, "--zip", archive)[0].endswith("：写 4 个文件，删 0 个。")
    assert sorted(zipfile.ZipFile(archive).namelist()) == sorted(tree(root / "site"))
    assert {part.compress_type for part in zipfile.ZipFile(archive).infolist()} == {zipfile.ZIP_DEFLATED}
    first = archive.read_bytes()
    published(root, "--zip", archive, "--all")
    assert archive.read_bytes() == first
    (root / "site/stars/b/index.html").unlink()
    write(root, {"stars/a/index.html": "a2"})
    assert "先在服务器上删去 更新-要删去的.txt" in published(root, "--zip", archive)[1]
    assert zipfile.ZipFile(archive).namelist() == ["stars/a/index.html"]
    assert (tmp_path / "更新-要删去的.txt").read_text("utf-8") == "stars/b/index.html\n"


def test_without_a_finished_site_it_says_what_to_do(root):
    (root / "site/index.html").unlink()
    done = showcase("publish", "--zip", root / "x.zip", root=root)
    assert done.returncode == 2
    assert done.stderr.endswith("里还没有做好的网站。请先运行 showcase build。\n")
