"""The figures as Markdown, and as a drawing."""
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.corpora import LABELS
from evaluation import metrics

Figures = dict[str, Any]
"""Figures by name, as they are written to JSON."""


def figures(
    truth: NDArray[np.int64],
    probabilities: NDArray[Any],
    corpora: NDArray[Any],
    sexes: NDArray[Any],
    languages: NDArray[Any],
) -> Figures:
    """All metrics of one set of recordings, as plain numbers."""
    guesses = probabilities.argmax(1)
    right = guesses == truth
    recall = metrics.by_group(corpora, lambda rows: metrics.uar(truth[rows], guesses[rows]))
    return {
        "recordings": len(truth),
        "corpora": recall,
        "macro": float(np.mean(list(recall.values()))),
        "languages": metrics.by_group(languages, lambda rows: metrics.uar(truth[rows], guesses[rows])),
        "accuracyBySex": metrics.by_group(sexes, lambda rows: float(right[rows].mean())),
        "uarBySex": metrics.by_group(sexes, lambda rows: metrics.uar(truth[rows], guesses[rows])),
        "accuracy": float(right.mean()),
        "recalls": metrics.recalls(truth, guesses),
        "confusion": metrics.confusion(truth, guesses).tolist(),
        "calibrationError": metrics.calibration_error(truth, probabilities),
        "reliability": metrics.reliability_bins(truth, probabilities),
    }


def table(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table; numbers with three decimals."""
    cells = [[f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in [header, ["---"] * len(header), *cells])


def by_corpus(named: dict[str, Any]) -> str:
    """A row for each {name: figures}: UAR per corpus, their mean, calibration error."""
    corpora = sorted({corpus for figure in named.values() for corpus in figure["corpora"]})
    return table(
        ["", *corpora, "macro", "calibration error"],
        [
            [name, *[figure["corpora"].get(corpus, "–") for corpus in corpora], figure["macro"], figure["calibrationError"]]
            for name, figure in named.items()
        ],
    )


def confusion_table(figure: Figures) -> str:
    """Shares of each row: the truth down, the prediction across."""
    rows = []
    for label, counts in zip(LABELS, figure["confusion"]):
        if sum(counts):
            rows.append([label, *[f"{100 * count / sum(counts):.0f}" for count in counts], sum(counts)])
    return table(["", *LABELS, "recordings"], rows)


def reliability_svg(named: dict[str, Any], size: int = 320) -> str:
    """A reliability diagram: accuracy against confidence, a line for each {name: figures}."""
    margin, span = 44, size - 60
    at = lambda x, y: f"{margin + x * span:.1f},{16 + (1 - y) * span:.1f}"  # noqa: E731
    colours = ("#8a8a8a", "#c2410c", "#0f766e")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size + 20}" role="img" '
        'font-family="system-ui" font-size="11"><title>Accuracy of readings against their confidence</title>',
        f'<rect width="{size}" height="{size + 20}" fill="#fff"/>',
        f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#bbb" stroke-dasharray="4" fill="none"/>',
        f'<polyline points="{at(0, 1)} {at(0, 0)} {at(1, 0)}" stroke="#444" fill="none"/>',
    ]
    for tick in (0, 0.5, 1):
        x, y = at(tick, 0).split(",")
        parts.append(f'<text x="{x}" y="{float(y) + 14:.1f}" text-anchor="middle">{tick}</text>')
        x, y = at(0, tick).split(",")
        parts.append(f'<text x="{float(x) - 6:.1f}" y="{float(y) + 4:.1f}" text-anchor="end">{tick}</text>')
    for turn, (name, figure) in enumerate(named.items()):
        points = " ".join(at(sure, right) for sure, right, count in figure["reliability"] if count >= 10)
        colour = colours[turn % len(colours)]
        parts.append(f'<polyline points="{points}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts.append(f'<text x="{margin + 10}" y="{30 + 15 * turn}" fill="{colour}">{name}</text>')
    middle = margin + span / 2
    parts.append(f'<text x="{middle}" y="{size + 8}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text x="12" y="{16 + span / 2}" text-anchor="middle" transform="rotate(-90 12 {16 + span / 2})">'
        "accuracy</text></svg>"
    )
    return "\n".join(parts) + "\n"
