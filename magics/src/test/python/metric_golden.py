"""Writes metrics.json for MetricReferenceTest: every built-in metric of drawn tokens, by numpy.

Run from the repository's root with numpy installed:
    python magics/src/test/python/metric_golden.py
"""

import json
import pathlib

import numpy

TARGET = pathlib.Path("magics/src/test/resources/org/rsrkernel/metric/metrics.json")
CLIP = 100


def reference(rank, s, entropy, square_sum):
    r = numpy.minimum(rank, CLIP)
    p = numpy.exp(-s)
    most = numpy.argsort(-s, kind="stable")[: max(1, int(len(s) * 0.3))]
    brier = numpy.mean(square_sum - 2 * p + 1)
    return {
        "rsr": r.sum() / s.sum(),
        "avg_rank": r.mean(),
        "avg_rank_unclipped": rank.mean(),
        "avg_surprisal": s.mean(),
        "perplexity": numpy.exp(s.mean()),
        "tokens": len(s),
        "rsr_filtered": (r / s)[most].mean(),
        "rsr_token": (r / s).mean(),
        "mean_rsr": r.sum() / s.sum(),
        "rank_minus_surprisal": (r - s).mean(),
        "rank_times_surprisal": (r * s).mean(),
        "surprisal_weighted_rank": numpy.average(r, weights=s),
        "rank_weighted_surprisal": numpy.average(s, weights=r),
        "rsr_sqrt_rank": numpy.sqrt(r).sum() / s.sum(),
        "rsr_squared_rank": (r**2).sum() / s.sum(),
        "rsr_sqrt_surprisal": r.sum() / numpy.sqrt(s).sum(),
        "rsr_squared_surprisal": r.sum() / (s**2).sum(),
        "avg_entropy": entropy.mean(),
        "rank_over_entropy": r.sum() / entropy.sum(),
        "surprisal_over_entropy": s.sum() / entropy.sum(),
        "grape": -s.mean(),
        "rsd_acceptance": ((rank <= 20) & (p >= 0.01)).mean(),
        "brier": brier,
        "lark": brier / s.mean(),
    }


def main():
    random = numpy.random.default_rng(7)
    cases = []
    for size in (1, 2, 9, 40, 100):
        rank = 1 + random.geometric(0.02, size) * random.integers(0, 3, size)
        # Kept in single precision, as scores are.
        s = random.exponential(1.5, size).astype("float32").astype(float)
        entropy = random.exponential(1.0, size).astype("float32").astype(float)
        square_sum = random.random(size).astype("float32").astype(float)
        values = {name: float(value) for name, value in reference(rank, s, entropy, square_sum).items()}
        cases.append(
            {
                "ranks": rank.tolist(),
                "surprisals": s.tolist(),
                "entropies": entropy.tolist(),
                "square_sums": square_sum.tolist(),
                "metrics": values,
            }
        )
    TARGET.write_text(json.dumps({"made_by": f"numpy {numpy.__version__}", "cases": cases}, indent=1) + "\n")


if __name__ == "__main__":
    main()
