from showcase.content.layout import Layout
from showcase.sheets.keeping import forget_printed, keep_only, usual_folder

PRINTED = (
    "stars-2024-henan-012-poster-a3.pdf",
    "stars-2024-henan-012-poster-a3-1.png",
    "stars-2024-henan-0123-poster-a3.pdf",
    "projects-2024-henan-012-handout-a4.pdf",
    "events-2025-2025-06-08-tour-panel-80x180.pdf",
    "weeks-2024-wall-a3.pdf",
    "my own notes.txt",
)


def printed(root):
    folder = usual_folder(Layout(root))
    folder.mkdir(parents=True)
    for name in PRINTED:
        (folder / name).write_bytes(b"")
    return folder


def gone(folder):
    return set(PRINTED) - {file.name for file in folder.iterdir()}


def test_a_take_down_leaves_no_sheet_of_the_record_and_none_of_a_tour(tmp_path):
    folder = printed(tmp_path)
    forget_printed(Layout(tmp_path), "stars/2024/henan/012")
    assert gone(folder) == {PRINTED[0], PRINTED[1], PRINTED[4]}


def test_only_records_that_may_be_given_away_keep_their_sheets(tmp_path):
    folder = printed(tmp_path)
    keep_only(Layout(tmp_path), {"stars/2024/henan/012", "projects/2024/henan/012"})
    assert gone(folder) == {PRINTED[2]}


def test_where_nothing_was_printed_there_is_nothing_to_forget(tmp_path):
    forget_printed(Layout(tmp_path), "stars/2024/henan/012")
    assert not usual_folder(Layout(tmp_path)).exists()
