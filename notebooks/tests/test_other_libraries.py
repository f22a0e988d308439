"""Files change hands: pandas, pyarrow, datasets and polars read ours, and we read theirs."""

import json
import math
import sys
from pathlib import Path

import nbformat
import pandas
import polars
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet
import pytest

import demo

sys.path.append(str(demo.NOTEBOOKS.parent / "magics/src/test/python"))
FORMATS = ["jsonl", "csv", "tsv", "parquet"]
RANKS = [[1, 3, 100], [2, 2]]
SURPRISALS = [[0.5, 1.25, 6.0], [0.75, 1.5]]


@pytest.fixture(scope="module")
def interop(tmp_path_factory):
    """The module that writes their files; datasets must neither ask the Hub nor write into the user's home."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HF_HUB_OFFLINE", "1")
        environment.setenv("HF_HOME", str(tmp_path_factory.mktemp("hugging-face")))
        import trajectory_interop

        yield trajectory_interop


@pytest.fixture(scope="module")
def folder(interop, tmp_path_factory):
    """Their files, what we made of them, our files of the same rows, and scores in the paper's layout."""
    folder = tmp_path_factory.mktemp("files")
    interop.write(folder / "theirs")
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in interop.ROWS))
    write_scores_as_the_paper_does(folder / "scores-of-theirs")
    lines = ["var rows = %rsr load rows.jsonl"]
    lines += [f"%rsr export rows ours.{suffix}" for suffix in FORMATS]
    for number, file in enumerate(sorted((folder / "theirs").iterdir())):
        lines += [f"var t{number} = %rsr load theirs/{file.name}", f"%rsr export t{number} back/{file.name}.jsonl"]
    lines += [
        "%rsr student smollm2",
        "var few = %rsr load demo --limit 6",
        "var scored = %rsr score few",
        "%rsr export scored --official scores-of-ours",
        "var known = %rsr load scores-of-theirs --format official",
        "%rsr export known back/scores.jsonl",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in lines])
    demo.execute(notebook, folder)
    return folder


def write_scores_as_the_paper_does(folder):
    """Two scored trajectories of one set, by pandas; metadata are empty in the paper's own runs."""
    tokens = pandas.DataFrame(
        {
            "sample_id": [7, 8],
            "resp_token_positions": [[4, 5, 6], [9, 10]],
            "probs": [[math.exp(-each) for each in row] for row in SURPRISALS],
            "nlls": SURPRISALS,
            "ranks": RANKS,
        }
    )
    (folder / "_inferred_data/small").mkdir(parents=True)
    (folder / "_sample_metrics/small").mkdir(parents=True)
    tokens.to_parquet(folder / "_inferred_data/small/terse.parquet", index=False)
    samples = sample_metrics(tokens)
    samples.to_json(
        folder / "_sample_metrics/small/terse.jsonl", orient="records", lines=True, double_precision=15
    )
    summary(samples, "terse").to_csv(folder / "rsr_small.tsv", sep="\t", index=False, float_format="%.5f")


def sample_metrics(tokens):
    """The frame of _sample_metrics that belongs to a frame of _inferred_data."""
    means = tokens[["ranks", "nlls"]].map(lambda values: sum(values) / len(values))
    return pandas.DataFrame(
        {
            "sample_id": tokens.sample_id,
            "resp_token_length": tokens.ranks.map(len),
            "avg_rank_clip": means.ranks,
            "avg_surprisal": means.nlls,
            "rank_surprisal_ratio": means.ranks / means.nlls,
        }
    )


def summary(samples, name):
    """The row of rsr_MODEL.tsv that belongs to a frame of _sample_metrics; seconds are not known."""
    rank, surprisal = samples.avg_rank_clip.mean(), samples.avg_surprisal.mean()
    return pandas.DataFrame(
        {
            "data_name": [name],
            "avg_resp_token_length": [samples.resp_token_length.mean()],
            "avg_rank_clip": [rank],
            "avg_surprisal": [surprisal],
            "rank_surprisal_ratio": [rank / surprisal],
            "infer_seconds": [math.nan],
            "metrics_seconds": [math.nan],
        }
    )


def by_pandas(path, suffix):
    read = {
        "jsonl": lambda: pandas.read_json(path, lines=True),
        "csv": lambda: pandas.read_csv(path),
        "tsv": lambda: pandas.read_csv(path, sep="\t"),
        "parquet": lambda: pandas.read_parquet(path),
    }
    return read[suffix]().to_dict("records")


def by_polars(path, suffix):
    read = {
        "jsonl": lambda: polars.read_ndjson(path),
        "csv": lambda: polars.read_csv(path),
        "tsv": lambda: polars.read_csv(path, separator="\t"),
        "parquet": lambda: polars.read_parquet(path),
    }
    return read[suffix]().to_dicts()


def by_pyarrow(path, suffix):
    quoted = pyarrow.csv.ParseOptions(newlines_in_values=True, delimiter="\t" if suffix == "tsv" else ",")
    read = {
        "jsonl": lambda: pyarrow.json.read_json(path),
        "csv": lambda: pyarrow.csv.read_csv(path, parse_options=quoted),
        "tsv": lambda: pyarrow.csv.read_csv(path, parse_options=quoted),
        "parquet": lambda: pyarrow.parquet.read_table(path),
    }
    return read[suffix]().to_pylist()


def by_datasets(path, suffix):
    from datasets import load_dataset

    kind, options = {"jsonl": ("json", {}), "tsv": ("csv", {"sep": "\t"})}.get(suffix, (suffix, {}))
    return list(load_dataset(kind, data_files=str(path), split="train", **options))


def plain(row):
    """A row in Python's own types, whatever the library made of lists, texts and missing values."""
    messages = row["messages"]
    messages = json.loads(messages) if isinstance(messages, str) else [dict(message) for message in messages]
    level = row["level"]
    missing = level is None or math.isnan(level)
    return {
        "id": row["id"],
        "teacher": row["teacher"],
        "messages": messages,
        "level": None if missing else int(level),
        "share": row["share"],
    }


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("read", [by_pandas, by_pyarrow, by_datasets, by_polars])
def test_our_file_gives_the_same_rows_there(folder, interop, read, suffix):
    assert [plain(row) for row in read(folder / f"ours.{suffix}", suffix)] == interop.ROWS


def test_every_file_of_theirs_gives_the_same_rows_here(folder, interop):
    files = sorted((folder / "theirs").iterdir())
    assert len(files) == 13
    for file in files:
        assert [plain(row) for row in by_pandas(folder / f"back/{file.name}.jsonl", "jsonl")] == interop.ROWS, file


def test_our_scores_are_the_frames_that_the_papers_code_writes(folder):
    ours, theirs = folder / "scores-of-ours", folder / "scores-of-theirs"
    wanted = pandas.read_csv(theirs / "rsr_small.tsv", sep="\t")
    sets = pandas.read_csv(ours / "rsr_smollm2.tsv", sep="\t")
    assert list(sets.dtypes.items()) == list(wanted.dtypes.items())
    for file in (ours / "_inferred_data/smollm2").iterdir():
        tokens = pandas.read_parquet(file)
        core = pandas.read_parquet(theirs / "_inferred_data/small/terse.parquet")
        assert list(tokens.columns)[: len(core.columns)] == list(core.columns)
        for column in core.columns[1:]:
            assert tokens[column][0].dtype == core[column][0].dtype
        samples = pandas.read_json(ours / f"_sample_metrics/smollm2/{file.stem}.jsonl", lines=True)
        expected = sample_metrics(tokens)
        pandas.testing.assert_frame_equal(samples[expected.columns], expected, rtol=1e-12)
        row = sets[sets.data_name == file.stem].reset_index(drop=True)
        pandas.testing.assert_frame_equal(row, summary(samples, file.stem), atol=5e-6, rtol=0)
    assert len(sets) == len(list((ours / "_inferred_data/smollm2").iterdir())) == 5


def test_scores_of_the_papers_code_are_read_to_the_same_figures(folder):
    rows = [json.loads(line) for line in Path(folder / "back/scores.jsonl").read_text().splitlines()]
    assert [(row["id"], row["teacher"], row["student"], row["tokens"]) for row in rows] == [
        ("7", "terse", "small", 3),
        ("8", "terse", "small", 2),
    ]
    assert [row["rsr"] for row in rows] == [
        pytest.approx(sum(ranks) / sum(surprisals), rel=1e-12) for ranks, surprisals in zip(RANKS, SURPRISALS)
    ]
