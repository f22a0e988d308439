#!/usr/bin/env python3
"""Writes the same three trajectories with pandas, pyarrow, datasets and polars, as their users would.

  pip install pandas==3.1.1 pyarrow==26.0.1 datasets==5.2.0 polars==2.1.0
  python magics/src/test/python/trajectory_interop.py

The files go to magics/src/test/resources/org/rsrkernel/trajectory/interop, where InteropTest reads them;
notebooks/tests/test_other_libraries.py writes them anew with the libraries that are installed.
"""
import json
import pathlib

import datasets
import pandas
import polars
import pyarrow
import pyarrow.parquet

OUT = pathlib.Path(__file__).parents[1] / "resources/org/rsrkernel/trajectory/interop"


def row(number, question, answer, level):
    messages = [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    return {"id": f"p{number}", "teacher": "terse", "messages": messages, "level": level, "share": number / 8}


ROWS = [
    row(1, "How many\nducks?", 'Four, "4".', 1),
    row(2, "日本語 😀?", "ναί; \\boxed{2}", None),
    row(3, "", "x < y\t& z", 3),
]
TEXT_ROWS = [{**r, "messages": json.dumps(r["messages"], ensure_ascii=False)} for r in ROWS]


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    frame = pandas.DataFrame(ROWS)
    frame.to_json(folder / "pandas.jsonl", orient="records", lines=True)
    frame.to_json(folder / "pandas.json", orient="records", indent=2)
    frame.to_parquet(folder / "pandas.parquet")
    pandas.DataFrame(TEXT_ROWS).to_csv(folder / "pandas.csv", index=False)
    pandas.DataFrame(TEXT_ROWS).to_csv(folder / "pandas.tsv", index=False, sep="\t")

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), folder / "pyarrow.parquet", compression="zstd")

    data = datasets.Dataset.from_list(ROWS)
    data.to_json(folder / "datasets.jsonl")
    data.to_parquet(folder / "datasets.parquet")
    datasets.Dataset.from_list(TEXT_ROWS).to_csv(folder / "datasets.csv")

    frame = polars.DataFrame(ROWS)
    frame.write_ndjson(folder / "polars.ndjson")
    frame.write_json(folder / "polars.json")
    frame.write_parquet(folder / "polars.parquet")
    polars.DataFrame(TEXT_ROWS).write_csv(folder / "polars.csv")


if __name__ == "__main__":
    write(OUT)
