"""长辈版 and what a visitor may set, on every page kind in a real browser: sizes, contrast, targets, columns, no flash, kept."""

import functools
import http.server
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AUDIT = Path(__file__).with_name("elder_audit.js").read_text("utf-8")
STAR = "stars/2024/henan/012/"
KINDS = [
    "", "stars/", STAR, "stars/2025/xinjiang/002/", "projects/", "projects/2024/henan/003/", "regions/",
    "regions/henan/", "weeks/", "weeks/2024/", "weeks/2024/henan/", "events/", "events/2024/2024-09-12-school/",
    "announcements/", "announcements/2026-henan-list/", "lists/", "lists/2024-provincial-henan/",
    "rulebooks/", "rulebooks/henan-2024/", "search/", "search/?q=读书", "about/", "404.html", "stars/2024/hebei/004/",
]  # fmt: skip
"""One page of every kind."""


def audit(page, address):
    """What is wrong with an opened page, everything folded in it unfolded."""
    if "q=" in address:
        page.wait_for_selector("[data-result-count]")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    found = page.evaluate(AUDIT)
    assert found["letters"] > 100
    return found["wrong"]


@pytest.mark.parametrize(
    ("width", "dark"),
    [
        (390, False),
        pytest.param(390, True, marks=pytest.mark.slow),
        pytest.param(768, False, marks=pytest.mark.slow),
        pytest.param(768, True, marks=pytest.mark.slow),
        pytest.param(1440, False, marks=pytest.mark.slow),
        pytest.param(1440, True, marks=pytest.mark.slow),
    ],
)
def test_every_page_keeps_the_promises_of_the_elder_version(visit, home, width, dark):
    page, wrong = visit("404.html", width, elder=True, color_scheme="dark" if dark else "light"), {}
    for address in KINDS:
        page.goto(home + address)
        wrong |= {f"{address} {what}": where for what, where in audit(page, address).items()}
    assert wrong == {}


def test_the_audit_sees_what_is_small_faint_low_and_beside(visit, home):
    page = visit("404.html", 1440)
    page.goto(home + STAR)
    assert {"small", "faint", "low", "beside"} <= set(audit(page, STAR))


@pytest.mark.slow
def test_nothing_appears_only_under_a_mouse(demo_site):
    folder = demo_site / "assets/showcase"
    ours = [folder / "ls.css", folder / "find-suggest.css", *folder.glob("page-*.css")]
    styles = "".join(path.read_text("utf-8") for path in ours)
    hovered = [rule for rule in styles.split("}") if ":hover" in rule.split("{")[-2:][0]]
    showing = [
        rule for rule in hovered if any(word in rule for word in ("display:", "visibility:", "opacity:"))
    ]
    assert (len(hovered) > 5, showing) == (True, [])


# Before the first paint, and kept

WATCH = """(() => { const seen = window.seen = [];
  const look = () => { if (document.body) { const { dataset } = document.documentElement;
    seen.push([dataset.lsMode || "", dataset.lsSize || "", document.body.dataset.mdColorScheme].join(" ")); }
    requestAnimationFrame(look) };
  look() })()"""
"""What each frame of a page had, from the first one with a <body>."""


def frames(page, address):
    """The different states that the first frames of a page had: twenty, a third of a second."""
    page.goto(address)
    page.wait_for_function("seen.length >= 20")
    return sorted(set(page.evaluate("seen")))


def test_what_was_chosen_is_there_in_the_first_frame_of_the_next_page(visit, home):
    page = visit("404.html", 1440)
    page.get_by_role("button", name="显示", exact=True).click()
    page.get_by_role("dialog").get_by_text("特大").click()
    page.get_by_role("dialog").get_by_text("深色").click()
    page.get_by_role("button", name="好了").click()
    page.context.add_init_script(WATCH)
    assert frames(page, home + STAR) == [" 3 slate"]
    page.get_by_role("button", name="长辈版").click()
    assert frames(page, home + "stars/") == ["elder 3 slate"]
    page.get_by_role("button", name="标准版").click()
    assert frames(page, home) == [" 3 slate"]


@pytest.mark.parametrize(("dark", "scheme"), [(False, "default"), (True, "slate")])
def test_the_first_visit_follows_the_system_from_the_first_frame(browser, home, dark, scheme):
    context = browser.new_context(color_scheme="dark" if dark else "light")
    context.add_init_script(WATCH)
    page = context.new_page()
    assert frames(page, home + STAR) == [f"  {scheme}"]
    page.emulate_media(color_scheme="light" if dark else "dark")
    assert frames(page, home) == [f"  {scheme}"]  # the first page settles it
    context.close()


def test_a_double_tap_is_one_tap(visit):
    page = visit(STAR)
    page.evaluate("() => { const button = document.querySelector('.ls-tool--elder'); button.click(); button.click(); }")
    assert page.evaluate("[lsModes.isElder(), localStorage.getItem('ls-mode')]") == [True, "elder"]


@pytest.mark.parametrize("elder", [False, True])
def test_a_phone_reaches_the_settings(visit, home, elder):
    page = visit("404.html", 390, elder=elder)
    page.goto(home + STAR)
    if elder:
        page.get_by_role("button", name="显示", exact=True).click()
    else:
        page.locator(".md-header label[for=__drawer]").click()
        page.get_by_role("button", name="显示设置").click()
    panel = page.get_by_role("dialog", name="显示设置")
    words = panel.locator(".ls-choice:visible").all_inner_texts()
    assert words == (["浅色", "深色"] if elder else ["标准", "大", "特大", "浅色", "深色"])
    assert panel.locator("input:checked:visible").count() == len(words) // 2
    panel.get_by_text("深色").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_text_grows_in_steps_and_nothing_else_does(visit, home):
    page, sizes = visit("404.html", 1440), []
    page.goto(home + STAR)
    for step in ("标准", "大", "特大"):
        page.get_by_role("button", name="显示", exact=True).click()
        page.get_by_role("dialog").get_by_text(step, exact=True).click()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        sizes.append(
            page.evaluate(
                """() => [".ls-prose p", ".ls-person__by", "html"].map(
                     name => Math.round(parseFloat(getComputedStyle(document.querySelector(name)).fontSize)))"""
            )
        )
    assert sizes == [[20, 18, 20], [24, 22, 20], [28, 25, 20]]


@pytest.mark.parametrize(
    "width", [320, *(pytest.param(width, marks=pytest.mark.slow) for width in (390, 1440))]
)
def test_the_largest_text_makes_no_page_wider(visit, home, width):
    page, wide = visit("404.html", width), []
    page.evaluate("localStorage.setItem('ls-size', '3')")
    for address in KINDS:
        page.goto(home + address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    assert wide == []


def test_without_script_no_button_promises_what_it_cannot_do(visit, home):
    page = visit("404.html", 1440, java_script_enabled=False)
    page.goto(home + STAR)
    assert page.locator(".ls-tool:visible, .ls-display:visible, [data-ls-listen] button:visible").count() == 0


# Colours of the system's own


SHOWN = """name => { const part = document.querySelector(name), style = getComputedStyle(part, PSEUDO);
  const ground = getComputedStyle(document.body).backgroundColor;
  return [style.backgroundColor, style.borderTopColor, style.outlineColor].some((color, at) =>
    color !== ground && color !== "rgba(0, 0, 0, 0)" && (at === 0 || parseFloat(at === 1 ? style.borderTopWidth : style.outlineWidth) > 0)) }"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "name", "pseudo"),
    [
        ("weeks/2024/", ".ls-band__spine", None),
        ("weeks/2026/", ".ls-band__spine--now", None),
        ("projects/2024/henan/003/", ".ls-chart__bar span", None),
        ("weeks/2024/henan/", ".ls-state", "::before"),
        ("stars/2024/henan/", ".ls-facet a[aria-current]", "::before"),
        ("search/?q=读书", ".ls-pager [aria-current]", None),
        ("weeks/2026/", ".ls-key .k-now", None),
        (STAR, ".ls-tool--elder", None),
    ],
)
def test_states_stay_visible_in_the_systems_own_colours(visit, home, address, name, pseudo):
    page = visit("404.html", 1440, forced_colors="active")
    page.goto(home + address)
    page.wait_for_selector(name, state="attached")
    assert page.evaluate(SHOWN.replace("PSEUDO", repr(pseudo) if pseudo else "null"), name)


# A strict Content-Security-Policy


@pytest.mark.slow
def test_the_policy_of_the_hosting_guide_blocks_nothing(demo_site, browser):
    guide = (Path(__file__).parents[2] / "docs/hosting.md").read_text("utf-8")
    policy = next(line for line in guide.splitlines() if line.startswith("default-src 'self';"))

    class Strict(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Strict, directory=str(demo_site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context, blocked = browser.new_context(), []
    page = context.new_page()
    page.on("console", lambda said: "Content Security" in said.text and blocked.append((page.url, said.text)))
    for address in KINDS:
        page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
    page.get_by_role("button", name="长辈版").click()
    assert (blocked, page.locator("html[data-ls-mode=elder]").count()) == ([], 1)
    context.close()
    server.shutdown()
    server.server_close()
