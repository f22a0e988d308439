"""The experiment can be repeated: from the questions to a pupil's mark, and a kept result in full."""

import json
from random import Random

import jax
import numpy as np
import pytest

import folder
import problems
import run
import student
import training
from teachers import TEACHERS

TINY = student.Shape(hidden_size=32, intermediate_size=32, num_hidden_layers=2)
RESULTS = run.rows_of(run.HERE / "results.csv")
STUDENTS = sorted({row["student"] for row in RESULTS})


@pytest.fixture(scope="module")
def tiny_student(tmp_path_factory):
    """A folder with a student that has read 400 documents."""
    target = tmp_path_factory.mktemp("students") / "tiny"
    run.pretrain("careful", target, documents=400, shape=TINY)
    return target


def test_kept_trajectories_are_what_the_teachers_write(tmp_path):
    run.write_trajectories(tmp_path / "trajectories.jsonl")
    assert (tmp_path / "trajectories.jsonl").read_bytes() == (run.HERE / "trajectories.jsonl").read_bytes()


@pytest.mark.parametrize("teacher", TEACHERS)
def test_teachers_solve_the_same_problems_and_end_with_the_answer(teacher):
    lessons = run.lessons(teacher, seed=3)
    assert [problem for problem, _ in lessons] == [problem for problem, _ in run.lessons("terse", seed=3)]
    assert all(response.endswith(f"Answer: {problem.answer}.") for problem, response in lessons)


@pytest.mark.parametrize("way", ["in_parts", "otherwise"])
def test_every_step_of_a_calculation_is_right(way):
    for problem in problems.draw(Random(7), 200):
        for step in getattr(problem, way)() if not isinstance(problem, problems.Count) else []:
            left, right = step.split("=")
            assert eval(left) == int(right), step


def test_exam_has_no_problem_that_a_teacher_solves():
    solved = {problem for seed in (0, 1) for problem, _ in run.lessons("terse", seed)}
    assert solved.isdisjoint(run.exam_problems())


def test_student_of_one_seed_gets_the_same_mark_again(tiny_student):
    marks = [run.finetune(tiny_student, "parts", seed=0, number=64, epochs=1) for _ in range(2)]
    assert marks[0] == marks[1]


def test_training_lowers_the_surprisal_of_what_is_taught(tiny_student):
    weights, tokenizer, shape = folder.read(tiny_student)
    lessons = [(problem.question, response) for problem, response in run.lessons("terse", seed=0, number=64)]
    batches = training.lesson_batches(lessons, tokenizer, 16, np.random.default_rng(0))
    taught = training.train(weights, batches * 10, 3e-3, shape)
    before, after = (float(training.surprisal(w, *batches[0], shape)) for w in (weights, taught))
    assert after < before - 1


def test_student_writes_on_as_if_it_had_read_from_the_start(tiny_student):
    weights, tokenizer, shape = folder.read(tiny_student)
    opening = tokenizer.encode("What is 3 + 4?").ids
    tokens = np.zeros((1, 24), int)
    tokens[0, : len(opening)] = opening
    written = student.continued(weights, tokens, np.array([len(opening)]), -1, shape)
    likeliest = student.logits(weights, written, shape).argmax(-1)
    assert np.array_equal(written[0, len(opening) :], likeliest[0, len(opening) - 1 : -1])


def test_folder_keeps_a_student_within_the_precision_of_bfloat16(tmp_path):
    weights = student.random_weights(TINY, seed=5)
    tokenizer = folder.trained_tokenizer(["What is 3 + 4?"], 300)
    folder.write(tmp_path, weights, tokenizer, TINY)
    kept, _, shape = folder.read(tmp_path)
    assert shape == TINY
    jax.tree.map(lambda w, k: np.testing.assert_allclose(k, w, rtol=2**-8), weights, kept)


@pytest.mark.parametrize("name", STUDENTS)
def test_kept_student_fits_the_results(name):
    kept = json.loads((run.HERE / "students" / name / "config.json").read_text())
    assert kept["model_type"] == "llama"
    (before,) = {float(row["before"]) for row in RESULTS if row["student"] == name}
    again = run.accuracy_before(run.HERE / "students" / name)
    assert again == pytest.approx(before, abs=0.02)  # another processor rounds otherwise


def test_kept_result_comes_out_again():
    kept = next(row for row in RESULTS if row["teacher"] == "terse")
    again = run.finetune(run.HERE / "students" / kept["student"], "terse", int(kept["seed"]))
    assert again == pytest.approx(float(kept["accuracy"]), abs=0.05)  # roundings grow over 100 updates
