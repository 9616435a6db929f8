"""Readings of everything that was held out, gathered over the folds."""
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from data.corpora import Clip
from data.recordings import Recordings
from evaluation.cross_validation import FINAL, infer_held_out, splits_of
from evaluation.reading import Reading, Splits
from network.recipes import Recipe
from progress import log_to

EVERY_CONDITION = ("clean", "opus", "noise", "telephone", "whisper")


def infer_splits(
    clips: Sequence[Clip],
    work: str,
    name: str,
    recipe: Recipe,
    may_learn: NDArray[np.bool_],
    workers: int,
    conditions: Iterable[str] = EVERY_CONDITION,
) -> Splits:
    """{split: [Reading]}. Folds are read in these conditions, corpora left out only as they are.

    What the weights that ship make of corpora that they were not trained on stands under "without-<corpus>" too.
    """
    held = splits_of(clips, may_learn)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        infer_one = partial(_infer, clips, work, name, recipe, may_learn, conditions)
        readings = dict(zip(held, pool.map(infer_one, held, held.values())))
    for one in readings.pop(FINAL):
        if not may_learn[one.numbers[0]]:
            readings.setdefault(f"without-{clips[one.numbers[0]].corpus}", []).append(one)
    return readings


def apart(readings: Splits) -> tuple[Splits, Splits]:
    """(the folds of people, the corpora left out)."""
    folds = {split: some for split, some in readings.items() if split.startswith("fold")}
    return folds, {split: some for split, some in readings.items() if split not in folds}


def _infer(
    clips: Sequence[Clip],
    work: str,
    name: str,
    recipe: Recipe,
    may_learn: NDArray[np.bool_],
    conditions: Iterable[str],
    split: str,
    held_out: NDArray[np.bool_],
) -> list[Reading]:
    torch.set_num_threads(1)
    log_to(work)
    if not split.startswith("fold"):
        conditions = ("clean",)
    recordings = Recordings(clips, work, {"clean", *conditions})
    return infer_held_out(recordings, work, recipe, name, split, held_out, may_learn, conditions)


def pick(readings: Sequence[Reading], kind: str, condition: str = "clean") -> list[Reading]:
    """Those of one kind and condition in which there is a voice."""
    return [one for one in readings if one.kind == kind and one.condition == condition and len(one.logits)]


def truth_of(clips: Sequence[Clip], readings: Sequence[Reading]) -> NDArray[np.int64]:
    return np.array([clips[one.numbers[0]].label for one in readings])


def named(clips: Sequence[Clip], readings: Sequence[Reading], field: str) -> NDArray[Any]:
    return np.array([getattr(clips[one.numbers[0]], field) for one in readings])
