"""One address of the demo for each kind of page, for tests that look at all of them."""

KINDS = {
    "home": "",
    "list": "stars/",
    "star": "stars/2024/henan/012/",
    "project": "projects/2024/henan/003/",
    "withdrawn": "stars/2024/hebei/004/",
    "regions": "regions/",
    "region": "regions/henan/",
    "weeks": "weeks/",
    "year": "weeks/2024/",
    "changes": "weeks/2024/changes/",
    "week": "weeks/2024/henan/",
    "events": "events/",
    "event": "events/2024/2024-09-12-school/",
    "announcements": "announcements/",
    "announcement": "announcements/2026-henan-list/",
    "official-lists": "lists/",
    "official-list": "lists/2024-provincial-henan/",
    "rulebooks": "rulebooks/",
    "rulebook": "rulebooks/henan-2024/",
    "search": "search/",
    "data": "data/",
    "corrections": "corrections/",
    "written": "about/",
    "404": "404.html",
}
"""Kind (the name of its template, or `written` for the pages of editors) → address."""

VARIANTS = {
    "list of one place": "stars/2024/henan/",
    "list of projects": "projects/",
    "star of four parts": "stars/2025/xinjiang/002/",
    "year to come": "weeks/2026/",
    "search with results": "search/?q=%E8%AF%BB%E4%B9%A6",
    "search without": "search/?q=qqqq",
    "written with a table": "privacy/",
}
"""Pages that look otherwise than the first of their kind."""

EVERYTHING = {**KINDS, **VARIANTS}
