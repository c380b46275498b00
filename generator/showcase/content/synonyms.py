"""同义词: content/synonyms.yml, other words and common wrong forms that people type."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from showcase.content.documents import is_blank, read_yaml
from showcase.content.folders import Tree
from showcase.content.reading import MISSING, Reading
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import TEXT, TEXTS
from showcase.model.folding import searchable
from showcase.model.synonym import Synonym

SYNONYM = Shape(
    "同义词",
    Synonym,
    (
        Field("word", "资料里的写法", TEXT, required=True),
        Field("also", "别的写法", TEXTS, required=True),
    ),
)

_SHORTEST, _LONGEST = 2, 20


@dataclass(frozen=True, slots=True)
class _Useful:
    """A synonym whose words can be told apart and looked for; `seen` holds the forms of those before."""

    seen: dict[str, str] = field(default_factory=dict)

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the synonym, or MISSING with every reason reported where it stands."""
        found = SYNONYM.read(reading, node, path)
        if not isinstance(found, Synonym):
            return MISSING
        wrong = self._length(found.word) or (len(searchable(found.word).split()) > 1 and _NO_BLANK)
        if wrong:
            reading.at(reading.places[f"{path}.word"], "synonym-word", *wrong)
        useful = [self._is_useful(reading, path, found, at) for at in range(len(found.also))]
        return found if not wrong and all(useful) else MISSING

    def _is_useful(self, reading: Reading, path: str, found: Synonym, at: int) -> bool:
        form = found.also[at]
        rule, wrong = self._trouble(found.word, form)
        if wrong:
            place = reading.places.get(f"{path}.also[{at}]") or reading.places[f"{path}.also"]
            reading.at(place, rule, *wrong)
        return not wrong

    def _trouble(self, word: str, form: str) -> tuple[str, tuple[str, str] | None]:
        folded = searchable(form)
        if wrong := self._length(form):
            return "synonym-word", wrong
        if folded == searchable(word):
            message = f"“{form}”和“{word}”查找时本来就相同（繁体、全角、间隔号不算差别）"
            return "synonym-same", (message, "删去这一个")
        if earlier := self.seen.get(folded):
            return "synonym-twice", (f"“{form}”写了两次，上面已经归到“{earlier}”", "只留一处")
        self.seen[folded] = word
        return "", None

    def _length(self, text: str) -> tuple[str, str] | None:
        count = len(searchable(text))
        if _SHORTEST <= count <= _LONGEST:
            return None
        message = f"“{text}”去掉间隔号、空白以后有 {count} 个字"
        return message, f"写 {_SHORTEST} 到 {_LONGEST} 个字：一个字到处都有，太长的没有人会打"


_NO_BLANK = ("这里只能写一个词，不能用空格分成几个", "去掉空格，或者只留一个词")


def read_synonyms(tree: Tree) -> tuple[Synonym, ...]:
    """Return the synonyms of content/synonyms.yml, in file order; none when the file is not there."""
    path = tree.layout.content / "synonyms.yml"
    reading = Reading(tree.name_of(path), "", tree.problems)
    root = read_yaml(reading, str(path)) if path.is_file() and not tree.leads_outside(path) else None
    found = ListOf(_Useful()).read(reading, root, "") if root and not is_blank(root) else ()
    return tuple(each for each in found if isinstance(each, Synonym)) if isinstance(found, tuple) else ()
