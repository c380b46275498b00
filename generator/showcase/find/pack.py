"""The index as one classic script, for pages opened from a disk, where a browser refuses to fetch."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable

from showcase.find.shards import as_json
from showcase.model.artefact import Artefact

FOLDER = "find/"


def packed_index(files: Iterable[Artefact], path: str = "find/pack.js") -> Artefact:
    """Return a script that sets `window.lsFindPack`: path below `find/` → JSON, or base64 of a binary file.

    `files` are those of an index (over all documents, or over a kit's); a page that loads the script
    before find-index.js answers from it as from the files, without any request.
    """
    pack: dict[str, object] = {}
    for file in files:
        data = bytes(file.data) if isinstance(file.data, bytes) else file.data.read_bytes()
        name = file.path.removeprefix(FOLDER)
        pack[name] = json.loads(data) if name.endswith(".json") else base64.b64encode(data).decode()
    # "<" could end the script; the two line separators end a line in old readers
    text = as_json(pack).decode()
    for sign in "<\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Artefact(path, f"window.lsFindPack={text};\n".encode())
