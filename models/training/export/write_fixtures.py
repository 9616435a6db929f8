"""Writes what test/voice/model.test.ts holds the weights to: windows, and the logits torch gives them."""
import base64
import json

import torch
import numpy as np
from numpy.typing import NDArray

from network.model import Model

LENGTHS = (48, 137, 180, 450)


def write_fixtures(network: Model, windows: NDArray[np.float32], path: str) -> None:
    """One window of each length, cut from as many normalised `windows` [count, 450, 64], with its logits."""
    vectors = []
    for frames, window in zip(LENGTHS, windows):
        cells = torch.as_tensor(window[:frames])
        with torch.no_grad():
            logits = network(cells[None])[0]
        vectors.append({"cells": _packed(cells), "logits": _packed(logits)})
    with open(path, "w") as file:
        json.dump(vectors, file, indent="\t")
        file.write("\n")


def _packed(tensor: torch.Tensor) -> str:
    return base64.b64encode(tensor.numpy().astype("<f4").tobytes()).decode()
