"""How good probabilities are. `truth` is [n] label indices, `probabilities` [n, 8], rows summing to one."""
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.corpora import LABELS

BINS = 15


def uar(truth: NDArray[np.int64], guesses: NDArray[np.int64]) -> float:
    """Unweighted average recall: the mean of the recalls of the emotions that occur in `truth`."""
    return float(np.mean([np.mean(guesses[truth == label] == label) for label in np.unique(truth)]))


def by_group(groups: NDArray[Any], measure: Callable[[NDArray[np.int64]], float]) -> dict[str, float]:
    """{group: measure(its indices)} in the order of names."""
    return {group: measure(np.flatnonzero(groups == group)) for group in sorted(set(groups)) if group}


def reliability_bins(
    truth: NDArray[np.int64], probabilities: NDArray[Any], bins: int = BINS
) -> list[tuple[float, float, int]]:
    """[(confidence, accuracy, count)] of equally wide bins of the largest probability; empty ones left out."""
    confidence = probabilities.max(1)
    right = probabilities.argmax(1) == truth
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        (float(confidence[which == b].mean()), float(right[which == b].mean()), int((which == b).sum()))
        for b in range(bins)
        if (which == b).any()
    ]


def calibration_error(truth: NDArray[np.int64], probabilities: NDArray[Any], bins: int = BINS) -> float:
    """Expected calibration error (Guo et al., 2017): the bins' gaps, each by its share."""
    total = len(truth)
    return sum(abs(sure - right) * count / total for sure, right, count in reliability_bins(truth, probabilities, bins))


def recalls(truth: NDArray[np.int64], guesses: NDArray[np.int64]) -> dict[str, float]:
    """{emotion: recall} of those that occur."""
    return {LABELS[label]: float(np.mean(guesses[truth == label] == label)) for label in np.unique(truth)}


def confusion(truth: NDArray[np.int64], guesses: NDArray[np.int64]) -> NDArray[np.int64]:
    """[8, 8] counts: rows are the truth, columns what was guessed."""
    table = np.zeros((len(LABELS), len(LABELS)), int)
    np.add.at(table, (truth, guesses), 1)
    return table
