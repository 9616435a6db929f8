"""The prepared samples and features of all clips, mapped into memory."""
import os
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from data.corpora import Clip
from features.log_mel import HOP, active_frames

MARGIN = 5


class Pcm:
    """The samples of all clips: `all` is int16 [samples], clip n is all[offsets[n] : offsets[n + 1]]."""

    def __init__(self, work: str) -> None:
        self.all = np.load(os.path.join(work, "pcm.npy"), mmap_mode="r")
        self.offsets = np.load(os.path.join(work, "pcm.offsets.npy"))

    def samples(self, number: int) -> NDArray[np.float32]:
        """float32 in [-1, 1]."""
        start, end = self.offsets[number : number + 2]
        return self.all[start:end].astype(np.float32) / 32767


class Recordings:
    """`cells(condition, number)` is a view of [frames, 64] float16."""

    def __init__(self, clips: Sequence[Clip], work: str, conditions: Iterable[str]) -> None:
        self.clips = clips
        self.pcm = Pcm(work)
        self._cells, self._offsets = {}, {}
        for name in conditions:
            self._cells[name] = np.load(os.path.join(work, f"{name}.npy"), mmap_mode="r")
            self._offsets[name] = np.load(os.path.join(work, f"{name}.offsets.npy"))
        self.spans = self._spans(os.path.join(work, "spans.npy"))

    def cells(self, condition: str, number: int) -> NDArray[np.float16]:
        start, end = self._offsets[condition][number : number + 2]
        return self._cells[condition][start:end]

    def speech(self, condition: str, number: int) -> NDArray[np.float16]:
        """The cells from the first active frame of the clip as recorded to the last, five more on each side."""
        start, end = self.spans[number]
        return self.cells(condition, number)[start:end]

    def samples_of_speech(self, number: int) -> tuple[int, int]:
        """The same stretch as (first sample in `pcm.all`, samples)."""
        first, last = self.pcm.offsets[number : number + 2]
        start, end = self.spans[number]
        return int(first + start * HOP), int(min(end * HOP, last - first) - start * HOP)

    def _spans(self, path: str) -> NDArray[np.int64]:
        if not os.path.exists(path):
            np.save(path, [trim(self.cells("clean", number)) for number in range(len(self.clips))])
        return np.load(path)


def trim(cells: NDArray[np.float32]) -> tuple[int, int]:
    """First and last active frame of a recording, with a margin."""
    active = np.flatnonzero(active_frames(cells.astype(np.float32)))
    return max(0, active[0] - MARGIN), min(len(cells), active[-1] + 1 + MARGIN)
