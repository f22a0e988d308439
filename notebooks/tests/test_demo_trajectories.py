"""The demo trajectories: complete, short, and right wherever they say so."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
DEMO = CHECKOUT / "magics/src/main/resources/org/rsrkernel/trajectory/demo.jsonl"
ROWS = [json.loads(line) for line in DEMO.read_text(encoding="utf-8").splitlines()]
TEACHERS = {"terse", "steps", "textbook", "explorer", "formalist"}


def stated_answer(row):
    """The last thing of the answer's kind in the last line: a name, or a number such as 16, 5/36 or 10:30."""
    last_line = row["messages"][-1]["content"].splitlines()[-1]
    kind = r"[0-9]+(?:[:/][0-9]+)*" if row["answer"][0].isdigit() else r"\b(?:Ana|Ben|Cleo)\b"
    return re.findall(kind, last_line)[-1]


def test_every_teacher_solves_every_problem_once():
    pairs = Counter((row["id"], row["teacher"]) for row in ROWS)
    problems = {row["id"] for row in ROWS}
    assert len(problems) == 24
    assert pairs == Counter({(problem, teacher): 1 for problem in problems for teacher in TEACHERS})


def test_problem_has_one_question_and_one_answer():
    assert len({(row["id"], row["question"], row["answer"], row["domain"]) for row in ROWS}) == 24


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['teacher']}")
def test_stated_answer_is_right_exactly_where_marked_so(row):
    assert [message["role"] for message in row["messages"]] == ["user", "assistant"]
    assert row["messages"][0]["content"] == row["question"]
    assert (stated_answer(row) == row["answer"]) == row["correct"]


def test_every_teacher_errs_at_least_once_and_seldom():
    mistakes = Counter(row["teacher"] for row in ROWS if not row["correct"])
    assert set(mistakes) == TEACHERS
    assert sum(mistakes.values()) == 6
