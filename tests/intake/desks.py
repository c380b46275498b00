"""A small site to take packets into, and the command as an editor runs it."""

import json
import shutil
from pathlib import Path

from showcase.cli import main
from sites import ROOT

CONFIG = "site_name: 试\ndocs_dir: content/pages\nplugins:\n  - showcase:\n      repository: {}\n"


def site(folder, repository="private"):
    """Make a site that has the real rulebooks, the bodies and no record yet."""
    root = folder / "site"
    (root / "content/pages").mkdir(parents=True)
    (root / "content/pages/index.md").write_text("# 首页\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.format(repository), encoding="utf-8")
    shutil.copytree(ROOT / "content/rulebooks", root / "content/rulebooks")
    shutil.copy(ROOT / "content/bodies.yml", root / "content")
    return root


def take(root, *packets, rulebook="henan-2024", **options):
    """Run the command; return its exit code."""
    said = [f"--{name.replace('_', '-')}={value}" for name, value in options.items() if value is not True]
    said += [f"--{name.replace('_', '-')}" for name, value in options.items() if value is True]
    words = ["intake", *map(str, packets), "--rulebook", rulebook, "--root", str(root), *said]
    return main([*words, "--today", "2024-06-01"])


def private(root):
    """Return the private folder that is used unless another is asked for."""
    return root.with_name(f"{root.name}-private")


def sender_folder(root, sender="云溪市教育局", rulebook="henan-2024"):
    return private(root) / rulebook / sender


def people(root, sender="云溪市教育局", rulebook="henan-2024"):
    """Return what is kept of each nomination, by name."""
    said = json.loads((sender_folder(root, sender, rulebook) / "people.json").read_text("utf-8"))
    return {item["name"]: item for item in said["items"]}


def reply(root, sender="云溪市教育局", rulebook="henan-2024"):
    return (sender_folder(root, sender, rulebook) / "reply.txt").read_text("utf-8")


def drafts(root):
    """Return the text of each draft below content/, by its kind."""
    return {
        path.relative_to(root / "content").parts[0]: path.read_text("utf-8") for path in draft_files(root)
    }


def draft_files(root):
    return sorted((root / "content").glob("*/*/*/draft-*.md"))


def everything(folder):
    """Return the bytes of every file below a folder, by its path."""
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()
    }
