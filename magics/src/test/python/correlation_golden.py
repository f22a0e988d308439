"""Writes correlations.json for CorrelationMethodTest: what SciPy and NumPy give.

Run from the repository's root with scipy installed:
    python magics/src/test/python/correlation_golden.py
"""

import json
import pathlib

import numpy
import scipy
from scipy import stats

TARGET = pathlib.Path("magics/src/test/resources/org/rsrkernel/metric/correlations.json")


def cases():
    random = numpy.random.default_rng(20260101)
    for size in (2, 3, 5, 11, 40):
        yield "no ties", random.normal(size=size), random.normal(size=size)
        yield "related", (x := random.normal(size=size)), -x + 0.3 * random.normal(size=size)
    for size in (11, 40):
        yield "ties", random.integers(0, 5, size), random.integers(0, 5, size)
        yield "ties on one side", random.integers(0, 3, size), random.normal(size=size)
    yield "far from zero", 1e6 + random.normal(size=11), random.normal(size=11)


def main():
    entries = []
    for name, x, y in cases():
        x, y = x.astype(float), y.astype(float)
        entries.append(
            {
                "name": f"{name}, {len(x)} values",
                "x": x.tolist(),
                "y": y.tolist(),
                "spearman": stats.spearmanr(x, y).statistic,
                "pearson": stats.pearsonr(x, y).statistic,
                "kendall": stats.kendalltau(x, y).statistic,
                "percentiles_of_x": numpy.percentile(x, [2.5, 50, 97.5]).tolist(),
            }
        )
    made_by = f"scipy {scipy.__version__}, numpy {numpy.__version__}"
    TARGET.write_text(json.dumps({"made_by": made_by, "cases": entries}, indent=1) + "\n")


if __name__ == "__main__":
    main()
