"""Old Word and Excel files, made by LibreOffice from the forms of the tests, and read through it (`make office`)."""

import subprocess

import pytest

from intake.desks import drafts, people, reply, site, take
from intake.nominations import SENDER, STAR, STAR_ROW, expected, henan
from intake.templates import HENAN_STAR, STAR_COLUMNS, folder, form, register, saved, sheet
from showcase.intake.office import as_docx, office_program
from showcase.intake.paper_files import read_paper
from showcase.media.terms.refusal import Refused

FORM = form(HENAN_STAR, STAR)


def as_old(folder, document, ending, suffix):
    """Return the bytes of a document in an old format."""
    source = folder / f"source{suffix}"
    document.save(source)
    command = [
        office_program(),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    subprocess.run(
        [*command, ending, "--outdir", folder, source], check=True, capture_output=True, timeout=240
    )
    return (folder / f"source.{ending.partition(':')[0]}").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_forms_of_old_programs_are_read_like_new_ones(tmp_path, ending):
    place = tmp_path / "office"
    place.mkdir()
    data = as_old(place, FORM, ending, ".docx")
    name = "沈玉兰推介表.wps" if ending == "doc" else f"沈玉兰推介表.{ending}"
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", henan(star=(name, data))))
    assert drafts(root) == expected()
    found = {field: said["text"] for field, said in people(root)["沈玉兰"]["form"].items()}
    assert found["born"] == STAR["born"]
    assert found["mobile"] == STAR["mobile"]
    assert found["unit_opinion"] == STAR["unit_opinion"].partition("\n")[0]


@pytest.mark.slow
def test_a_register_of_old_excel_is_read(tmp_path):
    place = tmp_path / "office"
    place.mkdir()
    old = as_old(place, sheet(STAR_COLUMNS, [STAR_ROW], SENDER), "xls", ".xlsx")
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", henan(stars=("登记表.xls", old))))
    assert drafts(root) == expected()
    assert people(root)["沈玉兰"]["row"]["born"] == {
        "text": "1952.03.08",
        "file": "登记表.xls",
        "place": "H4",
    }


@pytest.mark.slow
def test_an_old_file_that_is_cut_off_is_a_sentence(tmp_path):
    place = tmp_path / "office"
    place.mkdir()
    old = as_old(place, register(STAR_COLUMNS, [STAR_ROW], SENDER), "doc", ".docx")
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市教育局", {"推介表.docx": saved(FORM), "登记表.doc": old[:3000]}))
    assert "登记表.doc：文件不完整或已损坏，打不开。请从原处重新复制，或另存一份再送。" in reply(root)


def test_without_libreoffice_an_old_file_is_a_sentence(tmp_path):
    old = tmp_path / "表.rtf"
    old.write_bytes(b"{\\rtf1 x}")
    with pytest.raises(Refused) as refused:
        read_paper(old, tmp_path / "pictures", office="")
    assert (refused.value.refusal.message, refused.value.refusal.fix) == (
        "是旧式的 Word 文件，这台电脑没有装 LibreOffice，读不了",
        "请用 Word 或 WPS 打开，另存为 .docx 再送，或者在这台电脑上装 LibreOffice",
    )


def test_a_converter_that_makes_nothing_is_a_sentence(tmp_path):
    old = tmp_path / "表.rtf"
    old.write_bytes(b"{\\rtf1 x}")
    with pytest.raises(Refused) as refused:
        as_docx(old, program="true")
    assert refused.value.refusal.message == "不是完好的 Word 文件，打不开"
