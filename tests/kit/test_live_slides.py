"""The same sheets on the site: below every record, without a word for who speaks."""

from __future__ import annotations

import pytest

from sites import build, served


def test_every_record_has_its_slides_and_its_page_leads_there(demo_site):
    pages = sorted(
        path.parent
        for kind in ("stars", "projects")
        for path in (demo_site / kind).rglob("slides/index.html")
    )
    records = [page.parent for page in pages]
    assert len(records) == 49
    for record in records:
        assert 'href="../../../../' in (record / "index.html").read_text("utf-8")
        assert "slides/" in (record / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_what_a_host_says_never_reaches_the_site(demo):
    record = demo / "content/stars/2024/henan/012-shen.md"
    text = record.read_text("utf-8").replace("related:", "questions: {adult: [只问成人的一题]}\nrelated:")
    record.write_text(f"{text}\n\n## 主持词\n\n只对听众说的话。\n", "utf-8")
    build(demo)
    slides = (demo / "site/stars/2024/henan/012/slides/index.html").read_text("utf-8")
    assert 'class="notes"' not in slides
    texts = [
        path
        for path in (demo / "site").rglob("*")
        if path.suffix in (".html", ".js", ".json", ".xml", ".csv")
    ]
    words = ("只对听众说的话".encode(), "只问成人的一题".encode(), "主持词".encode())
    assert [path for path in texts if any(word in path.read_bytes() for word in words)] == []


@pytest.mark.browser
def test_slides_play_on_the_site_below_a_path_and_under_a_strict_policy(browser, demo_site):
    with served(demo_site, "a/b") as home:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page, wrong, asked = context.new_page(), [], set()
        page.on("console", lambda said: said.type in ("error", "warning") and wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request", lambda request: asked.add(request.url.split("/")[2] if "//" in request.url else "data")
        )
        policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
        page.route("**/slides/", lambda route: guarded(route, policy))
        page.goto(home + "stars/2024/henan/012/slides/")
        page.wait_for_function("window.Reveal && Reveal.isReady()")
        for _ in range(13):  # one more than there are sheets to come: it begins the film
            page.keyboard.press("PageDown")
        assert page.evaluate("Reveal.isLastSlide()")
        page.keyboard.press("e")
        assert page.evaluate("document.documentElement.dataset.lsMode") == "elder"
        assert (wrong, len(asked - {"data"})) == ([], 1)
        context.close()


def guarded(route, policy):
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})
