"""The desk without a person: a folder that nobody picks, and a form that nobody scrolls."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

PICKER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
"""The browser's own folder of this origin stands in for the folder that a person picks."""
LAY = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle('.git', {create: true});
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/'), name = parts.pop();
    let at = root;
    for (const part of parts) at = await at.getDirectoryHandle(part, {create: true});
    const out = await (await at.getFileHandle(name, {create: true})).createWritable();
    await out.write(typeof text === 'string' ? text : new Uint8Array(text));
    await out.close();
  }
}"""
"""Lays files into it by path: a text, or a list of bytes."""


def form_of(page: Page, key: str) -> Locator:
    """Return the part of the open form for a key (`photos.0.alt`); fields come as one scrolls to them.

    Raises TimeoutError when none comes for half a minute.
    """
    part = page.locator(f"[data-key-path='{key}']")
    for _ in range(300):
        if part.count():
            return part
        page.locator("[data-key-path]").last.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    raise TimeoutError(f"the form has no {key}")
