"""The pages of a kit as a teacher's phone shows them: nothing is wider than the screen, nothing lies on anything."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "stars-2024-henan-012/start.html",
    "stars-2024-henan-012/consent.html",
    "stars-2024-henan-012/feedback.html",
    "projects-2024-fujian-006/large-print.html",
    "collection-henan/start.html",
)
OVER = """() => {
  const rows = [...document.querySelectorAll("tr")].map((row) => row.getBoundingClientRect().bottom);
  const over = [...document.querySelectorAll("td > *, th > *")].filter((one) => {
    const row = [...document.querySelectorAll("tr")].indexOf(one.closest("tr"));
    return one.getBoundingClientRect().bottom > rows[row] + 1;
  });
  return [document.documentElement.scrollWidth, over.map((one) => one.textContent)];
}"""


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_each_page_whole(browser, stick, path):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((stick / path).as_uri())
    assert page.evaluate(OVER) == [360, []]
    page.close()
