"""Readings of people, and of corpora, that the networks were not trained on."""
import os
import pickle
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from data import outliers
from data.corpora import CHECK_SPEAKERS, WITHOUT_NOTES, Clip, fold_of_speakers
from data.prepare import decode
from data.recordings import Recordings
from evaluation.reading import Reading
from export.install import windows_of
from export.onnx_runtime import OnnxRuntime
from export.write_onnx import write_int8
from features.log_mel import log_mel
from features.note_statistics import of_sound
from features.windows import notes_of
from network.fit import fit
from network.inference import infer, load
from network.model import Model
from network.recipes import Recipe

OUTLIERS_EACH = 8


FINAL = "final"
"""The split of the weights that ship: it holds out the check speakers, and what they may not be trained on."""


def splits_of(clips: Sequence[Clip], may_learn: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """{name: whether each clip is held out}: five folds of the speakers that are learnt from, and FINAL.

    Strangers are the corpora that are not learnt from: the weights that ship are read on them. Where there are none,
    each corpus is left out in turn of a network of its own.
    """
    folds = fold_of_speakers([clip for clip, learnt in zip(clips, may_learn) if learnt])
    fold_of = np.array([folds[clip.speaker] if learnt else -1 for clip, learnt in zip(clips, may_learn)])
    named = {f"fold-{fold}": fold_of == fold for fold in sorted(set(folds.values()))}
    corpora = sorted({clip.corpus for clip in clips})
    if may_learn.all() and len(corpora) > 1:
        named.update({f"without-{name}": np.array([clip.corpus == name for clip in clips]) for name in corpora})
    named[FINAL] = ~may_learn | np.array([clip.speaker in CHECK_SPEAKERS for clip in clips])
    return named


def infer_held_out(
    recordings: Recordings,
    work: str,
    recipe: Recipe,
    name: str,
    split: str,
    held_out: NDArray[np.bool_],
    may_learn: NDArray[np.bool_],
    conditions: Iterable[str],
) -> list[Reading]:
    """[Reading] of everything held out in this split, by a network fitted on the rest that `may_learn`. Kept in a file.

    The network is run in 8-bit integers, as it ships.
    """
    path = os.path.join(work, f"{name}.{split}.readings")
    if not os.path.exists(path):
        recipe = recipe.for_corpus_left_out() if split.startswith("without") else recipe
        learnt = ~held_out & may_learn
        weights = os.path.join(work, f"{name}.{split}.pt")
        network = load(fit(recordings, np.flatnonzero(learnt), recipe, weights))
        exported = os.path.join(work, f"{name}.{split}.onnx")
        write_int8(network, windows_of(recordings, learnt), exported)
        with OnnxRuntime(exported) as integers:
            readings = [one for condition in conditions for one in _infer(integers, recordings, held_out, condition)]
            if split.startswith("fold"):
                readings += _infer_outliers(integers, recordings, held_out)
        with open(path + ".part", "wb") as file:
            pickle.dump(readings, file)
        os.replace(path + ".part", path)
    with open(path, "rb") as file:
        return pickle.load(file)


def _infer(network: Model, recordings: Recordings, held_out: NDArray[np.bool_], condition: str) -> list[Reading]:
    """Notes, and clips as they were recorded."""
    lengths = [len(recordings.cells(condition, number)) for number in range(len(recordings.clips))]
    notes = [note for note in notes_of(recordings.clips, lengths, WITHOUT_NOTES) if held_out[note[0]]]
    named = [("note", tuple(note)) for note in notes]
    if condition == "clean":
        named += [("clip", (int(number),)) for number in np.flatnonzero(held_out)]
    cells = [
        np.concatenate([recordings.cells(condition, number) for number in numbers]).astype(np.float32)
        for _, numbers in named
    ]
    return [
        Reading(kind, condition, numbers, *windows, of_sound(sound))
        for (kind, numbers), sound, windows in zip(named, cells, infer(network, cells))
    ]


def _infer_outliers(network: Model, recordings: Recordings, held_out: NDArray[np.bool_]) -> list[Reading]:
    random = np.random.default_rng(7)
    eligible = [n for n in np.flatnonzero(held_out) if recordings.clips[n].corpus not in WITHOUT_NOTES]
    made = [(name, make(random)) for name, make in outliers.ALONE.items() for _ in range(OUTLIERS_EACH)]
    for name, make in outliers.OF_VOICES.items():
        for _ in range(OUTLIERS_EACH):
            voices = [decode(recordings.clips[n].path) for n in random.choice(eligible, 6, replace=False)]
            made.append((name, make(voices, random)))
    cells = [log_mel(samples) for _, samples in made]
    return [
        Reading(name, "clean", (), *windows, of_sound(sound))
        for (name, _), sound, windows in zip(made, cells, infer(network, cells))
    ]
