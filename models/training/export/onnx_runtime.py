"""Runs an ONNX file in the runtime that the Worker uses: onnxruntime-web, in Node."""
import os
import subprocess

import numpy as np
import torch

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
NODE = os.path.join(ROOT, "node_modules/.bin/node")
SCRIPT = os.path.join(ROOT, "scripts/run-onnx.ts")


class OnnxRuntime:
    """Called as a network is: cells [batch, frames, 64] -> logits [batch, 8]. Use it in a with statement."""

    def __init__(self, path: str) -> None:
        self._process = subprocess.Popen([NODE, SCRIPT, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, cells: torch.Tensor) -> torch.Tensor:
        batch, frames, _ = cells.shape
        self._process.stdin.write(np.array([batch, frames], "<i4").tobytes())
        self._process.stdin.write(cells.numpy().astype("<f4").tobytes())
        self._process.stdin.flush()
        size = batch * 8 * 4
        answer = self._process.stdout.read(size)
        if len(answer) < size:
            raise RuntimeError(f"The runtime ended with {self._process.wait()} before it had answered")
        return torch.from_numpy(np.frombuffer(answer, "<f4").reshape(batch, 8).copy())

    def __enter__(self) -> "OnnxRuntime":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
