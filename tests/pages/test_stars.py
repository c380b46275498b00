import datetime
import re
from dataclasses import replace

from showcase.model.artefact import ROOT
from showcase.model.campaign import Event
from showcase.model.media import Film, Rendition, Shelf, Sound
from showcase.model.parts import Audio, Section, Video
from showcase.model.settings import Settings
from showcase.model.terms import EventKind, PhotoKind
from showcase.pages.stars import star_pages

from .people import (
    addresses,
    honour,
    inside,
    linked_data,
    photo,
    picture,
    project,
    read,
    star,
    values,
    view_of,
    words,
)

HOSTILE = '</script><img src=x onerror="alert(1)">&\''
HERE = "stars/2024/henan/001"


def page_of(record, *others, **view):
    pages = {page.address: page for page in star_pages(view_of(record, *others, **view))}
    return pages[str(record.address)]


def film(**more):
    renditions = tuple(
        Rendition(f"media/cd/{name}.mp4", "video/mp4", width, height, 1)
        for name, width, height in (("720", 1280, 720), ("480", 854, 480))
    )
    return Film(renditions, picture("poster", 640, 360), 192.4, **more)


def event(day, title, kind=EventKind.SCHOOL_VISIT):
    date = datetime.date.fromisoformat(day)
    return Event(address=f"events/{day[:4]}/{day}-x", kind=kind, date=date, title=title, records=(HERE,))


def test_a_page_carries_its_record():
    page = page_of(star(unit="桥头社区", post="挡车工", showcase_text=("她" * 59 + "。" + "后来。",)))
    assert (page.address, page.record, page.kind, page.section) == (HERE, HERE, "star", "stars")
    assert page.title == "沈玉兰　学习之星　2024河南"
    assert page.description == "桥头社区，挡车工。" + "她" * 59 + "。"


def test_hostile_words_stay_words_everywhere():
    section = Section(HOSTILE, f"{HOSTILE} <b>粗</b>")
    texts = {"name": HOSTILE, "unit": HOSTILE, "post": HOSTILE, "quote": HOSTILE, "topics": (HOSTILE,)}
    page = page_of(
        star(
            **texts,
            nominated_by=(HOSTILE,),
            showcase_text=(HOSTILE,),
            sections=(section,),
            honours=(honour(title=HOSTILE, document=HOSTILE),),
        )
    )
    assert {"img", "b"} & set(read(page.main).tags) == set()
    assert re.findall("<script[^>]*>", page.main) == [f'<script defer src="{ROOT}assets/showcase/share.js">']
    assert read(page.head).tags.count("script") == 1
    assert {name for tag, name, _ in read(page.main).attributes if name.startswith("on")} == set()
    assert linked_data(page)["Person"]["name"] == HOSTILE


def test_honours_stand_newest_first_and_the_higher_level_first_within_a_year():
    honours = (
        honour(2021, "county", "青柳县“学习之家”"),
        honour(2024, "provincial", "河南省“百姓学习之星”"),
        honour(2023, "city", "郑州市“学习之星”"),
        honour(2024, "national", "新时代“百姓学习之星”"),
    )
    main = page_of(star(honours=honours)).main
    assert inside(main, "ls-honours__year") == ["2024", "2024", "2023", "2021"]
    assert inside(main, "ls-seal ls-seal--line") == ["国", "省", "市", "县"]
    assert inside(main, "ls-honours__title")[0] == "新时代“百姓学习之星”"
    assert inside(main, "ls-keep") == [
        "示例函〔2024〕12号", "2024年10月18日", "示例函〔2024〕12号", "2024年10月18日",
        "示例函〔2023〕12号", "2023年10月18日", "示例函〔2021〕12号", "2021年10月18日",
    ]  # fmt: skip


def test_a_page_stands_without_anything_optional():
    bare = star(unit="", showcase_text=(), honours=(honour(),))
    main = page_of(bare).main
    assert set(read(main).tags) & {"img", "video", "audio", "blockquote"} == set()
    assert inside(main, "ls-card__blank") == ["沈"]


def test_the_quotation_gets_its_marks_and_ends_lines_between_clauses():
    main = page_of(star(quote="他说“慢慢来”，我就慢慢来。")).main
    assert inside(main, "ls-quote") == ["“他说‘慢慢来’，我就慢慢来。”"]
    assert inside(main, "ls-clause") == ["“他说‘慢慢来’，", "我就慢慢来。”"]


def test_sections_are_markdown_whose_headings_begin_at_h3():
    section = Section("主要事迹", "# 一\n\n### 二\n\n#### 三\n\n*重*")
    tags = read(page_of(star(sections=(section,))).main).tags
    assert [tag for tag in tags if re.fullmatch("h[2-6]|em", tag)][:5] == ["h2", "h3", "h3", "h4", "em"]


def test_the_film_plays_in_the_browsers_own_player():
    video = Video(file="film.mp4", title="楼梯间的灯", captions="film.vtt", transcript="第一句\n第二句")
    shelf = Shelf(films={f"{HERE}/film.mp4": film(captions="media/cd/film.vtt")})
    page = page_of(star(video=video), shelf=shelf)
    sources = re.findall(r"<source [^>]*video/mp4[^>]*>", page.main)
    assert sources == [
        f'<source src="{ROOT}media/cd/720.mp4" type="video/mp4" media="(min-width: 45em)">',
        f'<source src="{ROOT}media/cd/480.mp4" type="video/mp4">',
    ]
    assert values(page.main, "preload") == ["none"]
    assert values(page.main, "poster") == [f"{ROOT}media/ab/poster-640.jpg"]
    assert [value for tag, _, value in read(page.main).attributes if tag == "track"] == [
        "captions", "zh-Hans", "中文字幕", f"{ROOT}media/cd/film.vtt", None,
    ]  # fmt: skip
    assert "3分12秒，有字幕" in words(page.main)
    assert inside(page.main, "", tag="details") == []
    assert "文字稿第一句第二句" in words(page.main)
    assert linked_data(page)["VideoObject"]["duration"] == "PT192S"


def test_a_lighter_film_is_offered_first_with_its_codec_and_search_engines_get_the_plain_one():
    plain = film()
    av1 = Rendition("media/cd/av1.mp4", 'video/mp4; codecs="av01.0.05M.08"', 1280, 720, 1)
    both = replace(plain, renditions=(*plain.renditions, av1))
    video = Video(file="film.mp4", title="灯下")
    settings, shelf = Settings(site_url="https://x.example/"), Shelf(films={f"{HERE}/film.mp4": both})
    page = page_of(star(video=video), shelf=shelf, settings=settings)
    files = re.findall(r'<source src="[^"]*/(\w+\.mp4)" type="([^"]*)"', page.main)
    assert files == [
        ("av1.mp4", "video/mp4; codecs=&#34;av01.0.05M.08&#34;"),
        ("720.mp4", "video/mp4"),
        ("480.mp4", "video/mp4"),
    ]
    assert linked_data(page)["VideoObject"]["contentUrl"] == "https://x.example/media/cd/720.mp4"


def test_a_film_of_an_own_address_is_asked_there_and_all_else_stays():
    video = Video(file="film.mp4", title="楼梯间的灯", captions="film.vtt")
    shelf = Shelf(films={f"{HERE}/film.mp4": film(captions="media/cd/film.vtt")})
    page = page_of(star(video=video), shelf=shelf, settings=Settings(media_url="https://media.example/x"))
    foreign = [a for a in addresses(page.main) if a.startswith("http")]
    assert foreign == ["https://media.example/x/cd/720.mp4", "https://media.example/x/cd/480.mp4"]
    assert linked_data(page)["VideoObject"]["contentUrl"] == "https://media.example/x/cd/720.mp4"


def test_a_film_that_was_not_made_is_not_there():
    page = page_of(star(video=Video(file="film.mp4", title="楼梯间的灯", transcript="第一句")))
    assert "video" not in read(page.main).tags
    assert ("楼梯间的灯" in page.main, "第一句" in page.main) == (False, False)


def test_a_machines_voice_says_so():
    sound = Sound((Rendition("media/ef/r.mp3", "audio/mpeg", 0, 0, 1),), 80.0)
    shelf = Shelf(sounds={f"{HERE}/r.mp3": sound})
    spoken = [star(audio=Audio(file="r.mp3", spoken_by=by)) for by in ("person", "machine")]
    assert [inside(page_of(s, shelf=shelf).main, "ls-reader") for s in spoken] == [
        ["听这篇1分20秒"],
        ["听这篇1分20秒机器朗读"],
    ]


def test_a_prepared_sound_comes_before_the_browsers_voice():
    sound = Sound((Rendition("media/ef/r.mp3", "audio/mpeg", 0, 0, 1),), 80.0)
    shelf = Shelf(sounds={f"{HERE}/r.mp3": sound})
    text, audio = {"showcase_text": ("她" * 60,)}, {"audio": Audio(file="r.mp3", spoken_by="person")}
    pages = [page_of(star(**text), shelf=shelf), page_of(star(**text, **audio), shelf=shelf)]
    assert [("<audio" in page.main, "data-ls-listen" in page.main) for page in pages] == [(False, True), (True, False)]


def test_a_sentence_is_not_offered_to_be_read_aloud():
    assert "data-ls-listen" not in page_of(star(showcase_text=("她" * 59,))).main


def test_the_gallery_holds_the_other_pictures_that_were_made():
    photos = (
        photo("portrait.jpg"),
        photo("life.jpg", PhotoKind.LIFE, caption="念的是《城南旧事》。", credit="融媒体中心"),
        photo("lost.jpg", PhotoKind.LIFE, caption="没有做出来"),
    )
    made = {f"{HERE}/{name}.jpg": picture(name) for name in ("portrait", "life")}
    main = page_of(star(photos=photos), shelf=Shelf(pictures=made)).main
    pictures = [src for src in values(main, "src") if src.endswith(".jpg")]
    assert pictures == [f"{ROOT}media/ab/portrait-360.jpg", f"{ROOT}media/ab/life-360.jpg"]
    assert values(main, "alt") == ["portrait.jpg的画面", "life.jpg的画面"]
    assert "念的是《城南旧事》。图：融媒体中心" in words(main)
    assert "没有做出来" not in main


def test_visits_say_what_is_past_and_what_is_to_come():
    events = (event("2024-10-01", "今天的课"), event("2024-09-12", "读信课"), event("2024-11-03", "午间共读"))
    main = page_of(star(), events=events).main
    rows = re.findall(r"<li[^>]*><span class=\"ls-rows__date\">.*?</li>", main)
    assert [words(row) for row in rows] == [
        "2024年9月12日读信课进校园",
        "2024年10月1日今天的课进校园，今天举行",
        "2024年11月3日午间共读进校园，将要举行",
    ]
    only_coming = page_of(star(), events=events, today="2024-01-01").main
    assert ("去过的地方" in main, "将要去的地方" in only_coming) == (True, True)


def test_who_has_died_is_said_quietly():
    assert "已故，2023年" in page_of(star(deceased_on=datetime.date(2023, 5, 1))).main


def test_related_records_are_linked_from_both_sides():
    other = project("003", related=(HERE,))
    page = page_of(star(), other)
    assert f"{ROOT}projects/2024/henan/003/" in values(page.main, "href")


def test_neighbours_share_a_topic_else_the_year_and_never_are_oneself():
    readers = [star(f"{n:03d}", "anhui", name=f"读{n}", topics=("阅读",)) for n in range(2, 9)]
    me, lonely = star(topics=("阅读",)), star("009", "fujian", name="林阿秀")

    def neighbours(record):
        shown = page_of(record, *(r for r in (*readers, me, lonely) if r is not record)).main
        return values(shown, "data-record")

    assert neighbours(me) == [f"stars/2024/anhui/00{n}" for n in (2, 3, 4, 5)]
    assert neighbours(readers[4]) == [
        *(f"stars/2024/anhui/00{n}" for n in (7, 8)),
        HERE,
        "stars/2024/anhui/002",
    ]
    assert neighbours(lonely) == [HERE, *(f"stars/2024/anhui/00{n}" for n in (2, 3, 4))]


def test_all_addresses_begin_at_the_root_but_those_within_the_page():
    made = {f"{HERE}/portrait.jpg": picture("portrait")}
    shelf = Shelf(pictures=made, films={f"{HERE}/film.mp4": film()})
    full = star(photos=(photo(),), video=Video(file="film.mp4"), topics=("阅读",), nominated_by=("局",))
    page = page_of(full, star("002", name="马德山"), shelf=shelf, events=(event("2024-09-12", "课"),))
    assert [a for a in addresses(page.main) if not a.startswith(ROOT)] == ["#film", "#share", "#main"]


def test_a_chat_gets_absolute_addresses_when_the_site_knows_its_own():
    settings = Settings(site_url="https://x.example/stars-of/")
    shelf = Shelf(pictures={f"{HERE}/portrait.jpg": picture("p")})
    page = page_of(star(photos=(photo(),)), shelf=shelf, settings=settings)
    image = "https://x.example/stars-of/media/ab/p-360.jpg"
    assert f'<meta property="og:image" content="{image}">' in page.head
    assert linked_data(page)["Person"]["image"] == image
    path = linked_data(page)["BreadcrumbList"]["itemListElement"]
    assert [step.get("item", "") for step in path] == [
        "https://x.example/stars-of/stars/",
        "https://x.example/stars-of/stars/2024/",
        "https://x.example/stars-of/stars/2024/henan/",
        "",
    ]


def test_a_page_without_directory_addresses_names_files():
    page = page_of(star(), settings=Settings(directory_urls=False))
    assert values(page.main, "href")[:3] == [
        f"{ROOT}stars/index.html", f"{ROOT}stars/2024.html", f"{ROOT}stars/2024/henan.html",
    ]  # fmt: skip
