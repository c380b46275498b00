"""What editors see in the office, for the guide: the report of a packet, the desk, a comment, what lacks.

Each is made by the program from the demo, or from one packet of an invented person; nothing is drawn by hand.
"""

from __future__ import annotations

import html
import io
import itertools
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.table import _Cell
from PIL import Image
from playwright.sync_api import Browser
from tools.docs.desk_folder import LAY, PICKER, form_of
from tools.docs.serving import served

from showcase.content.form_labels import Paper
from showcase.content.label_keys import field_of

ROOT = Path(__file__).parents[2]
RECORD = "content/stars/2024/henan/012-shen.md"
NOMINATION = {
    "name": "王示例",
    "sex": "女",
    "unit_post": "青柳县城关镇\n退休教师",
    "resume": "教书三十年。",
    "learning": "每周三晚上办识字班。",
    "deeds": "她退休以后，每周三晚上教邻居识字。" * 12,
    "showcase_text": "十年里，四十个人读完了第一本书。" * 4,
    "unit_opinion": "同意推荐。",
}
"""What the invented sender wrote into the form: too little, so that the report has something to say."""
COMMENT = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body { margin: 0; padding: 28px; background: #fff; color: #1f2328; font: 16px/1.6 sans-serif }
article { border: 1px solid #d1d9e0; border-radius: 8px; padding: 8px 20px }
pre { background: #f6f8fa; border-radius: 6px; padding: 14px 16px; white-space: pre-wrap; line-height: 1.7 }
</style><article>%s</article></html>"""


def office_pictures(browser: Browser, folder: Path, today: str) -> Iterator[tuple[str, Image.Image]]:
    """Yield the name of each picture and the picture; `folder` is for what is made on the way."""
    yield "comment", _page(browser, _comment(folder, today), 1000, 420)
    yield "report", _page(browser, _report(folder, today), 1100, 980)
    yield "dashboard", _page(browser, _dashboard(folder, today), 1100, 900)
    yield "desk", _desk(browser, folder / "desk", today)


def _showcase(*words: str | Path, root: Path = ROOT) -> str:
    command = [sys.executable, "-m", "showcase", *map(str, words), "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    if done.returncode == 2:
        raise SystemExit(done.stderr)
    return done.stdout


def _root(folder: Path) -> Path:
    """Copy the records, without the media that nothing here shows."""
    root = folder / "zhanshi"
    if not root.exists():
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copytree(ROOT / "media", root / "media", ignore=shutil.ignore_patterns("derivatives"))
    return root


def _report(folder: Path, today: str) -> Path:
    """Take in the form of the notice, filled in; return the report."""
    root, packet = _root(folder), folder / "云溪市"
    _showcase("forms", "--rulebook", "henan-2024", "--out", folder / "forms", root=root)
    form = next(path for path in (folder / "forms").rglob("star-form*.docx"))
    packet.mkdir()
    (packet / "王示例推介表.docx").write_bytes(_filled(form))
    kept = folder / "kept"
    asked = ("--rulebook", "henan-2024", "--sender", "云溪市教育局", "--today", today)
    _showcase("intake", packet, *asked, "--private-dir", kept, root=root)
    (report,) = kept.rglob("report.html")
    return report


def _filled(form: Path) -> bytes:
    """Return the form with the nomination written to the right of each label."""
    document = docx.Document(str(form))
    for row in document.tables[0].rows:
        cells = [cell for cell, _ in itertools.groupby(row.cells, key=lambda cell: cell._tc)]
        for label, right in itertools.pairwise(_Cell(tc, document.tables[0]) for tc in cells):
            field = field_of(Paper.STAR_FORM, label.text)
            if field in NOMINATION and not field_of(Paper.STAR_FORM, right.text):
                right.paragraphs[0].text = NOMINATION[field]
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _comment(folder: Path, today: str) -> Path:
    """Return what a merge request is told after two slips of the pen, as a page."""
    record = _root(folder) / RECORD
    before = record.read_text("utf-8")
    after = before.replace("unit: ", "unti: ", 1).replace("file: portrait.jpg", "file: protrait.jpg", 1)
    record.write_text(after, "utf-8")
    said = _showcase("check", "--format", "comment", "--today", today, root=_root(folder))
    record.write_text(before, "utf-8")
    head, _, rest = said.partition("\n~~~text\n")
    text = html.escape(rest.partition("\n~~~")[0])
    page = folder / "comment.html"
    page.write_text(COMMENT % f"<p><b>检查资料</b>{head.strip('*')[6:]}</p><pre>{text}</pre>", "utf-8")
    return page


def _dashboard(folder: Path, today: str) -> Path:
    _showcase("report", "2024", "--out", folder / "report", "--today", today)
    return folder / "report" / "dashboard-2024.html"


def _page(browser: Browser, file: Path, width_px: int, height_px: int) -> Image.Image:
    page = browser.new_page(viewport={"width": width_px, "height": height_px})
    page.goto(file.as_uri())
    high = min(height_px, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width_px, "height": high})
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return shot


def _desk(browser: Browser, folder: Path, today: str) -> Image.Image:
    """Return the desk with a record open where its photographs are."""
    _showcase("build", "--admin", "--site-dir", folder, "--today", today)
    place = ROOT / "media/stars/2024/henan/012"
    files = [ROOT / RECORD, *sorted(place.glob("*.jpg"))]
    with served(folder) as home:
        page = browser.new_page(viewport={"width": 1280, "height": 960}, locale="zh-CN")
        page.add_init_script(PICKER)
        page.goto(f"{home}status.json")
        page.evaluate(LAY, {path.relative_to(ROOT).as_posix(): list(path.read_bytes()) for path in files})
        page.goto(home)
        page.get_by_role("button", name="使用本地仓库").click()
        page.get_by_text("2024 河南 百姓学习之星").first.wait_for()
        page.goto(f"{home}#/collections/stars-2024-henan/entries/{Path(RECORD).stem}")
        form_of(page, "name").locator("input").wait_for()
        photos = form_of(page, "photos")
        photos.get_by_role("button", name="全部展开").first.click()
        pictures = photos.locator("[data-key-path$='.file'] img")
        pictures.first.wait_for()
        photos.evaluate("place => place.scrollIntoView()")
        pictures.evaluate_all("all => Promise.all(all.map(image => image.decode()))")
        page.wait_for_timeout(1500)
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        page.close()
    return shot
