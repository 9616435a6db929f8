"""Puts a trained network where the Worker takes its model from, with its description and test vectors."""
import hashlib
import json
import logging
import os
import subprocess
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from data.corpora import WITHOUT_NOTES
from data.recordings import Recordings
from evaluation.pooling import Calibration
from export.onnx_runtime import ROOT, OnnxRuntime
from export.write_fixtures import write_fixtures
from export.write_onnx import OPSET, write_int8
from features.log_mel import normalise
from features.windows import FRAMES, MIN_ACTIVE_SHARE, MIN_FRAMES, PADDING, WHOLE_UP_TO, notes_of, plan_windows
from network.inference import load
from network.model import Fitted, Model, VoiceNet

MODELS = os.path.join(ROOT, "models")
FIXTURES = os.path.join(ROOT, "test/voice/fixtures")
BIOME = os.path.join(ROOT, "node_modules/.bin/biome")
CALIBRATED_ON = 512

# Between a probability in the Worker's runtime and in torch's simulation. Either may round a tie the other
# way, and the next layer hears it: 0.004 is usual.
LARGEST_DIFFERENCE = 0.02


def install(
    fitted: Fitted,
    recordings: Recordings,
    trained_on: NDArray[np.bool_],
    calibration: Calibration,
    reliability: dict[str, Any],
    into: str | None = None,
) -> None:
    """Exports what `fit` gave on the clips `trained_on` ([clips] booleans) as int8, describes it, and writes the
    vectors of its tests: to where the Worker takes its model from, or all into the folder `into`.

    Raises when the runtime and torch disagree.
    """
    folder, fixtures = (into, into) if into else (MODELS, FIXTURES)
    os.makedirs(folder, exist_ok=True)
    weights = os.path.join(folder, "voice-emotion.onnx")
    network = load(fitted)
    windows = windows_of(recordings, trained_on)
    rounded = write_int8(network, windows, weights)
    difference = largest_difference(weights, rounded, windows[:64])
    logging.info("exported; differs from torch by %.4f at most", difference)
    if difference > LARGEST_DIFFERENCE:
        raise RuntimeError(f"The exported model's probabilities differ from torch's by {difference:.3f}")
    describe(network, weights, **calibration._asdict(), reliability=reliability)
    write_fixtures(rounded, windows, os.path.join(fixtures, "logits.json"))


def windows_of(
    recordings: Recordings, eligible: NDArray[np.bool_], count: int = CALIBRATED_ON, seed: int = 7
) -> NDArray[np.float32]:
    """Up to `count` normalised windows [count, 450, 64] of notes of eligible clips, cut as the Worker cuts them."""
    numbers = range(len(recordings.clips))
    lengths = [len(recordings.cells("clean", number)) for number in numbers]
    notes = [note for note in notes_of(recordings.clips, lengths, WITHOUT_NOTES) if eligible[note[0]]]
    windows = []
    for index in np.random.default_rng(seed).permutation(len(notes)):
        cells = np.concatenate([recordings.cells("clean", number) for number in notes[index]])
        cells = cells.astype(np.float32)
        spans = [(start, end) for start, end, _ in plan_windows(cells) if end - start == FRAMES]
        windows += [normalise(cells[start:end]) for start, end in spans]
        if len(windows) >= count:
            break
    if not windows:
        raise SystemExit("Nobody has 5 s of speech in any one mood: there is nothing to calibrate the model on.")
    return np.stack(windows[:count])


def largest_difference(path: str, network: Model, windows: NDArray[np.float32]) -> float:
    """Between a probability by the file at `path` in the Worker's runtime and one by `network` in torch."""
    cells = torch.as_tensor(windows)
    with torch.no_grad(), OnnxRuntime(path) as runtime:
        exported, trained = (torch.softmax(model(cells), 1) for model in (runtime, network))
    return (exported - trained).abs().max().item()


def describe(network: VoiceNet, weights: str, **more: Any) -> None:
    """Writes the description beside the weights: the Worker's own, brought up to them; `more` replaces further
    entries as they are.

    The version is the beginning of the weights' SHA-256 unless `more` names another.
    """
    with open(weights, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    with open(os.path.join(MODELS, "voice-emotion.json")) as file:
        entries = json.load(file)
    entries["version"] = digest[:12]
    entries["file"] = os.path.basename(weights)
    entries["sha256"] = digest
    entries["opset"] = OPSET
    entries["parameters"] = sum(parameter.numel() for parameter in network.parameters())
    entries["input"].update(minFrames=MIN_FRAMES, padding=PADDING)
    entries["windows"] = dict(frames=FRAMES, wholeUpToFrames=WHOLE_UP_TO, minActiveShare=MIN_ACTIVE_SHARE)
    # Other weights' figures; the check's stay, so that its test fails until they are computed anew.
    entries["figures"] = {"check": entries["figures"]["check"]}
    entries.update(more)
    description = os.path.splitext(weights)[0] + ".json"
    with open(description, "w") as file:
        json.dump(entries, file, indent="\t", ensure_ascii=False)
        file.write("\n")
    if os.path.dirname(weights) == MODELS:
        subprocess.run([BIOME, "format", "--write", description], check=True)
