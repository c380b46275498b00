"""Which drawing becomes which picture of the demo."""

from __future__ import annotations

PORTRAITS: dict[str, str] = {
    "stars/2024/henan/012": "p01", "stars/2024/ningxia/003": "p02", "stars/2024/guizhou/005": "p03",
    "stars/2024/jiangsu/008": "p04", "stars/2024/liaoning/002": "p05", "stars/2024/xinjiang/004": "p06",
    "stars/2024/chongqing/006": "p07", "stars/2024/xizang/001": "p08", "stars/2024/shanxi/007": "p09",
    "stars/2024/shanghai/003": "p10", "stars/2024/guangxi/009": "p11", "stars/2024/fujian/002": "p12",
    "stars/2024/jilin/001": "p13", "stars/2024/hebei/010": "p14", "stars/2024/anhui/003": "p19",
    "stars/2024/neimenggu/002": "p27", "stars/2024/shandong/004": "p25", "stars/2025/xinjiang/002": "p16",
    "stars/2025/xjbt/001": "p23", "stars/2025/gansu/004": "p17", "stars/2025/hubei/002": "p18",
    "stars/2025/hainan/001": "p20", "stars/2025/tianjin/001": "p21", "stars/2025/zhejiang/005": "p22",
    "stars/2025/beijing/003": "p24", "stars/2025/yunnan/006": "p26", "stars/2025/sichuan/002": "p28",
    "stars/2025/guangdong/007": "p29", "stars/2025/shaanxi/003": "p30", "stars/2025/heilongjiang/002": "p15",
}  # fmt: skip
"""The portrait of each record, by the name of the person in the cast."""

SCENES: dict[str, tuple[str, int]] = {
    "stars/2024/henan/012/reading.jpg": ("reading", 203),
    "stars/2024/henan/012/notebook.jpg": ("desk", 205),
    "stars/2024/ningxia/003/field.jpg": ("field", 208),
    "stars/2024/guizhou/005/class.jpg": ("classroom", 211),
    "stars/2024/jiangsu/008/desk.jpg": ("desk", 215),
    "stars/2024/liaoning/002/bench.jpg": ("workshop", 210),
    "stars/2024/chongqing/006/lane.jpg": ("night", 206),
    "stars/2024/xizang/001/village.jpg": ("terrace", 202),
    "stars/2024/shanxi/007/yard.jpg": ("yard", 207),
    "stars/2024/guangxi/009/hill.jpg": ("terrace", 212),
    "stars/2024/fujian/002/harbour.jpg": ("river", 201),
    "stars/2024/neimenggu/002/steppe.jpg": ("steppe", 209),
    "stars/2025/xjbt/001/shop.jpg": ("workshop", 220),
    "stars/2025/hubei/002/stall.jpg": ("reading", 213),
    "stars/2025/tianjin/001/night.jpg": ("night", 216),
    "stars/2025/zhejiang/005/water.jpg": ("river", 221),
    "stars/2025/sichuan/002/street.jpg": ("yard", 217),
    "stars/2025/shaanxi/003/harvest.jpg": ("field", 218),
    "projects/2024/henan/003/room.jpg": ("reading", 223),
    "projects/2024/henan/003/lit.jpg": ("night", 236),
    "projects/2024/henan/003/yard.jpg": ("yard", 247),
    "projects/2024/fujian/006/harbour.jpg": ("river", 231),
    "projects/2024/fujian/006/night.jpg": ("stage", 204),
    "projects/2024/jiangsu/004/desk.jpg": ("desk", 225),
    "projects/2024/ningxia/002/field.jpg": ("field", 228),
    "projects/2024/shanxi/005/yard.jpg": ("yard", 227),
    "projects/2024/zhejiang/003/boat.jpg": ("river", 241),
    "projects/2024/neimenggu/001/steppe.jpg": ("steppe", 219),
    "projects/2024/anhui/001/shop.jpg": ("workshop", 230),
    "projects/2024/liaoning/004/bench.jpg": ("workshop", 240),
    "projects/2024/sichuan/007/dam.jpg": ("night", 226),
    "projects/2025/hubei/002/shelf.jpg": ("reading", 233),
    "projects/2025/beijing/001/hall.jpg": ("stage", 214),
    "projects/2025/shaanxi/001/field.jpg": ("field", 238),
    "projects/2025/guizhou/002/class.jpg": ("classroom", 222),
    "projects/2025/qingdao/001/pier.jpg": ("stage", 224),
    "weeks/2024/henan/opening.jpg": ("stage", 244),
    "weeks/2025/tianjin/square.jpg": ("stage", 234),
    "events/2024/2024-09-12-school/class.jpg": ("classroom", 232),
    "stars/2024/henan/draft-k3v9q2/life.jpg": ("yard", 237),
}
"""The other pictures: the kind of scene and its seed."""

ID_PHOTOS: dict[str, str] = {"stars/2024/henan/draft-k3v9q2/idphoto.jpg": "p31"}
"""Form material of a draft: never shown, so that the site can prove it."""

PHONE = ("stars/2024/chongqing/006/portrait.jpg", "stars/2024/ningxia/003/field.jpg")
"""Pictures that carry what a phone adds, so that the site can show that it takes it away: a place
(an invented one, in the open sea) and, for the second, an orientation other than upright."""
