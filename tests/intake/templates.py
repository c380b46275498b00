"""Packets as districts send them: the forms after the two printed templates, filled in by the tests."""

import io
import random
import zipfile

import docx
import openpyxl
from docx.shared import Mm
from PIL import Image

HENAN_STAR = [
    ("姓  名", "name", "性 别", "sex", "出生年月", "born", "照  片\n\n(彩色照片)", None),
    ("民  族", "nation", "籍 贯", "native_place", "党 派", "party"),
    ("参加工作\n时  间", "work_since", "专业技术\n职  称", "title"),
    ("学  历", "education", "毕业院校\n及专业", "school"),
    ("所在单位\n及 职 务", "unit_post"),
    ("联系方式", "contact"),
    ("个人简历", "resume"),
    ("参加学习情况", "learning"),
    ("奖励情况", "awards"),
    ("主要事迹和成\n效（不少于\n1000字）", "deeds"),
    ("宣传展示材料\n（感人事迹概\n括300字左右）", "showcase_text"),
    ("本人所在单位\n推荐意见及感\n人事迹概括\n（100字以上）", "unit_opinion"),
    ("区县市级\n教育部门\n推荐意见", "county_opinion"),
    ("省级教育部门\n推荐意见", "province_opinion"),
]
CITY_STAR = [
    ("姓    名", "name", "性   别", "sex", "出生年月", "born", "照   片\n\n(彩色照片)", None),
    ("民    族", "nation", "籍   贯", "native_place", "政治面貌", "party"),
    ("参加工作\n\n时    间", "work_since", "专 业 技\n\n术 职 称", "title"),
    ("学   历", "education", "毕业院校\n\n及 专 业", "school"),
    ("所在单位\n\n及 职 务", "unit_post"),
    ("联系方式", "telephone:电话：", "mobile:手机：", "email:邮箱："),
    ("个人简历", "resume"),
    ("参加学习情况", "learning"),
    ("获奖情况", "awards"),
    ("主要事迹和成效", "deeds:（不少于1500字）\n\n"),
    ("宣传展示材料", "showcase_text:（200字左右）\n\n"),
    ("本人所在单位推介意见", "unit_opinion"),
    ("县（市、区）级教育行政部门推介意见", "county_opinion"),
    ("市（地）级\n\n教育行政部门推介意见", "city_opinion"),
    ("省级教育\n\n行政部门\n\n推介意见", "province_opinion"),
]
HENAN_PROJECT = [
    ("品牌项目名称", "name"),
    ("主办单位", "hosts", "联系电话", "host_telephone"),
    ("承办单位", "organisers", "联系电话", "organiser_telephone"),
    ("开始时间", "started", "活动地点", "venue"),
    ("受益群体", "audience"),
    ("获奖情况", "awards"),
    ("品牌项目基本\n情况（包含\n项目活动方\n式、特色、\n效果等，不少\n于2000字）", "description"),
    ("宣传展示材料\n（品牌概况\n介绍300字\n左右）", "showcase_text"),
    ("主办单位\n推荐意见", "host_opinion"),
    ("区县市级\n教育部门\n推荐意见", "county_opinion"),
    ("省级教育部门\n推荐意见", "province_opinion"),
]
CITY_PROJECT = [
    ("品牌项目名称", "name"),
    ("项目单位", "hosts", "联系电话", "host_telephone"),
    ("项目起止时间", "started", "活动地点", "venue"),
    ("项目受益群体", "audience", "参与人数（次）", "learners"),
    ("获奖情况", "awards"),
    ("品牌项目基本情况（包含项目主题、主要内容、活动方式、特色、效果等，不少于1500字）", "description"),
    ("宣传展示材料（200字左右）", "showcase_text"),
    ("主办单位\n\n推介意见", "host_opinion"),
    ("县（市、区）级\n\n教育部门\n\n推介意见", "county_opinion"),
    ("市（地）级\n\n教育部门\n\n推介意见", "city_opinion"),
    ("省级教育部门\n\n推介意见", "province_opinion"),
]
STAR_COLUMNS = {
    "order": "推荐\n序号",
    "name": "姓名",
    "unit": "单位",
    "post": "职务",
    "title": "专业\n职称",
    "sex": "性别",
    "nation": "民族",
    "born": "出生\n年月日",
    "education": "学历",
    "address": "地址",
    "video": "有无\n视频\n材料",
    "telephone": "联系\n电话",
    "remarks": "备注",
}
PROJECT_COLUMNS = {
    "order": "序号",
    "name": "品牌项目名称",
    "hosts": "主办单位",
    "started": "起始\n时间",
    "learners": "参与人数\n（人次）",
    "papers": "所附材料\n（总结、视频）",
    "address": "地    址",
    "contact": "品牌单位联系\n电话和邮箱",
    "remarks": "备注",
}
STAMP = "                    （盖章）\n\n        年   月   日"
OPINIONS = {"county_opinion": STAMP, "city_opinion": STAMP, "province_opinion": STAMP, "host_opinion": STAMP}

HEAD = "教育局、学院（校）：{sender}        （盖章）            填表时间： 2024 年 4 月 12 日"
CITY_HEAD = "        {sender}（单位）“百姓学习之星”推介登记表"


def text_of(length, seed=7):
    """Return a text of `length` characters in sentences; nobody's words."""
    source = random.Random(seed)
    letters = "春夏秋冬山水田园书字灯火桥路风雨晴云花草木石门窗桌椅笔墨纸砚"
    said = ""
    while len(said) < length:
        said += "".join(source.choice(letters) for _ in range(14)) + "。"
    return said[: length - 1] + "。"


def form(layout, values, *, title="“百姓学习之星”推介表", photo=b"", document=None):
    """Return a document that holds one form: the label cells of `layout`, each with its value beside it."""
    document = document or docx.Document()
    document.add_paragraph("附件 1")
    document.add_paragraph(title)
    width = max(len(row) for row in layout)
    table = document.add_table(rows=len(layout), cols=width)
    said = {**OPINIONS, **values}
    for number, row in enumerate(layout):
        _row(table, number, row, width, said)
    if width > 7:  # the cell of the photograph reaches down four rows
        corner = table.cell(0, width - 2).merge(table.cell(3, width - 1))
        if photo:
            corner.paragraphs[-1].add_run().add_picture(io.BytesIO(photo), width=Mm(30))
    document.add_paragraph(
        "填表联系人：{filled_by}        联系电话: {filled_telephone}".format_map(_Blank(values))
    )
    return document


class _Blank(dict):
    def __missing__(self, key):
        return ""


def _row(table, number, row, width, said):
    last = width - 2 if width > 7 and 0 < number < 4 else width
    for place, words in enumerate(row):
        is_value = place % 2 == 1 if not words or ":" not in words else True
        cell = table.cell(number, place)
        if place == len(row) - 1 and place < last - 1 and words is not None:
            cell = cell.merge(table.cell(number, last - 1))
        if words is None:
            continue
        field, mark, before = words.partition(":")
        cell.text = (before if mark else "") + said.get(field, "") if is_value else words


def register(columns, rows, sender, *, head=HEAD, empty=2, notes=()):
    """Return a document that holds one register."""
    document = docx.Document()
    document.add_paragraph("附件 2")
    document.add_paragraph(head.format(sender=sender))
    table = document.add_table(rows=1 + len(rows) + empty, cols=len(columns))
    for place, (field, words) in enumerate(columns.items()):
        table.cell(0, place).text = words
        for number, row in enumerate(rows, 1):
            table.cell(number, place).text = str(row.get(field, number if field == "order" else ""))
    for note in notes:
        document.add_paragraph(note)
    return document


def sheet(columns, rows, sender, *, head=HEAD, title="“百姓学习之星”推介登记表", empty=2):
    """Return a workbook that holds one register, its title and head in merged cells."""
    book = openpyxl.Workbook()
    page = book.active
    page.append([title])
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(columns))
    page.append([head.format(sender=sender)])
    page.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(columns))
    page.append(list(columns.values()))
    for number, row in enumerate(rows, 1):
        page.append([row.get(field, number if field == "order" else None) for field in columns])
    for number in range(empty):
        page.append([len(rows) + number + 1])
    page.append(["注：1.各区教育局、各单位统一填报；"])
    return book


def words(*paragraphs):
    """Return a document of paragraphs: a 工作总结."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def saved(document):
    """Return the bytes of a document or workbook."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def picture(width=600, height=400, seed=1, form="JPEG", **options):
    """Return a picture that differs from those of other seeds."""
    noise = random.Random(seed).randbytes(48 * 32 * 3)
    image = Image.frombytes("RGB", (48, 32), noise).resize((width, height))
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def folder(place, files):
    """Write {name: bytes or document} below `place` and return it."""
    for name, data in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else saved(data))
    return place


def zipped(place, files, *, encoding="utf-8", flag=True):
    """Write {name: bytes or document} as a zip. Names in `encoding`; without `flag` none says which."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            part = _Part(name, (2024, 4, 12, 9, 0, 0))
            part.said = (encoding, flag)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, data if isinstance(data, bytes) else saved(data))
    return place


class _Part(zipfile.ZipInfo):
    """A part whose name is written as somebody else's program would."""

    said = ("utf-8", True)

    def _encodeFilenameFlags(self):  # noqa: N802
        encoding, flag = self.said
        return self.filename.encode(encoding), self.flag_bits | 0x800 if flag else self.flag_bits & ~0x800
