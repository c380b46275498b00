"""What a week is found by: whose it is, every place of it, and what the press said."""

import datetime

from showcase.find.occasions import occasion_documents
from showcase.model.campaign import ActivityWeek
from showcase.model.library import Showcase
from showcase.model.parts import PressReport

DAY = datetime.date(2024, 10, 21)


def document_of(**week):
    (found,) = occasion_documents(Showcase(weeks=(ActivityWeek(year=2024, start=DAY, **week),)), ())
    return found


def test_a_city_s_week_bears_the_city_s_name():
    assert document_of(region="jiangsu", city="yangzhou").name == "扬州市2024年活动周"


def test_a_joint_week_is_found_at_both_places():
    joint = document_of(region="zhejiang", joint="宁波")
    assert (joint.name, joint.places) == ("浙江省暨宁波市2024年活动周", ("浙江省", "宁波市"))
    assert joint.traits["region"] == ("zhejiang", "ningbo")


def test_what_the_press_said_is_found():
    report = PressReport(title="一盏灯", outlet="某日报", url="https://example.cn/")
    assert document_of(region="henan", press=(report,)).texts == ("一盏灯", "某日报")
