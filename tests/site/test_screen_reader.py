"""What a screen reader is told on the way 首页 → 找 → 人物 → 短片和字幕 → 转发: Chromium's own accessibility tree."""

import pytest
from playwright.sync_api import expect

from page_kinds import KINDS

pytestmark = pytest.mark.browser

LANDMARKS = {"banner", "navigation", "main", "contentinfo", "search", "complementary", "region", "form"}
PRESSED = {
    "link",
    "button",
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "radio",
    "Video",
    "DisclosureTriangle",
}


@pytest.fixture
def tree(visit):
    """Give what Chromium tells a screen reader of a page: (role, name, properties), in the order of reading."""

    def told(page):
        session = page.context.new_cdp_session(page)
        nodes = {one["nodeId"]: one for one in session.send("Accessibility.getFullAXTree")["nodes"]}
        session.detach()
        return list(below(nodes, next(iter(nodes.values()))))

    return told


def below(nodes, one):
    """Yield what is told of a node and all below it, in the order of reading."""
    if not one["ignored"]:
        properties = {each["name"]: each["value"].get("value") for each in one.get("properties", [])}
        yield one["role"]["value"], one.get("name", {}).get("value", "").strip(), properties
    for child in one.get("childIds", []):
        if child in nodes:
            yield from below(nodes, nodes[child])


def named(nodes, roles):
    return [(role, name) for role, name, _ in nodes if role in roles]


def levels(nodes):
    return [properties["level"] for role, _, properties in nodes if role == "heading"]


@pytest.mark.parametrize("width", [390, pytest.param(1440, marks=pytest.mark.slow)])
def test_every_kind_of_page_has_its_landmarks_headings_and_names(visit, home, tree, width):
    page, wrong = visit("404.html", width), {}
    for kind, address in KINDS.items():
        page.goto(home + address)
        nodes = tree(page)
        marks, steps = named(nodes, LANDMARKS), levels(nodes)
        if [role for role, _ in marks if role in {"banner", "main", "contentinfo"}] != [
            "banner",
            "main",
            "contentinfo",
        ]:
            wrong[kind, "landmarks"] = marks
        if len(set(marks)) != len(marks) or any(
            role in {"navigation", "region"} and not name for role, name in marks
        ):
            wrong[kind, "names of landmarks"] = marks
        if steps.count(1) != 1 or any(
            after - before > 1 for before, after in zip([0, *steps], steps, strict=False)
        ):
            wrong[kind, "headings"] = steps
        if silent := [role for role, name in named(nodes, PRESSED) if not name]:
            wrong[kind, "names"] = silent
        if silent := [role for role, name, _ in nodes if role == "image" and not name]:
            wrong[kind, "pictures"] = silent
    assert wrong == {}


def test_what_is_told_on_the_way_to_a_person(visit, home, tree):
    page = visit("", 1440, reduced_motion="reduce")
    assert levels(tree(page))[0] == 1
    page.locator("main [name=q]").focus()
    page.keyboard.type("沈玉兰")
    first = page.locator("main [role=option]").first
    expect(first).to_contain_text("沈玉兰")  # no longer what the first character alone brought
    expect(first.locator("mark").first).to_have_text("沈玉兰")
    nodes = tree(page)
    box = next(
        properties for role, name, properties in nodes if role == "combobox" and properties.get("focused")
    )
    assert (box["expanded"], box["hasPopup"], box["autocomplete"]) == (True, "listbox", "list")
    assert next(name.split("　")[0][:3] for role, name, _ in nodes if role == "option") == "沈玉兰"
    assert any(p.get("live") == "polite" for role, _, p in nodes if role == "status")
    page.goto(home + "search/?q=沈玉兰")
    page.wait_for_selector("[data-result-count]")
    status = [text for text in page.get_by_role("status").all_inner_texts() if text.strip()]
    assert status[0].startswith("“沈玉兰”：找到")


def test_what_is_told_of_a_person_her_film_and_the_sheet(visit, tree):
    page = visit(KINDS["star"], 1440, reduced_motion="reduce")
    nodes = tree(page)
    assert next((name, p["level"]) for role, name, p in nodes if role == "heading") == ("沈玉兰", 1)
    assert ("Video", "楼梯间的灯") in named(nodes, PRESSED)
    assert [
        p.get("expanded") for role, name, p in nodes if role == "DisclosureTriangle" and name == "文字稿"
    ] == [False]
    assert ("navigation", "当前位置") in named(nodes, LANDMARKS)
    page.get_by_role("link", name="转给朋友").press("Enter")
    expect(page.get_by_role("dialog", name="转给朋友")).to_be_visible()
    told = tree(page)
    sheet = next((name, p.get("modal")) for role, name, p in told if role == "dialog")
    assert sheet == ("转给朋友", True)
    assert named(told, {"banner", "main"}) == []  # what lies behind the sheet is silent
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制网址").press("Enter")
    expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
