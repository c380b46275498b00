"""Everybody in the demo's portraits: thirty invented people, each their own words and seed."""

from __future__ import annotations

from tools.demo.person import Person
from tools.demo.svg import BLUE, CREAM, GREEN, GREY, INK, LOTUS, OCHRE, PAPER, RED, YELLOW

CAST: dict[str, Person] = {
    "p01": Person(seed=11, sex="f", age=71, hair="white", style="perm", glasses="round", turn=14, tilt=-3, coat=(BLUE, "#55728a"), cloth="knit", collar="vneck", inner=CREAM, ground="shelf", tone="#d8c7a6", prop="book", mouth="open"),
    "p02": Person(seed=23, sex="m", age=63, skin="deep", hair="salt", style="straw", turn=-12, tilt=2, coat=(CREAM, "#cdbb98"), ground="hills", tone="#e6d8b8", prop="wheat", mouth="open"),
    "p03": Person(seed=37, sex="f", age=46, skin="light", style="lowbun", turn=12, tilt=3, coat=("#8c2f24", YELLOW), cloth="flowers", collar="stand", ground="lattice", tone="#b99a6d", prop="shears"),
    "p04": Person(seed=41, sex="m", age=78, hair="white", style="bald", beard=True, glasses="round", turn=10, tilt=-2, coat=("#5a6a62", "#43514a"), collar="stand", ground="bamboo", tone="#e9e2cd", prop="brush"),
    "p05": Person(seed=53, sex="m", age=38, style="helmet", hat=YELLOW, turn=-10, coat=("#5d7890", "#49627a"), inner="#7a93a8", button=CREAM, ground="stripes", tone="#d9b56a", prop="gear", eyes="open"),
    "p06": Person(seed=67, sex="f", age=66, skin="deep", hair="salt", style="scarf", hat="#9d3327", turn=-12, tilt=-2, coat=("#344b5c", YELLOW), cloth="cross", collar="round", ground="sun", tone="#e2cfa6", prop="loom", mouth="open"),
    "p07": Person(seed=71, sex="m", age=56, skin="light", hair="salt", style="short", glasses=INK, turn=12, tilt=2, coat=("#7d8a72", "#69755f"), collar="vneck", inner="#e7e0cf", ground="wash", tone="#ece3d0", prop="camera"),
    "p08": Person(seed=83, sex="f", age=33, skin="light", style="plait", turn=-14, tilt=3, coat=(LOTUS, "#a6736b"), cloth="dots", ground="moon", tone="#93a89b", prop="tablet", eyes="open"),
    "p09": Person(seed=97, sex="m", age=69, hair="grey", style="cap", hat="#3b4f46", turn=-10, tilt=-3, coat=("#46545c", "#323d44"), inner="#566670", ground="waves", tone="#8fa5a8", prop="erhu"),
    "p10": Person(seed=103, sex="f", age=59, hair="salt", style="bob", glasses="#7c2d22", turn=10, tilt=-3, coat=("#c2a06a", "#9d7b45"), cloth="plaid", collar="scarf", ground="moon", tone="#a94a38", prop="book", cover=GREEN),
    "p11": Person(seed=113, sex="m", age=44, skin="deep", style="crop", turn=14, tilt=2, coat=("#d9d0bd", "#bdb19a"), inner="#efe8d9", apron="#3f5a6f", ground="lattice", tone="#7f9a8a", prop="teapot", mouth="open"),
    "p12": Person(seed=127, sex="f", age=80, hair="white", style="bun", turn=-12, tilt=2, coat=("#6b4f63", "#8a6d81"), cloth="dots", collar="stand", ground="wash", tone="#efe4d0", prop="book", cover=BLUE),
    "p13": Person(seed=139, sex="m", age=61, skin="deep", hair="grey", style="fur", hat="#4b5a52", turn=-12, tilt=-2, coat=("#4f5b66", "#3d4750"), collar="stand", ground="snow", tone="#9fb0b4", prop="book", cover=OCHRE),
    "p14": Person(seed=149, sex="m", age=35, skin="light", style="short", glasses="round", turn=-12, tilt=2, coat=("#c7b48f", "#a8946c"), cloth="stripes", collar="round", ground="waves", tone="#c79d94", prop="phone", eyes="open"),
    "p15": Person(seed=157, sex="m", age=52, skin="mid", hair="salt", style="crop", beard=True, turn=12, tilt=-3, coat=("#6b5d55", "#544841"), collar="vneck", inner="#dfe6e4", ground="hills", tone="#d9dfcf", prop="wrench"),
    "p16": Person(seed=163, sex="f", age=41, skin="light", style="doppa", hat="#2f5d50", turn=12, tilt=2, coat=("#a8382a", "#e9c98a"), cloth="cross", collar="round", ground="sun", tone="#e9dcc3", prop="book", cover=BLUE, eyes="open"),
    "p17": Person(seed=173, sex="m", age=48, skin="deep", style="short", hat=RED, turn=-14, tilt=2, coat=("#3f5a6f", YELLOW), collar="stand", ground="dunes", tone="#dfe4dc", prop="tablet", mouth="open"),
    "p18": Person(seed=181, sex="f", age=55, skin="mid", style="perm", turn=-10, tilt=3, coat=("#6f8f7c", "#e9dcc3"), cloth="flowers", collar="round", ground="lattice", tone="#c79d94", prop="basket", mouth="open"),
    "p19": Person(seed=191, sex="f", age=29, skin="light", style="tail", hat=RED, turn=14, tilt=-2, coat=("#e9dcc3", "#c9b48c"), cloth="knit", collar="scarf", ground="stripes", tone="#8fa5b0", prop="tablet", eyes="open", mouth="open"),
    "p20": Person(seed=193, sex="m", age=74, skin="deep", hair="white", style="straw", turn=12, tilt=-2, coat=("#55728a", "#3f5a6f"), ground="waves", tone="#cfc6a6", prop="basket", mouth="open"),
    "p21": Person(seed=199, sex="m", age=42, skin="mid", style="cap", hat="#a8382a", turn=12, coat=("#d3a24c", "#b98735"), inner=PAPER, ground="wash", tone="#e9e2cd", prop="phone", eyes="open"),
    "p22": Person(seed=211, sex="f", age=68, skin="light", hair="grey", style="bob", turn=-12, tilt=2, coat=("#3b4f5f", "#55728a"), cloth="stripes", collar="stand", ground="bamboo", tone="#dfe0cf", prop="brush"),
    "p23": Person(seed=223, sex="m", age=31, skin="deep", style="helmet", hat="#6f8f7c", turn=12, tilt=2, coat=("#b57a4a", "#8f5a32"), inner="#c79d6a", ground="dunes", tone="#e7d9ba", prop="wrench", mouth="open", glasses="#4b4440"),
    "p24": Person(seed=227, sex="f", age=37, skin="mid", style="bun", glasses="#7c2d22", turn=12, tilt=-3, coat=("#7d6b8a", "#9a89a6"), cloth="dots", collar="vneck", inner=PAPER, ground="shelf", tone="#cdbf9f", prop="phone"),
    "p25": Person(seed=229, sex="m", age=66, skin="light", hair="white", style="short", turn=-12, tilt=-2, coat=("#8c8577", "#6f695d"), cloth="plaid", ground="moon", tone="#6f8f7c", prop="erhu"),
    "p26": Person(seed=233, sex="f", age=62, skin="mid", hair="salt", style="lowbun", glasses="round", turn=-12, tilt=3, coat=("#b9664f", "#8c4a38"), cloth="knit", collar="round", ground="wash", tone="#e2d6c0", prop="shears", mouth="open"),
    "p27": Person(seed=239, sex="m", age=57, skin="mid", hair="black", style="fur", hat="#8c2f24", turn=12, tilt=2, coat=("#7a5c46", "#59402f"), cloth="stripes", collar="scarf", ground="hills", tone="#cfd8d6", prop="book", cover=GREEN),
    "p28": Person(seed=241, sex="f", age=76, skin="light", hair="white", style="scarf", hat="#3f5a6f", turn=12, tilt=-2, coat=("#9a9286", "#7d766b"), cloth="plaid", collar="stand", ground="sun", tone="#e9e0d0", prop="book", cover=OCHRE),
    "p29": Person(seed=251, sex="m", age=39, skin="deep", style="crop", glasses=INK, turn=-12, tilt=3, coat=("#2f4a4a", "#49696a"), cloth="knit", collar="round", ground="shelf", tone="#c9b48c", prop="camera", mouth="open"),
    "p30": Person(seed=257, sex="f", age=50, skin="deep", style="straw", turn=-12, tilt=-3, coat=("#a6736b", "#e6d3b8"), cloth="flowers", ground="bamboo", tone="#e9dcb0", prop="wheat", mouth="open", button=GREY),
}  # fmt: skip
"""By the name that the album uses. One line a person, so that two can be compared."""
