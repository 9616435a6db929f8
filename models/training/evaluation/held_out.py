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
from evaluation.cross_validation import infer_held_out, splits_of
from evaluation.reading import Reading, Splits
from network.recipes import Recipe
from progress import log_to

EVERY_CONDITION = ("clean", "opus", "noise", "telephone", "whisper")


def infer_splits(
    clips: Sequence[Clip],
    work: str,
    name: str,
    recipe: Recipe,
    splits: Sequence[str],
    workers: int,
    conditions: Iterable[str] = EVERY_CONDITION,
) -> Splits:
    """{split: [Reading]}. Folds are read in these conditions, corpora left out only as they are."""
    held = splits_of(clips)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        infer_one = partial(_infer, clips, work, name, recipe, conditions)
        return dict(zip(splits, pool.map(infer_one, splits, [held[split] for split in splits])))


def _infer(
    clips: Sequence[Clip],
    work: str,
    name: str,
    recipe: Recipe,
    conditions: Iterable[str],
    split: str,
    held_out: NDArray[np.bool_],
) -> list[Reading]:
    torch.set_num_threads(1)
    log_to(work)
    if not split.startswith("fold"):
        conditions = ("clean",)
    recordings = Recordings(clips, work, {*recipe.conditions, *conditions})
    return infer_held_out(recordings, work, recipe, name, split, held_out, conditions)


def pick(readings: Sequence[Reading], kind: str, condition: str = "clean") -> list[Reading]:
    """Those of one kind and condition in which there is a voice."""
    return [one for one in readings if one.kind == kind and one.condition == condition and len(one.logits)]


def truth_of(clips: Sequence[Clip], readings: Sequence[Reading]) -> NDArray[np.int64]:
    return np.array([clips[one.numbers[0]].label for one in readings])


def named(clips: Sequence[Clip], readings: Sequence[Reading], field: str) -> NDArray[Any]:
    return np.array([getattr(clips[one.numbers[0]], field) for one in readings])
