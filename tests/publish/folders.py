"""Words that the tests of publishing share."""

from showcase.model.artefact import Artefact
from showcase.publish.plan import Plan


def tree(folder):
    """Return every file below `folder`: path → bytes; links as their target."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(folder).as_posix()] = str(path.readlink())
        elif path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def plan(*groups, **wishes):
    """Return a Plan of groups given as {path: bytes or Path}."""
    made = [[Artefact(path, data) for path, data in group.items()] for group in groups]
    return Plan(made, **wishes)
