"""Does the rank-surprisal ratio predict learning? The experiment behind ../does-rsr-predict-learning.ipynb.

    run.py trajectories        writes what the teachers wrote for the questions that %rsr scores
    run.py pretrain STUDENT    writes students/STUDENT (about 5 minutes on two cores)
    run.py finetune STUDENT    adds a row to results.csv for each teacher and seed that has none yet

Needs the packages of requirements.txt. Whatever is drawn at random has a seed: the same machine gives the same figures,
another one may round differently.
"""

import argparse
import csv
import itertools
import json
from pathlib import Path
from random import Random

import jax
import numpy as np

import folder
import problems
import reading
import student
import training
from teachers import TEACHERS

HERE = Path(__file__).resolve().parent
EXAM_SEED, TOKENIZER_SEED, READING_SEED = 1000, 1001, 1002
EXAM_PROBLEMS = 240
SCORED_PROBLEMS = 200
LESSONS = 800
LONGEST = 128  # tokens of a problem and its solution
FIELDS = ["student", "teacher", "seed", "before", "accuracy"]


def exam_problems(number=EXAM_PROBLEMS):
    """Held out: no student reads them, no teacher solves them."""
    return problems.draw(Random(EXAM_SEED), number)


def lessons(teacher, seed, number=LESSONS):
    """(problem, response) pairs of a teacher; with one seed all teachers solve the same problems."""
    random = Random(seed)
    drawn = problems.draw(random, number, frozenset(exam_problems()))
    return [(problem, TEACHERS[teacher](problem, random)) for problem in drawn]


def write_trajectories(file):
    rows = [
        {
            "id": f"q{number:03}",
            "teacher": teacher,
            "question": problem.question,
            "response": response,
            "answer": str(problem.answer),
        }
        for teacher in TEACHERS
        for number, (problem, response) in enumerate(lessons(teacher, 0)[:SCORED_PROBLEMS])
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))


def pretrain(name, target, documents=52_000, shape=student.Shape()):
    """Trains a student of the habit on so many documents and writes its folder."""
    held_out = frozenset(exam_problems())
    every_habit = itertools.chain.from_iterable(
        reading.documents(Random(TOKENIZER_SEED), habit, 4_000, held_out) for habit in reading.HABITS.values()
    )
    tokenizer = folder.trained_tokenizer(every_habit, shape.vocab_size)
    texts = reading.documents(Random(READING_SEED), reading.HABITS[name], documents, held_out)
    batches = training.stream_batches(texts, tokenizer, rows=16, columns=96)

    def report(number, loss):
        if number % 100 == 0:
            print(f"{name}: update {number} of {len(batches)}, mean surprisal {loss:.3f}", flush=True)

    weights = training.train(student.random_weights(shape, 0), batches, 3e-3, shape, report)
    folder.write(target, weights, tokenizer, shape)


def finetune(source, teacher, seed, number=LESSONS, epochs=2, rate=2e-3):
    """Exam accuracy (0 to 1) of the student in folder `source` after `epochs` over so many lessons of a teacher."""
    weights, tokenizer, shape = folder.read(source)
    pairs = [(problem.question, response) for problem, response in lessons(teacher, seed, number)]
    random = np.random.default_rng(seed)
    batches = [
        batch for _ in range(epochs) for batch in training.lesson_batches(pairs, tokenizer, rows=16, random=random)
    ]
    weights = training.train(weights, batches, rate, shape)
    return training.exam(weights, exam_problems(), tokenizer, LONGEST, shape)


def accuracy_before(source):
    weights, tokenizer, shape = folder.read(source)
    return training.exam(weights, exam_problems(), tokenizer, LONGEST, shape)


def rows_of(file):
    if not file.exists():
        return []
    with file.open(newline="") as lines:
        return list(csv.DictReader(lines))


def finetune_all(name, file, seeds):
    source = HERE / "students" / name
    rows = rows_of(file)
    done = {(row["student"], row["teacher"], int(row["seed"])) for row in rows}
    before = accuracy_before(source)
    for seed, teacher in itertools.product(seeds, TEACHERS):
        if (name, teacher, seed) not in done:
            accuracy = finetune(source, teacher, seed)
            print(f"{name} taught by {teacher}, seed {seed}: {before:.3f} -> {accuracy:.3f}", flush=True)
            values = [name, teacher, seed, f"{before:.4f}", f"{accuracy:.4f}"]
            rows.append(dict(zip(FIELDS, values)))
            with file.open("w", newline="") as lines:
                writer = csv.DictWriter(lines, FIELDS, lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("trajectories")
    for command in ("pretrain", "finetune"):
        commands.add_parser(command).add_argument("student", choices=reading.HABITS)
    commands.choices["finetune"].add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    arguments = parser.parse_args()
    jax.config.update("jax_compilation_cache_dir", str(HERE.parents[1] / "target" / "experiment"))
    if arguments.command == "trajectories":
        write_trajectories(HERE / "trajectories.jsonl")
    elif arguments.command == "pretrain":
        pretrain(arguments.student, HERE / "students" / arguments.student)
    else:
        finetune_all(arguments.student, HERE / "results.csv", arguments.seeds)


if __name__ == "__main__":
    main()
