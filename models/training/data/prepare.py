"""Decodes every clip and keeps the features of each condition: <work>/<condition>.npy and <condition>.offsets.npy.

A condition that is there already is not made again, so a run that was cut off goes on where it was.
"""
import json
import logging
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

from data import conditions
from data.corpora import Clip
from features.log_mel import BANDS, SAMPLE_RATE, log_mel

CONDITIONS = ("clean", "opus", "varied", "noise", "telephone", "whisper")
SEED = 20
CHUNK = 500


def decode(path: str) -> NDArray[np.float32]:
    """Samples of a file at 16 kHz mono, float32."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    samples = samples.mean(1)
    return samples if rate == SAMPLE_RATE else resample_poly(samples, SAMPLE_RATE, rate).astype(np.float32)


def _condition(
    name: str, samples: NDArray[np.float32], others: Sequence[NDArray[np.float32]], random: np.random.Generator
) -> NDArray[np.float32]:
    if name == "clean":
        return samples
    if name == "varied":
        return conditions.varied(samples, others, random)
    if name == "noise":
        return conditions.with_noise(samples, 10, others, random)
    if name == "telephone":
        return conditions.telephone(samples)
    return conditions.whispered(samples, random)


def _features_of(name: str, clips: Sequence[Clip], numbers: Sequence[int]) -> list[NDArray[np.float16]]:
    """Features of the clips with these numbers. Opus hears a chunk as one recording, for speed."""
    recordings = [decode(clips[number].path) for number in numbers]
    if name == "opus":
        joined = conditions.through_opus(np.concatenate(recordings))
        parts = np.split(joined, np.cumsum([len(recording) for recording in recordings])[:-1])
    else:
        parts = []
        for number, recording in zip(numbers, recordings):
            random = np.random.default_rng([SEED, number])
            others = [recordings[i] for i in random.integers(len(recordings), size=5)]
            parts.append(_condition(name, recording, others, random))
    return [log_mel(part.astype(np.float32)).astype(np.float16) for part in parts]


def prepare(clips: Sequence[Clip], work: str, names: Sequence[str] = CONDITIONS, workers: int = 2) -> None:
    """Makes what is missing of `names` in the folder `work`."""
    os.makedirs(work, exist_ok=True)
    _assert_same_clips(clips, work)
    chunks = [range(start, min(start + CHUNK, len(clips))) for start in range(0, len(clips), CHUNK)]
    for name in names:
        target = os.path.join(work, f"{name}.npy")
        if os.path.exists(target):
            continue
        with ProcessPoolExecutor(workers) as pool:
            features = [cells for chunk in pool.map(partial(_features_of, name, clips), chunks) for cells in chunk]
        np.save(os.path.join(work, f"{name}.offsets.npy"), np.cumsum([0, *map(len, features)]))
        np.save(target + ".part.npy", np.concatenate(features))
        os.replace(target + ".part.npy", target)
        logging.info("%s: %d clips, %d frames of %d bands", name, len(clips), sum(map(len, features)), BANDS)


def _assert_same_clips(clips: Sequence[Clip], work: str) -> None:
    path = os.path.join(work, "clips.json")
    ids = [clip.id for clip in clips]
    if not os.path.exists(path):
        with open(path, "w") as file:
            json.dump(ids, file)
    with open(path) as file:
        if json.load(file) != ids:
            raise SystemExit(f"{work} holds the features of other recordings: empty it or name another folder.")
