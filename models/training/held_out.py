"""Everything that was held out, heard by the network that did not train on it, gathered over the folds."""
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy as np
import torch

from crossval import hear_held_out, splits_of
from progress import log_to
from recordings import Recordings

EVERY_CONDITION = ("clean", "opus", "noise", "telephone", "whisper")


def hear_splits(clips, work, name, recipe, splits, workers, conditions=EVERY_CONDITION):
    """{split: [Heard]}. Folds are heard in these conditions, corpora left out only as they are."""
    held = splits_of(clips)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        hear_one = partial(_hear, clips, work, name, recipe, conditions)
        return dict(zip(splits, pool.map(hear_one, splits, [held[split] for split in splits])))


def _hear(clips, work, name, recipe, conditions, split, held_out):
    torch.set_num_threads(1)
    log_to(work)
    if not split.startswith("fold"):
        conditions = ("clean",)
    recordings = Recordings(clips, work, {*recipe.conditions, *conditions})
    return hear_held_out(recordings, work, recipe, name, split, held_out, conditions)


def pick(heard, kind, condition="clean"):
    """Those of one kind and condition in which a voice was heard."""
    return [one for one in heard if one.kind == kind and one.condition == condition and len(one.logits)]


def truth_of(clips, heard):
    return np.array([clips[one.numbers[0]].label for one in heard])


def named(clips, heard, field):
    return np.array([getattr(clips[one.numbers[0]], field) for one in heard])
