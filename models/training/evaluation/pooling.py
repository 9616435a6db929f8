"""From the windows' logits to one set of probabilities, as src/voice/analyse-voice.ts does it."""
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import softmax

from data.corpora import LABELS
from evaluation.reading import Reading


def softmax_of(logits: NDArray[Any], temperature: float) -> NDArray[Any]:
    return softmax(logits / temperature, axis=1)


class Calibration(NamedTuple):
    """`temperature` divides the logits of each window; `sharpness` is how much surer many windows make."""

    temperature: float = 1.0
    sharpness: float = 0.0


def pool(logits: NDArray[Any], weights: NDArray[Any], calibration: Calibration = Calibration()) -> NDArray[Any]:
    """[windows, 8] and [windows] -> [8]: the weighted mean of the windows' probabilities, sharpened.

    A mean over windows that differ is less sure than it is right: it is raised to 1 + sharpness * ln(windows).
    """
    if not len(logits):
        return np.full(len(LABELS), 1 / len(LABELS))
    mean = (weights / weights.sum()) @ softmax_of(logits, calibration.temperature)
    sharp = (mean / mean.max()) ** (1 + calibration.sharpness * np.log(len(logits)))
    return sharp / sharp.sum()


def pool_all(readings: Sequence[Reading], calibration: Calibration = Calibration()) -> NDArray[Any]:
    """[recordings, 8] of anything with `logits` and `weights`."""
    return np.array([pool(one.logits, one.weights, calibration) for one in readings])


def fit_calibration(readings: Sequence[Reading], truth: NDArray[np.int64], importance: NDArray[Any]) -> Calibration:
    """The calibration with the least negative log-likelihood of whole recordings, each by its importance [n].

    Temperature scaling is Guo et al., 2017; the sharpness makes one temperature do for one window and for twenty.
    """

    def loss(parameters: NDArray[Any]) -> float:
        probabilities = pool_all(readings, Calibration(np.exp(parameters[0]), parameters[1]))
        return -np.average(np.log(probabilities[np.arange(len(truth)), truth] + 1e-9), weights=importance)

    fitted = minimize(loss, (0.0, 0.3), bounds=((-2, 2), (0, 2)), method="Nelder-Mead", options={"maxiter": 60}).x
    return Calibration(round(float(np.exp(fitted[0])), 4), round(float(fitted[1]), 4))
