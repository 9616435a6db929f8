"""The prepared features of all clips and conditions, held in memory."""
import os
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from data.corpora import Clip
from features.log_mel import active_frames

MARGIN = 5


class Recordings:
    """`cells(condition, number)` is a view of [frames, 64] float16."""

    def __init__(self, clips: Sequence[Clip], work: str, conditions: Iterable[str]) -> None:
        self.clips = clips
        self.labels = np.array([clip.label for clip in clips])
        self._cells, self._offsets = {}, {}
        for name in conditions:
            self._cells[name] = np.load(os.path.join(work, f"{name}.npy"), mmap_mode="r")
            self._offsets[name] = np.load(os.path.join(work, f"{name}.offsets.npy"))
        self._speech = {name: self._trims(name, work) for name in conditions}

    def cells(self, condition: str, number: int) -> NDArray[np.float16]:
        start, end = self._offsets[condition][number : number + 2]
        return self._cells[condition][start:end]

    def speech(self, condition: str, number: int) -> NDArray[np.float16]:
        """The cells from the first active frame to the last, five frames more on each side."""
        start, end = self._speech[condition][number]
        return self.cells(condition, number)[start:end]

    def _trims(self, condition: str, work: str) -> NDArray[np.int64]:
        path = os.path.join(work, f"{condition}.speech.npy")
        if not os.path.exists(path):
            np.save(path, [trim(self.cells(condition, number)) for number in range(len(self.clips))])
        return np.load(path)


def trim(cells: NDArray[np.float32]) -> tuple[int, int]:
    """First and last active frame of a recording, with a margin."""
    active = np.flatnonzero(active_frames(cells.astype(np.float32)))
    return max(0, active[0] - MARGIN), min(len(cells), active[-1] + 1 + MARGIN)
