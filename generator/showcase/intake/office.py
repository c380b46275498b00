"""Old Word files (.doc, .wps, .rtf, .odt) through LibreOffice, where it is installed. Runs in a worker."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from showcase.media.terms.refusal import Refused
from showcase.media.working.limits import child_options, kill_group

_LIMIT_S = 150
_PROGRAMS = ("soffice", "libreoffice")
_WINDOWS = (Path("C:/Program Files/LibreOffice/program/soffice.exe"),)
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 再送"
_CAUTIOUS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item></oor:items>
"""
"""A document that somebody sent may run nothing and fetch nothing."""


def office_program() -> str:
    """Return the command of LibreOffice, or "" where it is not installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((str(path) for path in _WINDOWS if path.is_file()), "")


def as_docx(path: Path, program: str | None = None) -> bytes:
    """Return an old Word file as .docx. Raises Refused where that cannot be done.

    `program`: another command than the one that is found ("" for none).
    """
    command = office_program() if program is None else program
    if not command:
        message = "是旧式的 Word 文件，这台电脑没有装 LibreOffice，读不了"
        raise Refused("packet-office-missing", message, f"{_SAVE_AS}，或者在这台电脑上装 LibreOffice")
    with tempfile.TemporaryDirectory(prefix="showcase-office-") as folder:
        return _converted(path, command, Path(folder))


def _converted(path: Path, command: str, folder: Path) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_CAUTIOUS, encoding="utf-8")
    source = folder / f"paper{path.suffix}"
    shutil.copyfile(path, source)
    arguments = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder), str(source)]
    line = [command, f"-env:UserInstallation={profile.as_uri()}", *arguments]
    nothing = subprocess.DEVNULL
    with subprocess.Popen(line, stdin=nothing, stdout=nothing, stderr=nothing, **child_options()) as process:
        try:
            process.wait(_LIMIT_S)
        except subprocess.TimeoutExpired:
            raise Refused("packet-paper-unreadable", "旧式的 Word 文件太久没有读完", _SAVE_AS) from None
        finally:
            kill_group(process)
    made = folder / "paper.docx"
    if not made.is_file():
        raise Refused("packet-paper-unreadable", "不是完好的 Word 文件，打不开", _SAVE_AS)
    return made.read_bytes()
