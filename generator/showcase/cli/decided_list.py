"""The file with a decided list to its lines; what is no list, or not all of it in sight, is one sentence."""

from __future__ import annotations

import tempfile
from pathlib import Path

from showcase.cli.cannot import CannotRun
from showcase.content.hidden_rows import hidden_rows
from showcase.content.opening import leftover, why_not_opened
from showcase.desk.deciding.name_lists import ListCell, ListLine, ListTable, has_header, lines_of
from showcase.intake.paper_files import read_paper
from showcase.media.terms.refusal import Refused

_SHEETS = (".xlsx", ".xls", ".csv")
_PAPERS = (*_SHEETS, ".et", ".docx", ".doc", ".wps", ".rtf", ".odt")


def lines_in(path: Path) -> list[ListLine]:
    """Return the lines of a list in whatever a packet's papers may be written in. Raises CannotRun."""
    if path.is_dir():
        raise CannotRun(f"{path} 是文件夹，请写里面那份名单的文件名。")
    if not path.is_file():
        raise CannotRun(f"没有找到名单 {path}，请核对文件名和它在哪个文件夹。")
    if said := leftover(path.name):
        raise CannotRun(said)
    tables = _tables(path)
    lines = lines_of(tables)
    _require_in_sight(path, tables)
    if not lines and any(has_header(table) for table in tables):
        raise CannotRun(f"{path.name} 里没有名字：表头下面一行写一个人或一个项目，存盘以后再来。")
    if not lines:
        kinds = "" if path.suffix.lower() in _PAPERS else "名单要是 Excel、CSV 或 Word 的表，"
        head = "表头要有“姓名”（或“名称”）和“单位”两列，下面一行一个"
        raise CannotRun(f"{path.name} 里没有找到名单：{kinds}{head}。")
    return lines


def _tables(path: Path) -> list[ListTable]:
    try:
        with tempfile.TemporaryDirectory(prefix="showcase-list-") as folder:
            grids = read_paper(path, Path(folder)).grids
    except Refused as refused:
        raise CannotRun(f"{path.name}：{refused.refusal.message}，{refused.refusal.fix}。") from None
    except OSError as error:
        raise CannotRun(f"{path.name} 打不开：{why_not_opened(error)}。") from None
    is_sheet = path.suffix.lower() in _SHEETS
    tables = []
    for number, grid in enumerate(grids, 1):
        where = f"工作表“{grid.title}”" if is_sheet else f"第 {number} 个表"
        rows = [[ListCell(cell.row, cell.column, cell.text) for cell in line] for line in grid.lines]
        tables.append(ListTable(where if len(grids) > 1 else "", grid.title, rows))
    return tables


def _require_in_sight(path: Path, tables: list[ListTable]) -> None:
    """Refuse a list of which a filter hides some: who looks at it decides on fewer than it names."""
    hidden = hidden_rows(path)
    for table in tables:
        unseen = [str(line.row) for line in lines_of([table]) if line.row in hidden.get(table.title, ())]
        if unseen:
            rows = "、".join(unseen[:5]) + ("等" if len(unseen) > 5 else "")
            raise CannotRun(
                f"{path.name} 有 {len(unseen)} 行看不见（第 {rows} 行，筛选了，或者隐藏了）：请取消筛选、"
                "全部显示出来，存盘再来；只要看得见的几行，把它们复制到一个新文件。"
            )
