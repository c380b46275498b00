"""`showcase check` as an editor and a workflow meet it."""

import json

from sites import showcase

GOOD = """---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
nominated_by: [青柳县教育局]
photos:
  - {file: portrait.jpg, kind: portrait, alt: 沈玉兰捧着一本书}
honours:
  - {year: 2024, level: provincial, title: 新时代“百姓学习之星”, stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18}
consent:
  text: {date: 2024-05-01, evidence: 同意书1}
---
沈玉兰在棉纺厂挡了二十六年车。
"""

BROKEN = {
    "001": ("name: 沈玉兰", "nmae: 沈玉兰"),
    "002": ("unit: 青柳", "unit: 甲\nunit: 青柳"),
    "003": ("level: provincial", "level: provnicial"),
    "004": ("date: 2024-10-18", "date: 2024-02-30"),
    "005": ("stage: approved", "stage: aproved"),
    "006": ("kind: portrait", "kind: portait"),
    "007": ("year: 2024", "year: 二〇二四"),
    "008": ("alt: 沈玉兰捧着一本书", "alt: ''"),
    "009": ("document: 示例教〔2024〕12号, ", ""),
    "010": ("portrait.jpg", "none.jpg"),
    "011": ("挡了二十六年车", "挡了二十六年车，电话13812345678"),
    "012": ("text: {date: 2024-05-01", "text: {dtae: 2024-05-01"),
}


def make_root(root):
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "index.md").write_text("首页\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: 试\ndocs_dir: content/pages\ntheme: {name: material}\nplugins: [showcase]\n", encoding="utf-8"
    )
    return root / "content" / "stars" / "2024" / "henan"


def write_broken(root):
    from PIL import Image

    folder = make_root(root)
    folder.mkdir(parents=True)
    for serial, (old, new) in BROKEN.items():
        assert old in GOOD, serial
        (folder / f"{serial}.md").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
        picture = root / "media" / "stars" / "2024" / "henan" / serial / "portrait.jpg"
        picture.parent.mkdir(parents=True)
        Image.new("RGB", (900, 1200), "tan").save(picture)


def test_twelve_broken_records_give_twelve_problems(tmp_path):
    write_broken(tmp_path)
    done = showcase("check", "--format", "json", "--today", "2026-11-22", root=tmp_path)
    errors = [p for p in json.loads(done.stdout) if p["severity"] == "error"]
    files = [problem["file"] for problem in errors]
    assert done.returncode == 1
    assert sorted(files) == [f"content/stars/2024/henan/{serial}.md" for serial in BROKEN]
    for problem in errors:
        assert list(problem) == ["rule", "severity", "file", "line", "column", "message", "clause", "fix"]
        assert problem["line"] > 1
        assert problem["message"]
        assert problem["fix"]


def test_github_annotations_name_file_line_and_rule(tmp_path):
    write_broken(tmp_path)
    done = showcase("check", "--format", "github", "--today", "2026-11-22", root=tmp_path)
    lines = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert done.returncode == 1
    assert len(lines) == len(BROKEN)
    assert all("file=content/stars/2024/henan/" in line and ",line=" in line for line in lines)


def test_odd_files_give_problems_and_never_a_traceback(tmp_path):
    folder = make_root(tmp_path)
    folder.mkdir(parents=True)
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    odd = {
        "001.md": GOOD.encode("gb18030"),
        "002.md": b"",
        "003.md": b"x" * 10_000_000,
        "004.md": f"---\n{bomb}---\n".encode(),
        "005.md": b"---\n" + b"[" * 5000 + b"\n---\n",
        "006.md": b"---\nname: \x00\n---\n",
    }
    for name, data in odd.items():
        (folder / name).write_bytes(data)
    done = showcase("check", "--format", "json", "--today", "2026-11-22", root=tmp_path)
    errors = {p["file"].rpartition("/")[2] for p in json.loads(done.stdout) if p["severity"] == "error"}
    assert done.returncode == 1
    assert errors == set(odd)
    assert "Traceback" not in done.stderr


def test_a_clean_root_is_0_and_a_folder_that_is_no_site_is_2(tmp_path):
    make_root(tmp_path)
    clean = showcase("check", root=tmp_path)
    assert (clean.returncode, clean.stdout) == (0, "没有发现问题。\n")
    nowhere = showcase("check", root=tmp_path / "content")
    assert nowhere.returncode == 2
    assert "mkdocs.yml" in nowhere.stderr
    assert "Traceback" not in nowhere.stderr


def test_paths_narrow_what_is_printed(tmp_path):
    write_broken(tmp_path)
    path = tmp_path / "content/stars/2024/henan/003.md"
    done = showcase("check", str(path), "--format", "json", "--today", "2026-11-22", root=tmp_path)
    assert {problem["file"] for problem in json.loads(done.stdout)} == {"content/stars/2024/henan/003.md"}
