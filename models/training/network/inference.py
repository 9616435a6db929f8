"""Inference: logits of each window of recordings, windowed as the Worker does."""
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from features.log_mel import normalise
from features.windows import MIN_FRAMES, PADDING, plan_windows
from network.model import Fitted, Model, VoiceNet

BATCH = 32

Planned = tuple[int, NDArray[np.float32], float]
"""A window to run: the number of its recording, its normalised cells, its weight."""


def load(fitted: Fitted) -> VoiceNet:
    """The network that `fit` gave."""
    network = VoiceNet(**fitted["network"])
    network.load_state_dict(fitted["state"])
    return network.eval()


def infer(
    network: Model, recordings_cells: Sequence[NDArray[np.float32]]
) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """For each recording's cells [frames, 64]: (logits [windows, 8], weights [windows]); none where no voice is.

    `network` is what `load` gave, or the runtime with an exported file.
    """
    planned = []
    for index, cells in enumerate(recordings_cells):
        cells = cells.astype(np.float32)
        for start, end, weight in plan_windows(cells):
            planned.append((index, normalise(cells[start:end]), weight))
    order = sorted(range(len(planned)), key=lambda i: len(planned[i][1]))
    logits = np.zeros((len(planned), 8), np.float32)
    with torch.no_grad():
        for batch in _batches(order, planned):
            cells = torch.from_numpy(np.stack([_padded(planned[i][1]) for i in batch]))
            logits[batch] = network(cells).numpy()
    owner = np.array([index for index, _, _ in planned])
    weights = np.array([weight for _, _, weight in planned], np.float32)
    return [(logits[owner == i], weights[owner == i]) for i in range(len(recordings_cells))]


def _batches(order: Sequence[int], planned: Sequence[Planned]) -> Iterator[list[int]]:
    batch = []
    for i in order:
        if batch and (len(batch) == BATCH or _length(planned[i]) != _length(planned[batch[0]])):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _length(window: Planned) -> int:
    return max(MIN_FRAMES, len(window[1]))


def _padded(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    missing = MIN_FRAMES - len(cells)
    return cells if missing <= 0 else np.vstack([cells, np.full((missing, cells.shape[1]), PADDING, np.float32)])
