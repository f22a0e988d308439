"""The quick comparison of teachers, executed with the installed kernel."""

import csv
import math
import re

import pytest

import demo

TEACHERS = {"terse", "steps", "textbook", "explorer", "formalist"}
COLUMNS = ["n", "tokens", "avg_rank", "avg_surprisal", "rsr"]
SHOWN_DIGITS = 5e-4  # four significant digits are shown
SAME_ON_EVERY_MACHINE = 1e-3  # float32 sums differ a little with the processor's vector width


def shown_ranking(notebook):
    """The ranking as the notebook shows it: teacher to figures, the best first."""
    lines = [re.split(r"\s{2,}", line.strip()) for line in demo.ranking(notebook).splitlines()]
    rows = [line for line in lines if line[0].isdigit()]
    return {row[1]: dict(zip(COLUMNS, (float(figure.replace(",", "")) for figure in row[2:7]))) for row in rows}


def exported_ranking(folder):
    with open(folder / "teacher-ranking.csv", encoding="utf-8", newline="") as file:
        return {row["teacher"]: {column: float(row[column]) for column in COLUMNS} for row in csv.DictReader(file)}


def outputs(notebook, cell_id):
    (cell,) = [cell for cell in notebook.cells if cell.id == cell_id]
    return [output.data for output in cell.outputs if "data" in output]


def test_five_teachers_are_ranked_with_finite_figures(executed_notebook):
    ranking = shown_ranking(executed_notebook)
    assert set(ranking) == TEACHERS
    assert all(figures["n"] == 24 for figures in ranking.values())
    assert all(math.isfinite(figure) and figure > 0 for figures in ranking.values() for figure in figures.values())


def test_teachers_stand_in_order_of_rsr(executed_notebook):
    rsr = [figures["rsr"] for figures in shown_ranking(executed_notebook).values()]
    assert rsr == sorted(rsr)


def test_shown_figures_equal_the_exported_table(executed_notebook, demo_folder):
    shown, exported = shown_ranking(executed_notebook), exported_ranking(demo_folder)
    assert list(shown) == list(exported)
    for teacher, figures in shown.items():
        assert figures == pytest.approx(exported[teacher], rel=SHOWN_DIGITS)


def test_rsr_is_the_ratio_of_the_exported_averages(executed_notebook, demo_folder):
    for figures in exported_ranking(demo_folder).values():
        assert figures["rsr"] == pytest.approx(figures["avg_rank"] / figures["avg_surprisal"])


def test_ranking_is_the_one_that_the_repository_shows(executed_notebook, kept_notebook):
    executed, kept = shown_ranking(executed_notebook), shown_ranking(kept_notebook)
    assert list(executed) == list(kept)
    for teacher, figures in executed.items():
        assert figures == pytest.approx(kept[teacher], rel=SAME_ON_EVERY_MACHINE)


@pytest.mark.parametrize("cell_id", ["map", "tokens"])
def test_views_are_readable_with_and_without_scripts(executed_notebook, cell_id):
    (view,) = outputs(executed_notebook, cell_id)
    assert set(view) == {"text/html", "image/png", "text/plain"}


def test_page_loads_nothing_from_the_network(executed_notebook):
    html = demo.page(executed_notebook)
    assert 'class="rsr-plotly"' in html
    assert re.findall(r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=["']?(?!data:)[^"' >]+""", html) == []
    assert "@import" not in html


def test_kept_outputs_come_from_one_run_in_order(kept_notebook):
    counts = [cell.execution_count for cell in kept_notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
