"""A year of 37 units with every odd case, as plain lines; and a recount of it that shares no code with ours."""

import datetime
import shutil

YEAR = 2026
TODAY = "2026-06-19"
_DAY = datetime.timedelta(days=1)

UNITS = """
beijing 北京市 start=2026-09-14 end=2026-09-14 status=confirmed
tianjin 天津市 start=2026-03-30 end=2026-04-05 status=held
hebei 河北省 start=2026-06-15 end=2026-06-21 status=confirmed
shanxi 山西省 start=2026-06-13 end=2026-06-19 status=confirmed
neimenggu 内蒙古自治区 start=2026-06-17 status=confirmed
liaoning 辽宁省 start=2026-06-22 end=2026-06-28 status=confirmed
dalian 大连市 start=2026-06-22 end=2026-06-28 status=confirmed
jilin 吉林省 start=2026-06-24 end=2026-06-30 status=confirmed with=长春市
heilongjiang 黑龙江省 start=2026-06-25 end=2026-07-01 status=planned
shanghai 上海市 start=2026-11-30 end=2026-12-06 status=confirmed
jiangsu 江苏省 start=2026-10-26 end=2026-11-15 status=confirmed
zhejiang 浙江省 start=2026-10-19 end=2026-10-25 status=confirmed moved_from=2026-07-06
ningbo 宁波市 start=2026-10-19 end=2026-10-25 status=confirmed
anhui 安徽省 status=postponed moved_from=2026-05-11
fujian 福建省 start=2026-07-06 end=2026-07-12 status=cancelled
xiamen 厦门市 start=2026-07-06 end=2026-07-12 status=confirmed
jiangxi 江西省 start=2026-04-27 end=2026-05-03 status=held
shandong 山东省 start=2026-09
qingdao 青岛市 start=2026-09 end=2026-10
henan 河南省 start=2026-05-12 end=2026-05-18 status=held
hubei 湖北省 start=2026-05-13 end=2026-05-19 status=held
hunan 湖南省 start=2026-05-14 end=2026-05-20 status=held
guangdong 广东省 start=2026-05-15 end=2026-05-21 status=held
shenzhen 深圳市 start=2026-05-16 end=2026-05-22 status=held
guangxi 广西壮族自治区 start=2026-05-17 end=2026-05-23 status=held
hainan 海南省 start=2026-08-03 end=2026-08-04 status=confirmed
chongqing 重庆市 start=2026-06-08 end=2026-06-14 status=planned
sichuan 四川省 start=2026-06-01 end=2026-06-07 status=held
guizhou 贵州省 start=2026-08-31 end=2026-09-06 status=confirmed
yunnan 云南省 start=2026-11
xizang 西藏自治区
shaanxi 陕西省 start=2026-05-04 end=2026-05-10 status=held
gansu 甘肃省 start=2026-05 status=held
qinghai 青海省 start=2026-12-24 end=2026-12-31 status=planned
ningxia 宁夏回族自治区 start=2026-08-10 status=planned
xinjiang 新疆维吾尔自治区 start=2026-07-20 end=2026-07-26 status=confirmed moved_from=2026-06
xjbt 新疆生产建设兵团 start=2026-07-20 end=2026-07-26 status=postponed
"""


def units():
    """Each unit: slug, name, and what its file says."""
    for line in UNITS.strip().splitlines():
        slug, name, *said = line.split()
        yield slug, name, dict(pair.split("=") for pair in said)


def write_year(root):
    """Replace the weeks of 2026 below `root` by the 37 units; its events go, since their weeks would not be empty."""
    shutil.rmtree(root / f"content/events/{YEAR}", ignore_errors=True)
    folder = root / f"content/weeks/{YEAR}"
    for old in folder.glob("*.md"):
        old.unlink()
    for slug, _, said in units():
        front = "".join(f"{key}: {value}\n" for key, value in said.items())
        (folder / f"{slug}.md").write_text(f"---\n{front}---\n", "utf-8")


def day(text):
    return datetime.date.fromisoformat(text) if len(text) == 10 else None


def is_off(said):
    return said.get("status") in ("cancelled", "postponed")


def dated():
    """The units that take place on known days: slug to first and last day; seven days where the end is open."""
    found = {}
    for slug, _, said in units():
        first = day(said.get("start", ""))
        if first and not is_off(said):
            found[slug] = first, day(said.get("end", "")) or first + 6 * _DAY
    return found


def weeks():
    """The units that take place in each Monday-to-Sunday week, from the one with 1 April, 42 of them."""
    monday = datetime.date(2026, 3, 30)
    found = {}
    for _ in range(42):
        sunday = monday + 6 * _DAY
        found[monday] = {
            slug for slug, (first, last) in dated().items() if first <= sunday and last >= monday
        }
        monday += 7 * _DAY
    return found
