"""The editing desk in real Chromium: it asks nobody, speaks Chinese, refuses, saves, and `check` accepts."""

import contextlib
import json
import re

import pytest
from playwright.sync_api import expect
from tools.docs.desk_folder import LAY, PICKER, form_of

from showcase.content.layout import Layout
from showcase.content.library import read_library
from sites import ROOT, TODAY, build, served, showcase

RECORDS = {
    "stars-2025-henan": "content/stars/2025/henan/003-ding.md",
    "projects-2024-henan": "content/projects/2024/henan/003-louti.md",
    "weeks-2024": "content/weeks/2024/henan.md",
    "events-2024": "content/events/2024/2024-09-12-school.md",
    "announcements": "content/announcements/2026-henan-list.md",
}
"""One record of each kind, by its collection; none has more keys than the tables say."""
SHEN, PORTRAIT = "content/stars/2024/henan/012-shen.md", "media/stars/2024/henan/012/portrait.jpg"
CITY = "content/weeks/2024/jiangsu.yangzhou.md"
"""A week whose address has a point in it."""
READ = """async (path) => {
  const parts = path.split('/'), name = parts.pop();
  let at = await navigator.storage.getDirectory();
  for (const part of parts) at = await at.getDirectoryHandle(part);
  return (await (await at.getFileHandle(name)).getFile()).text().catch(() => "");
}"""
"""The text of a file; nothing while it is being written."""
FORM = re.compile("#/collections/[^/]+/(entries/|new)")
"""Addresses of the desk at which a form is open."""
BYTES = """async (path) => {
  const parts = path.split('/'), name = parts.pop();
  let at = await navigator.storage.getDirectory();
  for (const part of parts) at = await at.getDirectoryHandle(part);
  const file = await (await at.getFileHandle(name)).getFile();
  return [...new Uint8Array(await file.arrayBuffer())];
}"""
LIST = """async (path) => {
  let at = await navigator.storage.getDirectory();
  for (const part of path.split('/')) at = await at.getDirectoryHandle(part);
  const names = [];
  for await (const name of at.keys()) if (!name.startsWith('.')) names.push(name);
  return names.sort();
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("admin") / "desk"
    done = showcase("build", "--admin", "--site-dir", place, "--today", TODAY, root=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return place


@pytest.fixture
def desk(folder, browser):
    """Give the desk, opened in an English browser on a folder with the records: (page, home, asked)."""
    with served(folder) as home:
        context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(PICKER)
        page.goto(f"{home}status.json")
        laid = {path: (ROOT / path).read_text("utf-8") for path in [*RECORDS.values(), CITY, SHEN]}
        page.evaluate(LAY, laid | {PORTRAIT: list((ROOT / PORTRAIT).read_bytes())})
        page.goto(home)
        page.get_by_role("button", name="使用本地仓库").click()
        page.get_by_text("2025 河南 百姓学习之星").first.wait_for()
        yield page, home, asked
        context.close()


def opened(page, home, collection, path):
    """Open a record and return the field of its text, once it holds what the file says.

    The desk is one page: until then another record's form may still stand there.
    """
    page.goto(f"{home}#/collections/{collection}/entries/{path.rpartition('/')[2].removesuffix('.md')}")
    field = page.locator("[data-key-path=body] textarea")
    expect(field).to_have_value((ROOT / path).read_text("utf-8").partition("\n---\n")[2].strip())
    return field


def write(field, text):
    """Write a text into a field until it stands there: a form may be drawn anew meanwhile."""
    for _ in range(5):
        field.fill(text)
        with contextlib.suppress(AssertionError):
            expect(field).to_have_value(text, timeout=3000)
            return
    raise AssertionError("the form does not take the text")


def save(page):
    page.get_by_role("button", name="保存").first.click()


def saved(page, path, words):
    """Return the file's text once it has `words` and the desk has closed the form.

    It writes first and goes back to the list then: who opened a record in between would lose its form again.
    """
    for _ in range(300):
        text = page.evaluate(READ, path)
        if words in text:
            break
        page.wait_for_timeout(100)
    else:
        raise AssertionError(page.inner_text("body"))
    expect(page).not_to_have_url(FORM)
    return text


def test_it_asks_no_foreign_host_and_speaks_chinese_whatever_the_browser_does(desk):
    page, home, asked = desk
    opened(page, home, "stars-2025-henan", RECORDS["stars-2025-henan"])
    expect(page.get_by_text("姓名", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="保存").first).to_be_visible()
    page.wait_for_timeout(1500)
    foreign = [url for url in asked if not url.startswith((home, f"blob:{home}", "data:"))]
    assert foreign == []
    assert page.evaluate("document.documentElement.lang") == "zh-CN"


def test_the_local_desk_offers_no_login(folder, browser):
    with served(folder) as home:
        page = browser.new_page()
        page.goto(home)
        page.get_by_role("button", name="使用本地仓库").wait_for()
        shown = [each.inner_text() for each in page.get_by_role("button").all() if each.is_visible()]
        page.close()
    assert shown == ["使用本地仓库"]


def test_a_text_that_is_too_long_is_refused_with_the_notice_named(desk):
    page, home, _ = desk
    path = RECORDS["stars-2025-henan"]
    text = opened(page, home, "stars-2025-henan", path)
    write(text, "字" * 361)
    save(page)
    for said in ("太长了", "361 / 5000", "教办职成〔2024〕85号 附件1"):
        expect(page.get_by_text(said).first).to_be_visible()
    page.wait_for_timeout(1000)
    assert page.evaluate(READ, path) == (ROOT / path).read_text("utf-8")
    write(text, "字" * 360)
    save(page)
    saved(page, path, "字" * 360)


@pytest.mark.slow
def test_what_every_kind_saves_says_what_it_said_and_check_accepts_it(desk, demo):
    page, home, _ = desk
    before, _ = read_library(Layout(demo))
    for collection, path in RECORDS.items():
        text = opened(page, home, collection, path)
        write(text, text.input_value().replace("。", "！", 1))
        save(page)
        written = saved(page, path, "！")
        assert written != (ROOT / path).read_text("utf-8")
        (demo / path).unlink()
        (demo / path).write_text(written.replace("！", "。", 1), encoding="utf-8")
    after, problems = read_library(Layout(demo))
    assert after == before
    assert problems == []
    done = showcase("check", "--today", TODAY, root=demo)
    assert done.returncode == 0, done.stdout
    assert [path for path in RECORDS.values() if f"{path}:" in done.stdout and "error[" in done.stdout] == []


UPLOADS = {
    "stars-2025-henan": "media/stars/2025/henan/003",
    "weeks-2024": "media/weeks/2024/jiangsu.yangzhou",
    "events-2024": "media/events/2024/2024-09-12-school",
}
"""Where a photograph of each kind of record has to lie: in the folder of its address, without the hint."""


def add_photo(page, number, field):
    """Ask for one photograph more until its field is there: a click before the form listens is lost."""
    for turn in range(300):
        items = page.locator(f"[data-key-path^='photos.{number}']")
        if turn % 50 == 0 and not items.count():
            form_of(page, "photos").get_by_role("button", name="添加").last.click()
        if field.count():
            return
        (items if items.count() else form_of(page, "photos")).last.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    raise AssertionError("the form offers no further photograph")


def put_photo(page, number, name, alt):
    """Drop a photograph into the record that is open, as number `number`, and say what there is to say."""
    photo = f"photos.{number}"
    field = page.locator(f"[data-key-path='{photo}.file'] input[type=file]")
    add_photo(page, number, field)
    picture = (ROOT / "media/stars/2024/henan/012/portrait.jpg").read_bytes()
    field.first.set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": picture})
    form_of(page, f"{photo}.kind").get_by_role("radio", name="生活照").click()
    write(form_of(page, f"{photo}.alt").locator("input"), alt)
    return picture


@pytest.mark.slow
def test_a_photo_that_is_there_is_seen_in_the_record_whose_file_has_a_hint(desk):
    page, home, _ = desk
    opened(page, home, "stars-2024-henan", SHEN)
    form_of(page, "photos").get_by_role("button", name="全部展开").first.click()
    picture = page.locator("[data-key-path='photos.0.file'] img")
    picture.wait_for()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100


def agreed(text):
    """Return a record with the consent for its photographs."""
    photos = "  photos: {date: 2024-04-05, evidence: 同意书2025-015}\n"
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    if "\nconsent:" not in front:
        return f"---\n{front}\nconsent:\n{photos}---\n{body}"
    before, _, after = text.partition("\nconsent:\n")
    return text if "photos:" in after else f"{before}\nconsent:\n{photos}{after}"


@pytest.mark.slow
def test_a_photo_that_is_dropped_in_lies_in_the_folder_of_the_address_and_is_shown(desk, demo):
    page, home, _ = desk
    for collection, folder in UPLOADS.items():
        path = CITY if collection == "weeks-2024" else RECORDS[collection]
        opened(page, home, collection, path)
        number = (ROOT / path).read_text("utf-8").count("kind: activity")
        picture = put_photo(page, number, "读书 的人.jpg", f"窗前读书的人，{collection}")
        save(page)
        written = saved(page, path, f"窗前读书的人，{collection}")
        (file,) = re.findall(r"file: (读书.+)", written)
        assert bytes(page.evaluate(BYTES, f"{folder}/{file}")) == picture
        (demo / folder).mkdir(parents=True, exist_ok=True)
        (demo / folder / file).write_bytes(picture)
        written = agreed(written)
        (demo / path).unlink()
        (demo / path).write_text(written, encoding="utf-8")
    done = showcase("check", "--today", TODAY, root=demo)
    assert done.returncode == 0, done.stdout
    build(demo)
    for path in ("stars/2025/henan/003", "weeks/2024/jiangsu.yangzhou", "events/2024/2024-09-12-school"):
        assert "窗前读书的人" in (demo / "site" / path / "index.html").read_text("utf-8"), path


@pytest.mark.slow
def test_a_new_star_becomes_a_draft_file_that_check_reads(desk, demo):
    page, home, _ = desk
    page.goto(f"{home}#/collections/stars-2025-henan/new")
    write(form_of(page, "name").locator("input"), "赵示新")
    write(form_of(page, "body").locator("textarea"), "她每天读一页书。")
    save(page)
    expect(page).not_to_have_url(FORM)
    (new,) = {*page.evaluate(LIST, "content/stars/2025/henan")} - {"003-ding.md"}
    assert re.fullmatch(r"draft-[0-9]{6}\.md", new)
    text = page.evaluate(READ, f"content/stars/2025/henan/{new}")
    (demo / "content/stars/2025/henan" / new).write_text(text, encoding="utf-8")
    library, problems = read_library(Layout(demo))
    (star,) = [star for star in library.stars if star.name == "赵示新"]
    assert (star.showcase_text, problems) == (("她每天读一页书。",), [])


def test_photos_and_choices_have_fields_of_their_kind_with_chinese_names(folder):
    told = json.loads((folder / "config.json").read_text("utf-8"))
    names = [each["name"] for each in told["collections"]]
    assert len(set(names)) == len(names)
    star = next(each for each in told["collections"] if each["name"] == "stars-2025-henan")
    assert star["folder"] == "content/stars/2025/henan"
    read = [told["media_folder"], *(each["media_folder"].strip("/") for each in told["collections"])]
    assert [each for each in read if "media/derivatives".startswith(each)] == []
    photo = next(each for each in star["fields"] if each["name"] == "photos")["fields"][0]
    assert (photo["widget"], photo["required"]) == ("image", True)
    honour = next(each for each in star["fields"] if each["name"] == "honours")
    level = next(each for each in honour["fields"] if each["name"] == "level")
    assert level["options"][0] == {"label": "全国", "value": "national"}


@pytest.mark.parametrize(
    ("said", "backend", "host"),
    [
        (
            "github:office/showcase",
            {"name": "github", "repo": "office/showcase", "branch": "main"},
            "https://api.github.com",
        ),
        (
            "gitlab:office/showcase",
            {"name": "gitlab", "api_root": "https://gitlab.com/api/v4"},
            "https://gitlab.com",
        ),
        (
            "forgejo:https://git.example.cn/office/showcase",
            {"name": "gitea", "api_root": "https://git.example.cn/api/v1"},
            "https://git.example.cn",
        ),
    ],
)
def test_a_forge_is_the_only_host_that_the_page_may_ask(tmp_path, said, backend, host):
    done = showcase("build", "--admin", "--backend", said, "--site-dir", tmp_path / "desk", root=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads((tmp_path / "desk/config.json").read_text("utf-8"))["backend"]
    assert {key: told[key] for key in backend} == backend
    allowed = re.search(r"connect-src ([^;\"]+)", (tmp_path / "desk/index.html").read_text("utf-8"))[
        1
    ].split()
    assert allowed[:3] == ["'self'", "data:", "blob:"]
    assert allowed[3] == host


@pytest.mark.parametrize(
    "said", ["office/showcase", "gitea:office/showcase", "ftp:office/showcase", "github:office"]
)
def test_a_repository_that_names_no_forge_is_refused_in_one_sentence(tmp_path, said):
    done = showcase("build", "--admin", "--backend", said, "--site-dir", tmp_path / "desk", root=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"不能继续：不认识仓库“{said}”")
    assert not (tmp_path / "desk").exists()


@pytest.mark.slow
def test_the_desk_never_lies_in_the_site_among_records_or_over_other_files(tmp_path, demo):
    for inside in ("site/admin", "content/admin"):
        done = showcase("build", "--admin", "--site-dir", demo / inside, root=demo)
        assert done.returncode == 2, inside
        assert "编辑台不能放在" in done.stderr
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("x", encoding="utf-8")
    done = showcase("build", "--admin", "--site-dir", other, root=demo)
    assert (done.returncode, [each.name for each in other.iterdir()]) == (2, ["letter.txt"])


def test_nothing_of_the_desk_is_in_the_public_site(demo_site):
    names = {path.name for path in demo_site.rglob("*")}
    assert names.isdisjoint({"sveltia-cms.js", "zh-CN.json", "material-symbols-outlined.woff2", "admin"})
    assert not [path for path in demo_site.rglob("*.html") if "sveltia" in path.read_text("utf-8").lower()]


def test_the_same_records_give_the_same_desk(folder, tmp_path):
    again = tmp_path / "again"
    assert showcase("build", "--admin", "--site-dir", again, "--today", TODAY, root=ROOT).returncode == 0
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }
