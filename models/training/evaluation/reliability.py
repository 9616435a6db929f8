"""The reliability estimator: how likely a reading is right, from statistics that the Worker can compute.

A logistic regression over z-scores of the note's statistics and their squares (clipped at 4 deviations), fitted on
readings of people, corpora and sounds that the networks were not trained on.
"""
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from evaluation.pooling import Calibration, softmax_of
from evaluation.reading import Reading
from features.note_statistics import NAMES, of_probabilities

CLIP = 4.0
WEIGHTS = {"note": 1.0, "clip": 0.03, "outlier": 2.0}


def statistics_matrix(readings: Sequence[Reading], calibration: Calibration) -> NDArray[Any]:
    """[recordings, statistics] in the order of NAMES; every reading has at least one window."""
    rows = []
    for one in readings:
        named = {**of_probabilities(one.weights, softmax_of(one.logits, calibration.temperature)), **one.sound}
        rows.append([named[name] for name in NAMES])
    return np.array(rows)


class ReliabilityEstimator:
    """A logistic regression; `probability_right(statistics)` is [n] probabilities that a reading is right."""

    def __init__(self, statistics: NDArray[Any], right: NDArray[np.bool_], weights: NDArray[Any]) -> None:
        self.mean, self.deviation = statistics.mean(0), statistics.std(0) + 1e-9
        self.model = LogisticRegression(C=0.05, max_iter=1000).fit(self._inputs(statistics), right, weights)

    def probability_right(self, statistics: NDArray[Any]) -> NDArray[Any]:
        return self.model.predict_proba(self._inputs(statistics))[:, 1]

    def as_json(self) -> dict[str, Any]:
        half = len(NAMES)
        linear, square = self.model.coef_[0][:half], self.model.coef_[0][half:]
        return {
            "statistics": {
                name: {
                    "mean": round(float(self.mean[i]), 6),
                    "deviation": round(float(self.deviation[i]), 6),
                    "weight": round(float(linear[i]), 6),
                    "square": round(float(square[i]), 6),
                }
                for i, name in enumerate(NAMES)
            },
            "bias": round(float(self.model.intercept_[0]), 6),
        }

    def _inputs(self, statistics: NDArray[Any]) -> NDArray[Any]:
        z = np.clip((statistics - self.mean) / self.deviation, -CLIP, CLIP)
        return np.hstack([z, z * z])


def lowest_threshold(probability: NDArray[Any], right: NDArray[np.bool_], accuracy: float) -> float:
    """The lowest threshold above which at least `accuracy` of the readings are right; 1 when there is none."""
    order = np.argsort(-probability)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= accuracy)
    return float(probability[order[enough[-1]]]) if len(enough) else 1.0
