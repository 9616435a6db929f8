"""Decodes every clip once, then makes the features of each condition.

<work>/pcm.npy holds the samples of all clips (int16, 16 kHz), <work>/<condition>.npy their features; beside each,
.offsets.npy says where a clip begins. What is there is not made again, so a run that was cut off goes on.
"""
import json
import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

from data import conditions
from data.corpora import Clip
from data.recordings import Pcm
from features.log_mel import SAMPLE_RATE, log_mel

CONDITIONS = ("clean", "opus", "noise", "telephone", "whisper")
SEED = 20
CHUNK = 500


def decode(path: str) -> NDArray[np.float32]:
    """Samples of a file at 16 kHz mono, float32."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    samples = samples.mean(1)
    return samples if rate == SAMPLE_RATE else resample_poly(samples, SAMPLE_RATE, rate).astype(np.float32)


def prepare(clips: Sequence[Clip], work: str, names: Sequence[str] = CONDITIONS, workers: int = 2) -> None:
    """Makes what is missing of the samples and of the conditions `names` in the folder `work`."""
    os.makedirs(work, exist_ok=True)
    _assert_same_clips(clips, work)
    paths = [clip.path for clip in clips]
    for name, make in [("pcm", partial(_samples_of, paths)), *((name, partial(_features_of, name, work)) for name in names)]:
        if not os.path.exists(os.path.join(work, f"{name}.npy")):
            _store(name, work, make, len(clips), workers)


def _store(name: str, work: str, make: Callable[[range], list[NDArray[Any]]], count: int, workers: int) -> None:
    """Writes what `make` gives of each chunk of clip numbers, one clip after the other, without holding all of it."""
    target = os.path.join(work, f"{name}.npy")
    chunks = [range(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK)]
    lengths = []
    with ProcessPoolExecutor(workers) as pool, open(target + ".raw", "wb") as file:
        for parts in pool.map(make, chunks):
            lengths += map(len, parts)
            np.concatenate(parts).tofile(file)
            kind, shape = parts[0].dtype, parts[0].shape[1:]
    total = np.memmap(target + ".raw", kind, "r", shape=(sum(lengths), *shape))
    np.save(os.path.join(work, f"{name}.offsets.npy"), np.cumsum([0, *lengths]))
    np.save(target + ".part.npy", total)
    os.replace(target + ".part.npy", target)
    os.remove(target + ".raw")
    logging.info("%s: %d clips, %d rows", name, count, sum(lengths))


def _samples_of(paths: Sequence[str], numbers: range) -> list[NDArray[np.int16]]:
    return [np.int16(np.clip(decode(paths[number]), -1, 1) * 32767) for number in numbers]


def _features_of(name: str, work: str, numbers: range) -> list[NDArray[np.float16]]:
    """Features of the clips with these numbers. Opus hears a chunk as one recording, for speed."""
    pcm = Pcm(work)
    recordings = [pcm.samples(number) for number in numbers]
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


def _condition(
    name: str, samples: NDArray[np.float32], others: Sequence[NDArray[np.float32]], random: np.random.Generator
) -> NDArray[np.float32]:
    if name == "clean":
        return samples
    if name == "noise":
        return conditions.with_noise(samples, 10, others, random)
    if name == "telephone":
        return conditions.telephone(samples)
    return conditions.whispered(samples, random)


def _assert_same_clips(clips: Sequence[Clip], work: str) -> None:
    path = os.path.join(work, "clips.json")
    ids = [clip.id for clip in clips]
    if not os.path.exists(path):
        with open(path, "w") as file:
            json.dump(ids, file)
    with open(path) as file:
        if json.load(file) != ids:
            raise SystemExit(f"{work} holds the features of other recordings: empty it or name another folder.")
