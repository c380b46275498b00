from showcase.model.artefact import ROOT
from showcase.model.media import Film, Picture, Shelf
from showcase.model.parts import Video
from showcase.model.settings import Settings
from showcase.model.terms import PhotoKind
from showcase.pages.cards import project_card, star_card
from showcase.pages.pictures import lead

from .people import addresses, inside, photo, picture, project, read, star, values, view_of, words

PORTRAIT = "stars/2024/henan/001/portrait.jpg"


def test_a_card_says_who_what_where_and_when():
    card = star_card(view_of(star()), star(post="退休挡车工，读书会领读人"))
    assert words(card) == "沈沈玉兰退休挡车工，读书会领读人河南2024"
    assert values(card, "data-record") == ["stars/2024/henan/001"]
    assert values(card, "href") == [f"{ROOT}stars/2024/henan/001/"]


def test_a_card_is_drawn_once():
    view = view_of(star())
    assert star_card(view, star()) is star_card(view, star())


def test_hostile_words_stay_words():
    hostile = "<script>alert('1')</script>\"&"
    card = star_card(view_of(), star(name=hostile, post=hostile, unit=hostile))
    assert "script" not in read(card).tags
    assert read(card).text.count(hostile) == 2


def test_a_project_says_since_when():
    assert words(project_card(view_of(), project(started=2009))) == "一“一盏灯”夜校县教育局河南2009年起"


def test_without_a_picture_the_surname_stands_large():
    names = ["沈玉兰", "欧阳青", "阿卜杜热合曼·买买提", "𠮷野青"]
    cards = [star_card(view_of(), star(name=name)) for name in names]
    assert [inside(card, "ls-card__blank")[0] for card in cards] == ["沈", "欧阳", "阿", "𠮷"]
    assert ["img" in read(card).tags for card in cards] == [False] * 4


def test_the_picture_comes_as_webp_to_choose_from_and_one_jpeg_with_its_focus():
    shelf = Shelf(pictures={PORTRAIT: picture("p")})
    card = star_card(view_of(shelf=shelf), star(photos=(photo(alt='捧着"书"', focus=(50, 12.5)),)))
    assert values(card, "srcset") == [f"{ROOT}media/ab/p-360.webp 360w"]
    assert values(card, "src") == [f"{ROOT}media/ab/p-360.jpg"]
    assert values(card, "alt") == ['捧着"书"']
    assert values(card, "style") == ["object-position:50% 12.5%"]
    assert (values(card, "width"), values(card, "height")) == (["360"], ["480"])


def test_a_card_has_no_picture_wider_than_it_can_show():
    widths = (320, 720, 900)
    renditions = tuple(r for width in widths for r in picture("p", width, width * 4 // 3).renditions)
    shelf = Shelf(pictures={PORTRAIT: Picture(renditions, "data:image/webp;base64,AAAA")})
    one = star(photos=(photo(),))
    card, large = star_card(view_of(shelf=shelf), one), str(lead(view_of(shelf=shelf), one).sources)
    assert [width in str(card) for width in ("320w", "720w", "900w")] == [True, True, False]
    assert values(card, "src") == [f"{ROOT}media/ab/p-720.jpg"]
    assert "900w" in large


def test_the_large_picture_shows_its_colours_while_it_loads():
    view = view_of(shelf=Shelf(pictures={PORTRAIT: picture("p")}))
    large = lead(view, star(photos=(photo(focus=(50, 12.5)),)))
    behind = "background:center/cover url(data:image/webp;base64,AAAA)"
    assert values(f"<img {large.attributes}>", "style") == [f"{behind};object-position:50% 12.5%"]


def test_a_picture_that_comes_as_jpeg_only_leaves_the_choice_of_jpegs():
    jpegs = tuple(picture("p", width, width).renditions[1] for width in (320, 720))
    view = view_of(shelf=Shelf(pictures={PORTRAIT: Picture(jpegs, "")}))
    card = star_card(view, star(photos=(photo(),)))
    assert values(card, "srcset") == [f"{ROOT}media/ab/p-320.jpg 320w, {ROOT}media/ab/p-720.jpg 720w"]
    assert len(values(card, "sizes")) == 1


def test_the_portrait_goes_before_life_and_an_id_photo_is_never_large():
    kinds = {"life.jpg": PhotoKind.LIFE, "portrait.jpg": PhotoKind.PORTRAIT, "id.jpg": PhotoKind.ID_PHOTO}
    shelf = Shelf(pictures={f"stars/2024/henan/001/{name}": picture(name[:-4]) for name in kinds})

    def shown(*names):
        photos = tuple(photo(name, kinds[name]) for name in names)
        return values(star_card(view_of(shelf=shelf), star(photos=photos)), "src")

    assert shown("id.jpg", "life.jpg", "portrait.jpg") == [f"{ROOT}media/ab/portrait-360.jpg"]
    assert shown("id.jpg", "life.jpg") == [f"{ROOT}media/ab/life-360.jpg"]
    assert shown("id.jpg") == []


def test_a_film_is_announced_only_when_it_was_made():
    video = Video(file="film.mp4")
    film = Film((), picture("poster"), 60.0)
    made = view_of(shelf=Shelf(films={"stars/2024/henan/001/film.mp4": film}))
    assert words(star_card(made, star(video=video))) == "沈沈玉兰桥头社区河南2024有短片"
    assert words(star_card(view_of(), star(video=video))) == "沈沈玉兰桥头社区河南2024"


def test_a_long_name_takes_the_smaller_setting_and_breaks_after_its_dot_only():
    long, short = star(name="古丽娜尔·艾合买提"), star(name="古丽·艾山")
    assert "古丽娜尔·<wbr>艾合买提" in star_card(view_of(), long)
    assert "ls-card__name--long" in star_card(view_of(), long)
    assert "wbr" not in read(star_card(view_of(), short)).tags


def test_pictures_stay_with_the_pages_whatever_the_media_address():
    shelf = Shelf(pictures={PORTRAIT: picture("p")})
    view = view_of(shelf=shelf, settings=Settings(media_url="https://media.example/x"))
    card = star_card(view, star(photos=(photo(),)))
    assert [a for a in addresses(card) if not a.startswith(ROOT)] == []
