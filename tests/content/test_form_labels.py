"""The labels of forms, as the two printed notices write them and as others do."""

import pytest

from showcase.content.form_labels import PAPERS, Paper, fields_of
from showcase.content.label_keys import field_of

SAID = {
    Paper.STAR_FORM: {
        "姓    名": "name",
        "出生\n年月": "born",
        "党 派": "party",
        "政治面貌": "party",
        "专 业 技\n\n术 职 称": "title",
        "所在单位\n\n及 职 务": "unit_post",
        "主要事迹和成\n效（不少于\n1000字）": "deeds",
        "主要事迹和成效不少于1500字": "deeds",
        "宣传展示材料\n（感人事迹概\n括300字左右）": "showcase_text",
        "本人所在单位\n推荐意见及感\n人事迹概括\n（100字以上）": "unit_opinion",
        "本人所在单位推介意见": "unit_opinion",
        "县（市、区）级教育行政部门推介意见": "county_opinion",
        "市（地）级\n\n教育行政部门推介意见": "city_opinion",
        "省级教育\n\n行政部门\n\n推介意见": "province_opinion",
        "沈玉兰": "",
        "主要事迹是她自己写的": "",
        "": "",
    },
    Paper.STAR_REGISTER: {
        "推荐\n序号": "order",
        "推介序号": "order",
        "有无\n视频\n材料": "video",
        "出生\n\n年月日": "born",
    },
    Paper.PROJECT_FORM: {
        "品牌项目名称": "name",
        "项目单位": "hosts",
        "主办单位\n推荐意见": "host_opinion",
        "项目起止时间": "started",
        "参与人数（次）": "learners",
        "品牌项目基本情况（包含项目主题、主要内容、活动方式、特色、效果等，不少于1500字）": "description",
    },
    Paper.PROJECT_REGISTER: {
        "所附材料\n\n（总结、视频）": "papers",
        "地    址": "address",
        "品牌单位联系电话和邮箱": "contact",
    },
}


@pytest.mark.parametrize("paper", SAID)
def test_labels_are_known_however_they_are_set(paper):
    assert {text: field_of(paper, text) for text in SAID[paper]} == SAID[paper]


@pytest.mark.parametrize("paper", Paper)
def test_every_word_of_a_label_is_known_as_its_field(paper):
    wrong = {
        word: label.field
        for label in PAPERS[paper]
        for word in label.words
        if field_of(paper, word) != label.field
    }
    assert wrong == {}
    assert list(fields_of(paper)) == [label.field for label in PAPERS[paper]]
