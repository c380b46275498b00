"""An office's git: a bare repository whose hook builds the site from what is pushed."""

import os
import shutil
import subprocess
import sys

from sites import ROOT, TODAY

ENV = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    **{f"GIT_{who}_NAME": "编辑" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "editor@example.cn" for who in ("AUTHOR", "COMMITTER")},
}
HOOK = """#!/bin/sh
set -e
mkdir -p "{server}"
GIT_WORK_TREE="{server}" git checkout -q -f main
GIT_WORK_TREE="{server}" git clean -q -f -d content media
exec "{python}" -m showcase build --root "{server}" --today "$(cat {server}.day)" >"{server}.log" 2>&1
"""


def git(*words, cwd):
    """Run git; return what it printed."""
    done = subprocess.run(
        ["git", *words],
        cwd=cwd,
        env=ENV,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def empty_site(root):
    """Make the folder of a site without a record: its pages, notices and bodies."""
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    shutil.copytree(ROOT / "content/rulebooks", root / "content/rulebooks")
    for name in ("mkdocs.yml", ".gitignore", "content/bodies.yml"):
        shutil.copy(ROOT / name, root / name)
    (root / "media").mkdir()
    shutil.copy(ROOT / "media/presets.yml", root / "media")
    return root


def office(folder, root):
    """Put the site of `root` into a bare repository; return it and the folder that its hook builds in.

    The hook builds for the day in `<folder>.day` and says what happened in `<folder>.log`.
    """
    remote, server = folder / "office.git", folder / "server"
    git("init", "-q", "--bare", "-b", "main", str(remote), cwd=folder)
    git("init", "-q", "-b", "main", cwd=root)
    git("add", "-A", cwd=root)
    git("commit", "-q", "-m", "开始", cwd=root)
    git("remote", "add", "origin", str(remote), cwd=root)
    git("push", "-q", "-u", "origin", "main", cwd=root)
    hook = remote / "hooks/post-receive"
    hook.write_text(HOOK.format(server=server, python=sys.executable), "utf-8")
    server.with_suffix(".day").write_text(TODAY, "utf-8")
    hook.chmod(0o755)
    return remote, server
