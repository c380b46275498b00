"""Our side in a process of its own: write the records' index below a folder, say what the index alone cost."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.find_corpus import showcase
from find.conftest import documents_of, write_site


def main(count: str, folder: str) -> None:
    """Write the index of `count` records below `folder`."""
    records = showcase(int(count))
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    write_site(Path(folder), documents_of(records))
    said = {"cpu_s": time.process_time() - cpu_s, "wall_s": time.perf_counter() - wall_s}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
