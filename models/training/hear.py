"""What a network says of recordings: logits of each window, as the Worker would ask for them."""
import numpy as np
import torch

from features import normalise
from network import VoiceNet
from windows import MIN_FRAMES, PADDING, plan_windows

BATCH = 32


def load(fitted):
    """The network that `fit` gave."""
    network = VoiceNet(**fitted["network"])
    network.load_state_dict(fitted["state"])
    return network.eval()


def hear(network, recordings_cells):
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


def _batches(order, planned):
    batch = []
    for i in order:
        if batch and (len(batch) == BATCH or _length(planned[i]) != _length(planned[batch[0]])):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _length(window):
    return max(MIN_FRAMES, len(window[1]))


def _padded(cells):
    missing = MIN_FRAMES - len(cells)
    return cells if missing <= 0 else np.vstack([cells, np.full((missing, cells.shape[1]), PADDING, np.float32)])
