"""Writes a trained network as ONNX: logmel [batch, frames, 64] -> logits [batch, 8]."""
import warnings

import onnx
import torch
import numpy as np
from numpy.typing import NDArray

from export.pack import pack
from export.quantise import folded, quantised
from network.model import VoiceNet

OPSET = 13


def write_float(network: VoiceNet, path: str) -> None:
    """float32, with the batch norms folded into the convolutions."""
    _write(folded(network), path)


def write_int8(network: VoiceNet, windows: NDArray[np.float32], path: str) -> VoiceNet:
    """int8, calibrated on normalised `windows` [count, frames, 64]. Returns the network it is, in torch."""
    rounded = quantised(network, windows)
    _write(rounded, path)
    onnx.save(pack(onnx.load(path)), path)
    onnx.checker.check_model(path)
    return rounded


def _write(network: VoiceNet, path: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            torch.zeros(2, 300, 64),
            path,
            opset_version=OPSET,
            input_names=["logmel"],
            output_names=["logits"],
            dynamic_axes={"logmel": {0: "batch", 1: "frames"}, "logits": {0: "batch"}},
        )
