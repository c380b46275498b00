"""Hold derivatives against their json, in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from showcase.media.storing.places import Place, read_sidecar
from showcase.media.storing.store import DERIVATIVE, SITE_FOLDER
from showcase.media.terms.made import renditions_of
from showcase.model.problem import Problem, Severity

_FOLDER = "derivatives"
_REMAKE = "删去它，再运行 showcase media，会重新取回或重新做"
_RESEND = "在有这件成品的电脑上运行 showcase media push --again；都没有了，运行 showcase media 重新做"
_PRUNE = "核对以后用 showcase media prune --yes 删去"


def fault(rule: str, file: str, message: str, fix: str) -> Problem:
    """Return the problem of a kept file."""
    return Problem(rule, Severity.ERROR, file, 0, 0, message, "", fix)


def by_key(names: Mapping[str, int]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the names of derivatives by their key, and the names that are none."""
    keys: dict[str, list[str]] = defaultdict(list)
    strange: list[str] = []
    for name in sorted(names):
        found = DERIVATIVE.fullmatch(name.rpartition("/")[2])
        if found:
            keys[found[1]].append(name)
        else:
            strange.append(name)
    return dict(keys), strange


def faults_of_made(place: Place, wanted: Set[str], *, is_here: bool) -> Iterator[Problem]:
    """Yield a problem for each derivative that is not what its json says, or that no record wants."""
    sizes = dict(place.names(_FOLDER))
    keys, strange = by_key(sizes)
    for key, names in keys.items():
        where = f"{place.shown}/{names[0]}"
        if key not in wanted:
            yield fault("store-orphan", where, f"没有一件资料用到这件成品（{len(names)} 个文件）", _PRUNE)
        else:
            yield from _faults(place, key, sizes, _REMAKE if is_here else _RESEND)
    for name in strange:
        yield fault("store-orphan", f"{place.shown}/{name}", "没有传完的残余，或不是成品", _PRUNE)


def _faults(place: Place, key: str, sizes: Mapping[str, int], cure: str) -> Iterator[Problem]:
    json = f"{_FOLDER}/{key[:2]}/{key}.json"
    data = place.read(json) if json in sizes else None
    if data is None:
        yield fault("store-missing", f"{place.shown}/{json}", "成品不全：没有传完，或者删掉了一部分", cure)
        return
    made, sums = read_sidecar(key, data)
    if made is None:
        yield fault("store-flipped", f"{place.shown}/{json}", "成品的说明坏了", cure)
        return
    for path, size in {r.path: r.size_bytes for r in renditions_of(made.product)}.items():
        name = f"{_FOLDER}/{path.removeprefix(SITE_FOLDER)}"
        expected = sums.get(name.rpartition("/")[2], "")
        if name not in sizes:
            yield fault("store-missing", f"{place.shown}/{name}", "成品少了这个文件", cure)
        elif sizes[name] != size or (expected and place.sha256(name) != expected):
            yield fault("store-flipped", f"{place.shown}/{name}", "成品的内容变了：文件坏了", cure)
