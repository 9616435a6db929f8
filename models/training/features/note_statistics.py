"""The statistics from which the Worker estimates reliability (src/voice/reliability/note-statistics.ts), in numpy.

test/voice/statistics.test.ts holds the two together.
"""
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from features.log_mel import HOP, SAMPLE_RATE, active_frames, levels
from features.windows import FIRST_BAND, Window, spectral_shape, voiced_frames

NAMES = (
    "confidence", "margin", "agreement", "voicedSeconds", "voicedShare",
    "flatness", "flatnessDeviation", "levelDeviation", "flux",
)


def statistics_of(
    cells: NDArray[np.float32], windows: Sequence[Window], probabilities: NDArray[Any]
) -> dict[str, float]:
    """{name: number} of a recording that has a voice.

    `cells` are its [frames, 64] log-mel cells, `windows` what plan_windows makes of them, and `probabilities` the
    [windows, 8] calibrated probabilities that the model gives them.
    """
    return {**of_probabilities([weight for _, _, weight in windows], probabilities), **of_sound(cells)}


def of_probabilities(weights: Sequence[float] | NDArray[Any], probabilities: NDArray[Any]) -> dict[str, float]:
    pooled = np.average(probabilities, axis=0, weights=weights)
    second, confidence = np.sort(pooled)[-2:]
    agrees = np.argmax(probabilities, axis=1) == pooled.argmax()
    return {
        "confidence": float(confidence),
        "margin": float(confidence - second),
        "agreement": float(np.average(agrees, weights=weights)),
    }


def of_sound(cells: NDArray[np.float32]) -> dict[str, float]:
    active, bands = active_frames(cells), cells[:, FIRST_BAND:]
    voiced = voiced_frames(cells).sum()
    flatness = spectral_shape(cells)[1][active]
    changes = np.abs(np.diff(bands, axis=0))[active[1:] & active[:-1]]
    return {
        "voicedSeconds": float(np.log1p(voiced * HOP / SAMPLE_RATE)),
        "voicedShare": float(voiced / active.sum()),
        "flatness": float(flatness.mean()),
        "flatnessDeviation": float(flatness.std()),
        "levelDeviation": float(levels(cells)[active].std()),
        "flux": float(changes.mean()) if len(changes) else 0.0,
    }
