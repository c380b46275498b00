"""A whole day of an office, in a real git repository: from a district's packet to a page, and its end."""

import csv
import re

import pytest

from intake.nominations import DEEDS, STAR, henan
from intake.templates import HENAN_STAR, form, text_of, zipped
from pushing import empty_site, git, office
from sites import showcase

NAME, UNIT, SERIAL = "沈玉兰", "青柳县城关镇桥头社区", "stars/2024/henan/001"
PUBLIC = "announcements/2024-henan-list"
TEXT = text_of(310, 77)
ANNOUNCED = f"""---
title: 示例公示
year: 2024
level: provincial
region: henan
first_day: 2024-05-20
last_day: 2024-05-28
office_contact: {{office: 示例办公室, telephone: 0371-60000001}}
outcome: 公示期满，没有收到异议。
candidates:
  - {{name: {NAME}, unit: {UNIT}, kind: star}}
---
现予公示。
"""
CONSENT = """consent:
  text: {date: 2024-04-02, evidence: 同意书2024-001}
  photos: {date: 2024-04-02, evidence: 同意书2024-001}
honours:
"""


class Office:
    """An editor's clone, the district's mail, and the server that builds what is pushed."""

    def __init__(self, folder):
        root = folder / "start"
        root.mkdir()
        self.folder, self.desk = folder, folder / "desk"
        self.remote, self.server = office(folder, empty_site(root))
        git("clone", "-q", str(self.remote), str(self.desk), cwd=folder)

    def run(self, *words, code=0):
        done = showcase(*words, root=self.desk)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def receive(self, name, **star):
        packet = zipped(
            self.folder / name, henan(star=(f"{NAME}推介表.docx", form(HENAN_STAR, {**STAR, **star})))
        )
        done = showcase("intake", packet, "--rulebook", "henan-2024", "--today", "2024-04-12", root=self.desk)
        assert done.returncode in {0, 1}, done.stdout + done.stderr
        return done.stdout

    def decide(self, stage, document, day):
        names = self.folder / f"{stage}.csv"
        with names.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("姓名", "单位"), ("沈 玉 兰", UNIT)])
        return self.run("decide", names, "--stage", stage, "--document", document, "--date", day)

    def push(self, day, said):
        """Commit everything and push it; the server builds for `day`."""
        self.server.with_suffix(".day").write_text(day, "utf-8")
        git("add", "-A", cwd=self.desk)
        git("commit", "-q", "-m", said, cwd=self.desk)
        git("push", "-q", cwd=self.desk)
        log = self.server.with_suffix(".log").read_text("utf-8")
        assert "做好了" in log, log

    def page(self, address):
        path = self.server / "site" / address / "index.html"
        return path.read_text("utf-8") if path.is_file() else ""

    def edit(self, path, before, after):
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.slow
def test_from_a_packet_to_a_page_and_its_end(tmp_path):
    day = Office(tmp_path)
    # a packet, its report, the corrected packet
    said = day.receive("云溪市.zip", showcase_text=text_of(90, 5))
    (reply,) = (tmp_path / "desk-private").rglob("reply.txt")
    assert "宣传展示材料" in reply.read_text("utf-8"), said
    day.receive("云溪市-改.zip", showcase_text=TEXT)
    assert "宣传展示材料" not in reply.read_text("utf-8")
    (draft,) = (day.desk / "content/stars/2024/henan").glob("draft-*.md")
    assert TEXT in draft.read_text("utf-8")
    # the editor looks at the photographs and the consent
    day.edit(draft, "alt: 证件照", "alt: 白发老人的正面照片")
    day.edit(draft, "alt: 生活照", "alt: 白发老人坐在楼梯间里读书")
    day.edit(draft, "honours:\n", CONSENT)
    (project,) = (day.desk / "content/projects/2024/henan").glob("draft-*.md")
    for seen in ("站台上的人们排队借书", "车厢里的书架和两位乘客", "司机把书放回书架"):
        day.edit(project, "alt: 活动照", f"alt: {seen}")
    # shortlisted, then announced
    day.decide("shortlisted", "示例办〔2024〕3号", "2024-05-06")
    announcement = day.desk / "content" / f"{PUBLIC}.md"
    announcement.parent.mkdir(exist_ok=True)
    announcement.write_text(ANNOUNCED, "utf-8")
    day.decide("announced", "示例公示〔2024〕6号", "2024-05-20")
    day.push("2024-05-22", "公示")
    assert (NAME in day.page(PUBLIC), day.page(SERIAL)) == (True, "")
    # approved: a serial, a page
    day.decide("approved", "示例教〔2024〕85号", "2024-06-26")
    day.push("2024-06-27", "批准")
    assert [
        words
        for words in (NAME, UNIT, TEXT[:30], DEEDS[0][:30], "坐在楼梯间里读书")
        if words not in day.page(SERIAL)
    ] == []
    assert (NAME in day.page(PUBLIC), "公示期满，没有收到异议。" in day.page(PUBLIC)) == (False, True)
    # a correction
    day.edit(day.desk / "content" / f"{SERIAL}.md", "post: 居民", "post: 读书会领读人")
    day.push("2024-06-28", "更正")
    assert "读书会领读人" in day.page(SERIAL)
    # withdrawn: the page is gone, the name is nowhere on the server
    day.run("withdraw", SERIAL, "--date", "2024-06-29")
    day.push("2024-06-29", "撤下一页")
    assert ("这一页已应要求撤下" in day.page(SERIAL), TEXT[:30] in day.page(SERIAL)) == (True, False)
    site = day.server / "site"
    naming = [p for p in site.rglob("*") if p.is_file() and NAME.encode() in p.read_bytes()]
    assert naming == []
    # what is private never came into the repository, not even into its history
    history = git("log", "--all", "-p", "--format=%B", cwd=day.desk)
    private = (STAR["telephone"], STAR["mobile"], STAR["email"], "1952", "桥头街9号")
    assert [
        words for words in private if re.search(rf"^[+-].*{re.escape(words)}", history, re.MULTILINE)
    ] == []
