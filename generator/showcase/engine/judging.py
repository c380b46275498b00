"""The records before a build: judged, told about, and made ready, or refused in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from showcase.cards.drawing import forget_others
from showcase.check.printing import without_notes
from showcase.content.layout import Layout
from showcase.engine.clock import today_in_shanghai
from showcase.engine.wishes import Wishes
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.terms.durations import duration_in_words
from showcase.model.problem import Problem, Severity
from showcase.publish.judged import Judged, cost_ahead, judge
from showcase.publish.prepare import Prepared, prepare
from showcase.publish.removing import without_news


class Refused(PluginError):  # noqa: N818 - reads as what it says
    """Records or media have errors, so nothing is published. `problems` are these errors."""

    def __init__(self, sentence: str, problems: Iterable[Problem]) -> None:
        super().__init__(sentence)
        self.problems = [problem for problem in problems if problem.severity is Severity.ERROR]


def judged_of(config: MkDocsConfig, wishes: Wishes) -> Judged:
    """Read and judge everything below the folder of mkdocs.yml; print what was found."""
    layout = Layout(Path(config.config_file_path).parent)
    with _store_at_hand():
        judged = judge(layout, wishes.today or today_in_shanghai())
    tell(judged.problems)
    _protect(layout, config)
    return judged


def _protect(layout: Layout, config: MkDocsConfig) -> None:
    """Raise PluginError when a build would publish records as files, or sweep away what no build wrote."""
    if Path(config.docs_dir).resolve() != (layout.content / "pages").resolve():  # with mkdocs build -f
        raise PluginError(f"docs_dir 不能是 {config.docs_dir}：那里的文件会原样公开。写成 content/pages。")
    site_dir = Path(config.site_dir)
    if layout.holds_sources(site_dir):
        raise PluginError(f"{site_dir} 是放资料的地方，生成网站会清空它。请另选一个文件夹。")
    names = {path.name for path in site_dir.iterdir()} if site_dir.is_dir() else set()
    strange = sorted(name for name in names if not name.startswith("."))
    if strange and not names & {"index.html", "assets"}:
        sentence = f"{site_dir} 里有别的文件（{strange[0]}），不像是网站，生成网站会清空它。"
        raise PluginError(f"{sentence}请另选一个空文件夹。")


def prepared_of(judged: Judged, wishes: Wishes) -> Prepared:
    """Make the media of what may be seen. Raises Refused when an error stops the build."""
    if judged.has_errors:
        sentence = "资料有错误，没有发布，网站保持原样。请按上面的提示修改后再来。"
        raise Refused(sentence, judged.problems)
    with _store_at_hand():
        if not (wishes.preview or wishes.serving):
            _refuse_long_work(judged)
        prepared = prepare(judged, preview=wishes.preview)
    if prepared.trouble:
        print(f"{prepared.trouble}。做好的都在这里，下次接着传。", file=sys.stderr)  # noqa: T201 - as in tell
    if prepared.problems:
        tell(prepared.problems)
        sentence = "有照片、影片或字体不能用，没有发布，网站保持原样。请按上面的提示改好后再来。"
        raise Refused(sentence, prepared.problems)
    if not wishes.preview:
        forget_others(judged.layout, prepared.shelf)
    return prepared


@contextmanager
def _store_at_hand() -> Iterator[None]:
    """Raise Refused when the store elsewhere is needed and cannot be used."""
    try:
        yield
    except StoreTrouble as trouble:
        raise Refused(f"{trouble}。没有发布，网站保持原样。", ()) from None


def _refuse_long_work(judged: Judged) -> None:
    """Raise Refused when media would take longer than media_minutes: publishing is no time for it."""
    limit = judged.settings.media_minutes
    if not limit:
        return
    cost, pace = cost_ahead(judged)
    seconds = pace.seconds_for(cost)
    if seconds > limit * 60:
        raise Refused(
            f"还有{cost.in_words()}没有做，{duration_in_words(seconds)}才能做完，"
            f"超过 mkdocs.yml 里 media_minutes 写的 {limit} 分钟；没有发布，网站保持原样。"
            "请先运行：showcase media",
            (),
        )


def prepared_for_removals(judged: Judged, live: Path) -> Prepared:
    """Prepare what is live already and without error; what a broken file spoils is left as it is too.

    Raises PluginError when there is no last site to take from: the result would be a nearly empty one.
    """
    if not (live / "index.html").is_file():
        sentence = f"{live} 里没有上一次发布的网站，无从撤下。"
        raise PluginError(f"{sentence}请先把上一次发布的网站放在那里，或者不带 --removals 生成。")
    with _store_at_hand():
        prepared = prepare(without_news(judged, live))
        while prepared.problems:
            tell(prepared.problems)
            judged = replace(judged, problems=judged.problems + prepared.problems)
            prepared = prepare(without_news(judged, live))
    return prepared


def faulty_pages(judged: Judged) -> frozenset[str]:
    """Return the paths below content/pages that have errors: a removals build must not publish them."""
    start = "content/pages/"
    errors = (p.file for p in judged.problems if p.severity is Severity.ERROR and p.file.startswith(start))
    return frozenset(file.removeprefix(start) for file in errors)


def tell(problems: tuple[Problem, ...]) -> None:
    """Print problems for the editor."""
    if problems:
        print(without_notes(problems), end="", file=sys.stderr)  # noqa: T201 - the editor is waiting for it
