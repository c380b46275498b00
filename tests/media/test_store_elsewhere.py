"""Two machines and a store between them, by real servers."""

import contextlib
import os
import shutil
import subprocess
import sys
import time

import pytest
from small_site import DAY, FILES, clone, derivatives, media_of, run, small_site
from store_servers import folder_store, s3_store, sftp_store, silent_server, webdav_store

from showcase.media.sharing.remote import open_remote
from showcase.media.sharing.remote_address import masked
from showcase.media.storing.places import Place

STORES = {"folder": folder_store, "sftp": sftp_store, "s3": s3_store, "webdav": webdav_store}
BLIND = {"IMAGEIO_FFMPEG_EXE": "/bin/false"}
"""On a machine with this nothing can be encoded: whatever a build shows came from elsewhere."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Machine A when it has made everything, before any store."""
    root = small_site(tmp_path_factory.mktemp("made") / "root")
    done = run(root, "media", "--today", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def a(made, tmp_path):
    """Machine A, to be changed."""
    shutil.copytree(made, tmp_path / "a", symlinks=True)
    return tmp_path / "a"


def kinds(*quick):
    """Run a test with every kind of store, the ones named among the quick tests."""
    every = [pytest.param(kind, marks=() if kind in quick else pytest.mark.slow) for kind in STORES]
    return pytest.mark.parametrize("kind", every)


@pytest.fixture
def store(kind, tmp_path, monkeypatch):
    with STORES[kind](tmp_path / "server") as served:
        for name, value in served.env.items():
            monkeypatch.setenv(name, value)
        yield served


def flip(store, name):
    """Change one byte of a file in the store, not its size."""
    files = open_remote(store.url).files
    data = bytearray(files.read(name))
    data[len(data) // 2] ^= 1
    if store.folder:
        (store.folder / name).write_bytes(data)
    else:
        files._client.pipe_file(files._path(name), bytes(data))


def names(store, folder):
    files: Place = open_remote(store.url).files
    return [name for name, _ in files.names(folder)]


@kinds("s3")
def test_what_one_machine_made_another_shows_without_encoding_and_without_masters(a, store, tmp_path):
    pushed = run(a, "media", "push", "--store", store.url)
    assert pushed.returncode == 0, pushed.stdout + pushed.stderr
    assert sorted(file.name for file in media_of(a).iterdir()) == sorted(f"{name}.pointer" for name in FILES)
    b = clone(a, tmp_path / "b")
    built = run(b, "build", "--today", DAY, env={"SHOWCASE_STORE": store.url, **BLIND})
    assert built.returncode == 0, built.stdout + built.stderr
    assert derivatives(b) == derivatives(a)
    assert "照片 1/" not in built.stderr
    assert "影片 1/" not in built.stderr
    shown = {file.name for file in (b / "site/media").glob("??/*")}
    assert {
        name.rpartition("/")[2] for name in derivatives(a) if not name.endswith(".json")
    } <= shown  # and cards
    alone = run(b, "media", "verify")
    assert alone.stdout.splitlines()[:2] == [
        "核对了这里的原件 0 个、成品 4 件。",
        "另有 4 个原件这里只有替身文件；没有指明存储，没有核对它们。",
    ]
    verified = run(b, "media", "verify", "--store", store.url)
    assert (verified.returncode, verified.stdout.splitlines()[-1]) == (0, "没有发现问题。")
    fetched = run(b, "media", "fetch", "--store", store.url)
    assert (fetched.returncode, fetched.stdout) == (0, "取回原件 4 个。\n")
    none = run(b, "media", "fetch", "stars/2024/henan/999", "--store", store.url)
    assert (none.returncode, none.stderr.startswith("不能继续：stars/2024/henan/999 不是这里的资料")) == (
        2,
        True,
    )
    assert {f.name for f in media_of(b).iterdir()} == {*FILES, *(f"{name}.pointer" for name in FILES)}


@pytest.mark.slow
@kinds("sftp")
def test_a_flipped_byte_in_the_store_is_found_refused_and_mended(a, store, tmp_path):
    run(a, "media", "push", "--keep", "--store", store.url)
    film = next(name for name in names(store, "derivatives") if name.endswith("-720p.mp4"))
    master = names(store, "masters")[0]
    flip(store, film)
    flip(store, master)
    verified = run(a, "media", "verify", "--store", store.url)
    said = verified.stdout
    assert verified.returncode == 1
    assert (film in said, master in said, said.count("store-flipped")) == (True, True, 2)
    b = clone(a, tmp_path / "b")
    (media_of(b) / FILES[0]).unlink()
    run(b, "media", "--today", DAY, "--store", store.url)  # makes the film anew, replaces it there
    verified = run(b, "media", "verify", "--store", store.url)
    assert film not in verified.stdout
    pushed = run(a, "media", "push", "--keep", "--again", "--store", store.url)
    assert pushed.returncode == 0, pushed.stdout + pushed.stderr
    verified = run(a, "media", "verify", "--store", store.url)
    assert verified.returncode == 0, verified.stdout


@pytest.mark.slow
@kinds("s3")
def test_a_master_that_only_the_store_has_is_made_and_leaves_nothing_behind(made, store, tmp_path):
    a = clone(made, tmp_path / "a")
    assert run(a, "media", "push", "--store", store.url).returncode == 0
    assert names(store, "derivatives") == []
    b = clone(a, tmp_path / "b")
    done = run(b, "media", "--today", DAY, "--store", store.url)
    assert done.returncode == 0, done.stdout + done.stderr
    assert derivatives(b) == derivatives(made)
    assert len(names(store, "derivatives")) == len(derivatives(made))
    assert list((b / ".cache/masters").iterdir()) == []
    c = clone(a, tmp_path / "c")
    done = run(c, "media", "--today", DAY, "--store", store.url, env=BLIND)
    assert (done.returncode, derivatives(c)) == (0, derivatives(made))


@kinds("folder")
def test_prune_removes_what_no_record_wants_and_only_with_yes(a, store):
    run(a, "media", "push", "--store", store.url)
    before = names(store, "derivatives"), names(store, "masters"), derivatives(a)
    idle = run(a, "media", "prune", "--store", store.url)
    assert idle.stdout == f"media 里没有多余的成品。\n{masked(store.url)} 里没有多余的成品。\n"
    assert "geheimnis" not in idle.stdout
    record = a / "content/stars/2024/henan/001-shen.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        "".join(x for x in text.splitlines(True) if not x.startswith("video:")), encoding="utf-8"
    )
    told = run(a, "media", "prune", "--store", store.url)
    assert (told.returncode, told.stdout.splitlines()[-1].startswith("什么也没有删")) == (0, True)
    assert (names(store, "derivatives"), names(store, "masters"), derivatives(a)) == before
    run(a, "media", "prune", "--yes", "--store", store.url)
    left = names(store, "derivatives")
    assert {name.rpartition(".")[2] for name in left} == {"json", "webp", "jpg", "m4a", "opus"} & {
        name.rpartition(".")[2] for name in before[0]
    }
    assert sorted(name.removeprefix("derivatives/") for name in left) == sorted(derivatives(a))
    assert names(store, "masters") == before[1]
    run(a, "media", "prune", "--yes", "--masters", "--store", store.url)
    assert len(names(store, "masters")) == len(before[1]) - 2


@contextlib.contextmanager
def pushing(root, url):
    command = [sys.executable, "-m", "showcase", "media", "push", "--store", url, "--root", str(root)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


@pytest.mark.slow
def test_a_killed_upload_is_finished_by_the_next_run(a, tmp_path):
    film = media_of(a) / "film.mp4"
    with film.open("ab") as file:
        file.write(os.urandom(60_000_000))  # what stands behind a film's end is no part of it
    with sftp_store(tmp_path / "server") as store:
        with pushing(a, store.url) as running:
            drafts = _wait_for(
                lambda: [f for f in store.folder.glob("masters/*/*.part-*") if f.stat().st_size > 1e6]
            )
            running.kill()
        assert len(drafts) == 1
        assert film.is_file()
        sent = [file for file in store.folder.glob("masters/*/*") if ".part-" not in file.name]
        assert all(file.stat().st_size < 1_000_000 for file in sent)
        done = run(a, "media", "push", "--store", store.url)
        assert (done.returncode, film.exists()) == (0, False)
        found = run(a, "media", "verify", "--store", store.url).stdout
        assert drafts[0].name in found
        assert "store-missing" not in found
        assert "store-flipped" not in found


def _wait_for(what, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.005)
    raise AssertionError("it never came")


@pytest.mark.slow
@pytest.mark.parametrize("delay_ms", range(500, 2500, 700))
@pytest.mark.parametrize("kind", ["s3", "sftp"])
def test_a_push_killed_at_any_moment_leaves_nothing_that_others_trust(a, made, store, tmp_path, delay_ms):
    with pushing(a, store.url) as running:
        time.sleep(delay_ms / 1000)
        running.kill()
    assert run(a, "media", "push", "--store", store.url).returncode == 0
    b = clone(a, tmp_path / "b")
    done = run(b, "media", "--today", DAY, "--store", store.url, env=BLIND)
    assert (done.returncode, derivatives(b)) == (0, derivatives(made))


def sentence(done):
    """Return the one line that a command that cannot run says."""
    lines = [line for line in done.stderr.splitlines() if not line.startswith(("查", "上传", "取回"))]
    assert (done.returncode, len(lines)) == (2, 1), done.stdout + done.stderr
    return lines[0]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("webdav://anna:geheimnis@127.0.0.1:1/store", "webdav://anna:***@127.0.0.1:1/store 用不了：连不上"),
        (
            "s3://AKIA:geheimnis@bucket/x?endpoint_url=http://127.0.0.1:1",
            "s3://AKIA:***@bucket/x 用不了：连不上",
        ),
        ("sftp://anna:geheimnis@127.0.0.1:1/store", "sftp://anna:***@127.0.0.1:1/store 用不了：连不上"),
        ("/nowhere/geheimnis-less", "存储的文件夹 /nowhere/geheimnis-less 不存在"),
        ("ftp://anna:geheimnis@host/x", "不认识 ftp://anna:***@host/x 这一种存储"),
        ("s3://bucket/x?secret=geheimnis", "s3://bucket/x 问号后面写了 secret"),
    ],
)
def test_a_store_that_cannot_be_used_is_one_sentence_without_secrets(a, url, said):
    done = run(a, "media", "push", "--store", url)
    line = sentence(done)
    assert said in line
    assert line.startswith("不能继续：")
    assert "geheimnis" not in (done.stdout + done.stderr).replace("geheimnis-less", "")
    assert all((media_of(a) / name).is_file() for name in FILES)


def test_an_unknown_host_key_is_refused(a, tmp_path):
    with sftp_store(tmp_path / "server") as store:
        (tmp_path / "server/known_hosts").write_text("")
        assert "不认识这台主机的密钥" in sentence(run(a, "media", "push", "--store", store.url))


@pytest.mark.slow
def test_a_build_whose_media_are_all_here_needs_no_store(a):
    done = run(a, "build", "--today", DAY, env={"SHOWCASE_STORE": "s3://b/x?endpoint_url=http://127.0.0.1:1"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count("用不了") == 1


def test_a_build_that_needs_a_store_it_cannot_reach_keeps_the_last_site(a, made, tmp_path):
    with folder_store(tmp_path / "server") as store:
        assert run(a, "media", "push", "--store", store.url).returncode == 0
        b = clone(a, tmp_path / "b")
    url = "sftp://anna:geheimnis@127.0.0.1:1/store"
    done = run(b, "build", "--today", DAY, env={"SHOWCASE_STORE": url})
    assert done.returncode == 1
    assert "sftp://anna:***@127.0.0.1:1/store 用不了：连不上" in done.stderr
    assert "geheimnis" not in done.stdout + done.stderr
    checked = run(b, "check", "--today", DAY, env={"SHOWCASE_STORE": url})
    assert (checked.returncode, checked.stdout.count("store-unreachable")) == (0, 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    "form",
    ["sftp://anna@127.0.0.1:{}/x", "s3://b/x?endpoint_url=http://127.0.0.1:{}", "webdav://127.0.0.1:{}/x"],
)
def test_a_store_that_never_answers_is_given_up(a, form, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "y")
    began = time.monotonic()
    with silent_server() as port:
        done = run(a, "media", "push", "--store", form.format(port))
    assert "用不了" in sentence(done)
    assert time.monotonic() - began < 250  # not for ever; how quick it is depends on what else runs
