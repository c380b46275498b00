"""`showcase check --watch`: looks again whenever something was saved."""

import signal
import subprocess
import sys
import threading

from sites import TODAY


def test_a_mistake_is_told_when_it_is_saved_and_gone_when_it_is_mended(demo):
    record = next((demo / "content" / "stars").rglob("*.md"))
    good = record.read_text("utf-8")
    command = [sys.executable, "-m", "showcase", "check", "--watch", "--today", TODAY, "--root", str(demo)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    limit = threading.Timer(240, running.kill)
    limit.start()
    try:
        assert "record-unknown-key" not in "".join(until(running, "检查完了，改动以后再查"))
        save(demo, record, good.replace("---\n", "---\nbirthday: 1950\n", 1))
        assert "record-unknown-key" in "".join(until(running, "检查完了。"))
        save(demo, record, good)
        assert "record-unknown-key" not in "".join(until(running, "检查完了。"))
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 128 + signal.SIGINT
    finally:
        limit.cancel()
        running.kill()


def save(root, record, text):
    """Save in one step, as one change: nobody sees half a file."""
    draft = root / "draft"
    draft.write_text(text, "utf-8")
    draft.replace(record)


def until(running, sentence):
    lines = []
    for line in running.stdout:
        lines.append(line)
        if line.startswith(sentence):
            return lines
    raise AssertionError("".join(lines))
