"""1,000 private facts, kind × disguise × place: all found where they stand. 1,000 look-alikes: no alarm."""

from collections import Counter

import pytest

from check.private_grammar import KINDS, facts, look_alikes
from check.private_places import EMPTY, PLACES, STAR, write
from showcase.check.scan.tree import look_through
from showcase.content.layout import Layout

SEED = 20240617


@pytest.mark.slow
def test_a_thousand_private_facts_are_all_found_where_they_stand(tmp_path):
    places = list(PLACES.items())
    put = []
    for number, fact in enumerate(facts(1000, SEED)):
        # 123 disguises and 29 places have no common divisor: each goes round through all of the others
        place, write_it = places[number % len(places)]
        put.append((fact, place, *write_it(tmp_path, number, fact.text)))
    found = Counter()
    for problem in look_through(Layout(tmp_path)).problems:
        where = problem.message.rpartition("（")[2].rstrip("）") if problem.message.endswith("）") else ""
        found[problem.rule, problem.file, problem.line, where] += 1
        found[problem.rule, problem.file, problem.line] += 1
    missed = Counter()
    for fact, place, file, line, where in put:
        key = (fact.rule, file, line, where) if where else (fact.rule, file, line)
        if not found[key]:
            missed[f"{fact.kind} × {fact.disguise} × {place}"] += 1
    assert len(put) == 1000
    assert missed == {}


def test_no_message_prints_what_it_found(tmp_path):
    for number, fact in enumerate(facts(400, SEED + 1)):
        PLACES["page"](tmp_path, number, fact.text)
    told = {fact.text for fact in facts(400, SEED + 1)}
    messages = [problem.message for problem in look_through(Layout(tmp_path)).problems]
    assert len(messages) >= 400
    assert [message for message in messages for text in told if text in message] == []


def test_a_thousand_look_alikes_give_no_false_alarm(tmp_path):
    clean = list(look_alikes(1000, SEED))
    for number in range(0, 1000, 10):
        texts = clean[number : number + 10]
        record = STAR.format(**EMPTY | {"second": "\n\n".join(texts), "deeds": texts[0]})
        write(tmp_path / f"content/stars/2024/henan/{number:04}.md", record.encode())
        write(tmp_path / f"content/pages/p{number}.md", "\n".join(texts).encode())
    assert len(clean) == 1000
    alarms = [(p.file, p.line, p.rule, p.message) for p in look_through(Layout(tmp_path)).problems]
    assert alarms == []


def test_look_alikes_in_one_paragraph_give_no_false_alarm(tmp_path):
    """Numbers that stand side by side make no number together."""
    clean = list(look_alikes(1000, SEED + 2))
    rows = ["，".join(clean[number : number + 5]) for number in range(0, 1000, 5)]
    write(tmp_path / "content/pages/p.md", "\n".join(rows).encode())
    assert [(p.line, p.rule, p.message) for p in look_through(Layout(tmp_path)).problems] == []


def test_the_grammar_knows_every_kind_of_fact():
    assert {rule for rule, *_ in KINDS} == {
        f"private-{kind}"
        for kind in ("phone", "id-number", "bank-card", "email", "chat", "birth-date", "address")
    }
