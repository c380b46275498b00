import csv
import io
import json

import pytest


def table(files, name):
    """Return the JSON records and the CSV rows of one table."""
    data = files[f"data/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return json.loads(files[f"data/{name}.json"])["records"], rows


def test_a_star_goes_out_field_by_field(site):
    records, _ = table(site(), "stars")
    assert records[0] == {
        "record": "stars/2024/henan/012",
        "name": "沈玉兰",
        "unit": "青柳县城关镇桥头社区",
        "post": "退休挡车工",
        "region": "henan",
        "city": "郑州市",
        "nominated_by": ["青柳县教育局", "青柳县总工会"],
        "topics": ["阅读"],
        "honours": [
            {
                "year": year,
                "level": "national",
                "title": title,
                "distinction": "",
                "document": "示例教〔2024〕1号",
                "date": day,
            }
            for year, title, day in (
                (2023, "河南省“百姓学习之星”", "2023-09-06"),
                (2024, "新时代“百姓学习之星”", "2024-10-20"),
            )
        ],
        "showcase_text": "第一段。\n第二段，读了 300 本。",
    }


@pytest.mark.parametrize("name", ["stars", "projects", "weeks", "events"])
def test_csv_and_json_hold_the_same(site, name):
    records, rows = table(site(), name)
    assert len(rows) == len(records) > 0
    for record, row in zip(records, rows, strict=True):
        assert list(row) == list(record)
        plain = {key: str(value) for key, value in record.items() if not isinstance(value, list)}
        assert {key: row[key].removeprefix("'") for key in plain} == plain


def test_lists_are_joined_in_a_cell(site):
    _, rows = table(site(), "stars")
    assert rows[0]["nominated_by"] == "青柳县教育局；青柳县总工会"
    assert rows[0]["honours"].split("；")[1] == (
        "2024 national 新时代“百姓学习之星” 示例教〔2024〕1号 2024-10-20"
    )
    _, rows = table(site(), "weeks")
    assert rows[1]["attendance"] == "300 people onsite；355200 visits online"


def test_a_spreadsheet_runs_no_cell(site):
    records, rows = table(site(), "stars")
    assert (records[1]["unit"], rows[1]["unit"]) == ("=CMD()", "'=CMD()")


def test_weeks_and_events_are_in_order_of_address(site):
    files = site()
    weeks = [r["record"] for r in table(files, "weeks")[0]]
    assert weeks == sorted(weeks) and len(weeks) == 5
    events = [r["record"] for r in table(files, "events")[0]]
    assert events == [f"events/2024/2024-09-12-{hint}" for hint in ("late", "school", "talk")]


def test_an_unknown_day_is_empty_and_a_month_stays_a_month(site):
    weeks = {r["record"]: (r["start"], r["end"]) for r in table(site(), "weeks")[0]}
    assert weeks["weeks/2024/hebei"] == ("2024-09", "")
    assert weeks["weeks/2024/shanxi"] == ("2024-07-01", "")
    assert table(site(), "projects")[0][0]["started"] == "2016-09"


def test_the_package_describes_every_file_and_column(site):
    files = site()
    package = json.loads(files["data/datapackage.json"])
    described = {f"data/{resource['path']}" for resource in package["resources"]}
    assert described == {p for p in files if p.startswith("data/")} - {"data/datapackage.json"}
    for resource in package["resources"]:
        if resource["format"] == "csv":
            header = next(csv.reader(io.StringIO(files[f"data/{resource['path']}"].decode("utf-8-sig"))))
            assert header == [column["name"] for column in resource["schema"]["fields"]]
