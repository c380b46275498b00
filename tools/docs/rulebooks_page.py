"""Write the table of limit names in docs/rulebooks.md from model/limit_names.py.

Run `python -m tools.docs.rulebooks_page` after a name was added or changed; a test compares the two.
"""

from __future__ import annotations

from pathlib import Path

from showcase.model.limit_names import BODY_CLASSES, KNOWN_LIMITS, QUOTA_KINDS

PAGE = Path(__file__).parents[2] / "docs" / "rulebooks.md"
BEGIN, END = "<!-- 名称表：由 tools/docs/rulebooks_page.py 生成 -->\n", "<!-- 名称表到此为止 -->\n"


def tables() -> str:
    """Return the tables of limit names, classes of bodies and kinds of quotas."""
    names = [f"| `{n.name}` | {n.label} | {n.unit} | {n.meaning} |" for n in KNOWN_LIMITS.values()]
    classes = [f"| `{slug}` | {label} |" for slug, label in BODY_CLASSES.items()]
    kinds = [f"| `{slug}` | {label} |" for slug, label in QUOTA_KINDS.items()]
    return "\n".join(
        [
            *("| 名称 | 中文 | 单位 | 意思 |", "|---|---|---|---|", *names, ""),
            "名额写成 `quota.<单位类别>.<种类>`，例如 `quota.prefecture.star`。\n",
            *("| 单位类别 | 中文 |", "|---|---|", *classes, ""),
            *("| 名额的种类 | 中文 |", "|---|---|", *kinds, ""),
        ]
    )


def with_tables(page: str) -> str:
    """Return the page with its tables brought up to date; what stands around them is kept."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
