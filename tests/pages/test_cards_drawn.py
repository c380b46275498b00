"""Record pages as a browser sets them, on the narrowest phone and in 长辈版."""

import pytest

from showcase.content.layout import theme_dir
from showcase.model.artefact import ROOT
from showcase.model.parts import Count, Learners
from showcase.model.terms import CountUnit
from showcase.pages.lists import list_pages
from showcase.pages.minified import bundle
from showcase.pages.projects import project_pages
from showcase.pages.regions import region_pages
from showcase.pages.stars import star_pages

from .people import honour, project, star, view_of

pytestmark = pytest.mark.browser

NAMES = ("阿依古丽·买买提·吐尔逊·热合曼", "古丽娜尔·艾合买提", "欧阳青", "丁一", "𠮷野青")
UNIT = "绸河县第三人民医院护理部与绸河县桑葚沟村联合健康夜课教学点"
TITLE = "新疆维吾尔自治区“百姓学习之星”（巴音郭楞蒙古自治州推介）"

LINES = """names => names.map(name => {
  const range = document.createRange(), walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
  const lines = new Map();
  for (let node; (node = walker.nextNode());) for (let i = 0; i < node.length; i++) {
    range.setStart(node, i); range.setEnd(node, i + 1);
    const top = Math.round(range.getBoundingClientRect().top / 8);
    lines.set(top, (lines.get(top) || "") + node.data[i]);
  }
  return [...lines.values()];
}).filter(lines => lines.slice(1).some(line => line.startsWith("·"))).length"""


def all_pages():
    stars = [
        star(f"{n:03d}", "xinjiang", name=name, unit=UNIT, post=UNIT, quote=UNIT, city="巴音郭楞蒙古自治州",
             honours=(honour(title=TITLE),), nominated_by=(UNIT, UNIT))
        for n, name in enumerate(NAMES * 11)
    ]  # fmt: skip
    numbers = (Learners(2024, Count(355_200_000, CountUnit.VISITS)),)
    view = view_of(*stars, project(name=f"“{UNIT}”", hosts=(UNIT,), learners=numbers, how_to_join=UNIT))
    made = [*star_pages(view), *project_pages(view), *list_pages(view), *region_pages(view)]
    pages = {page.address: str(page.main).replace(ROOT, "https://x.invalid/") for page in made}
    wanted = ["stars/2024/xinjiang/000", "stars/2024/xinjiang/002", "projects/2024/henan/001", "stars/2024",
              "stars/2024/page-2", "projects/", "regions/", "regions/xinjiang"]  # fmt: skip
    return {address: pages[address] for address in wanted}


@pytest.mark.parametrize("mode", ["", "elder"])
def test_nothing_scrolls_sideways_and_no_line_begins_with_a_dot(browser, mode):
    css = theme_dir() / "assets" / "css"
    style = "".join(bundle(css / name) for name in ("ls.css", "pages/list.css", "pages/region.css"))
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.route("https://x.invalid/**", lambda route: route.abort())  # nobody is asked where that may be
    found = {}
    for address, main in all_pages().items():
        head = f'<html lang="zh-Hans" data-ls-mode="{mode}"><style>{style}</style>'
        page.set_content(f'{head}<body data-md-color-scheme="default"><main>{main}</main></body>')
        width = page.evaluate("document.documentElement.scrollWidth")
        found[address] = (width, page.eval_on_selector_all(".ls-name", LINES))
    page.close()
    assert found == dict.fromkeys(found, (320, 0))
