"""A folder for the desk without a person who picks one: scripts for the browser's page."""

from __future__ import annotations

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
