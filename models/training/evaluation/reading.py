"""What a network made of one recording."""
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Reading:
    """What a network made of one recording. `kind` is clip, note, or the name of an outlier (whose truth is None)."""

    kind: str
    condition: str
    numbers: tuple[int, ...]
    logits: NDArray[np.float32]
    weights: NDArray[np.float32]
    sound: dict[str, float]


Splits = dict[str, list[Reading]]
"""Readings of what each split held out, by the name of the split."""
