import csv
import io
import json
import re
from dataclasses import replace
from hashlib import sha256

import frictionless
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from outputs_sample import STARS

from showcase.model.library import Showcase


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


def test_every_year_and_region_has_its_own_files_without_empty_ones(site):
    paths = [path.removeprefix("data/") for path in site() if path.endswith(".csv")]
    assert paths == [
        *("stars.csv", "projects.csv", "weeks.csv", "events.csv"),
        "2025/weeks.csv",
        *("2024/stars.csv", "2024/weeks.csv", "2024/events.csv"),
        *("2023/stars.csv", "2023/projects.csv"),
        "regions/beijing/weeks.csv",
        "regions/hebei/weeks.csv",
        "regions/shanxi/weeks.csv",
        "regions/liaoning/stars.csv",
        *(f"regions/henan/{name}.csv" for name in ("stars", "projects", "weeks", "events")),
    ]


def test_a_part_holds_the_rows_of_the_whole_as_they_are(site):
    files = site()
    whole = {r["record"]: r for r in table(files, "stars")[0]}
    for part, records in (
        ("2023/stars", ["stars/2024/henan/012"]),
        ("2024/stars", ["stars/2024/henan/012", "stars/2024/liaoning/003"]),
        ("regions/henan/stars", ["stars/2024/henan/012"]),
    ):
        assert table(files, part)[0] == [whole[record] for record in records]
        assert [row["record"] for row in table(files, part)[1]] == records


def test_consent_decides_record_by_record_in_every_file(site):
    files = site()
    parts = [path for path in files if path.endswith("stars.json") and "schemas" not in path]
    assert len(parts) == 5
    for path in parts:
        assert "stars/2024/henan/007" not in files[path].decode(), path


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_a_cell_that_begins_like_a_formula_is_made_harmless(site, sign):
    star = replace(STARS[0], unit=f"{sign}1+1", nominated_by=(f"{sign}2", "局"))
    files = site(showcase=Showcase(stars=(star,)))
    row = table(files, "stars")[1][0]
    assert (row["unit"], row["nominated_by"]) == (f"'{sign}1+1", f"'{sign}2；局")
    for path in (path for path in files if path.endswith(".csv")):
        rows = csv.reader(io.StringIO(files[path].decode("utf-8-sig"), newline=""), strict=True)
        assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@＝＋－＠\t\r\n"))] == []


def test_a_csv_is_read_as_a_spreadsheet_reads_it(site):
    """BOM once, rows end with CRLF, what holds a comma, a quotation mark or a line end stands in marks."""
    data = site()["data/stars.csv"]
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\xef\xbb\xbf") == 1 and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), dialect="excel", strict=True))
    assert {len(row) for row in rows} == {10} and len(rows) == 3
    outside = re.sub(rb'"(?:[^"]|"")*"', b"", data)
    assert outside.count(b"\n") == outside.count(b"\r\n") == len(rows)


def test_the_package_names_every_file_with_its_hash_and_schema(site):
    files = site(owner="示例中心", data_license="https://creativecommons.org/licenses/by/4.0/")
    package = json.loads(files["data/datapackage.json"])
    described = {f"data/{resource['path']}" for resource in package["resources"]}
    beside = {path for path in files if path.startswith("data/schemas/")} | {"data/datapackage.json"}
    assert described == {path for path in files if path.startswith("data/")} - beside
    assert package["licenses"] == [{"path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert package["contributors"] == [{"title": "示例中心", "role": "publisher"}]
    for resource in package["resources"]:
        data = files[f"data/{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")
        if resource["format"] == "csv":
            header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
            schema = json.loads(files[f"data/{resource['schema']}"])
            assert header == [column["name"] for column in schema["fields"]]


def test_without_a_licence_in_the_settings_none_is_claimed(site):
    assert "licenses" not in json.loads(site()["data/datapackage.json"])


def test_every_json_file_is_what_its_schema_says_and_no_column_is_missing_in_it(site):
    files = site()
    found = 0
    for path, data in files.items():
        if (
            path.startswith("data/")
            and path.endswith(".json")
            and "schemas/" not in path
            and "package" not in path
        ):
            schema = json.loads(files[f"data/schemas/{path.rpartition('/')[2]}"])
            Draft202012Validator.check_schema(schema)
            checker = Draft202012Validator(schema, format_checker=FormatChecker())
            assert [error.message for error in checker.iter_errors(json.loads(data))] == [], path
            columns = schema["properties"]["records"]["items"]
            assert columns["additionalProperties"] is False and len(columns["required"]) >= 9
            found += 1
    assert found == 18


@pytest.mark.parametrize(
    ("column", "value"),
    [("region", "henna"), ("honours", [{"year": 2024}]), ("topics", "阅读"), ("phone", "1")],
)
def test_a_schema_refuses_what_it_does_not_name(site, column, value):
    files = site()
    schema, data = json.loads(files["data/schemas/stars.json"]), json.loads(files["data/stars.json"])
    data["records"][0][column] = value
    assert {error.absolute_path[1] for error in Draft202012Validator(schema).iter_errors(data)} == {0}


def test_frictionless_finds_the_package_valid(site, tmp_path):
    for path, data in site(data_license="https://creativecommons.org/licenses/by/4.0/").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    report = frictionless.validate(str(tmp_path / "data" / "datapackage.json"))
    assert (report.errors, report.flatten(["name", "message"])) == ([], [])
    assert report.stats["tasks"] == 36
    (tmp_path / "data" / "2024" / "stars.csv").write_bytes(b"record,name\r\n")
    assert not frictionless.validate(str(tmp_path / "data" / "datapackage.json")).valid
