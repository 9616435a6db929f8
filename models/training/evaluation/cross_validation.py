"""Cross-validation: readings of people, and of corpora, that the networks were not trained on."""
import os
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from data import outliers
from data.corpora import WITHOUT_NOTES, Clip, fold_of_speakers
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


def splits_of(clips: Sequence[Clip]) -> dict[str, NDArray[np.bool_]]:
    """{name: whether each clip is held out}: five folds of speakers, and each corpus left out."""
    folds = fold_of_speakers(clips)
    named = {f"fold-{fold}": np.array([folds[clip.speaker] == fold for clip in clips]) for fold in set(folds.values())}
    corpora = sorted({clip.corpus for clip in clips})
    if len(corpora) > 1:
        named.update({f"without-{name}": np.array([clip.corpus == name for clip in clips]) for name in corpora})
    return named


def infer_held_out(
    recordings: Recordings,
    work: str,
    recipe: Recipe,
    name: str,
    split: str,
    held_out: NDArray[np.bool_],
    conditions: Iterable[str],
) -> list[Reading]:
    """[Reading] of everything held out in this split, by a network fitted on the rest. Kept in a file.

    The network is run in 8-bit integers, as it ships; under the condition "float" as it was trained.
    """
    path = os.path.join(work, f"{name}.{split}.readings")
    if not os.path.exists(path):
        recipe = recipe if split.startswith("fold") else recipe.for_corpus_left_out()
        weights = os.path.join(work, f"{name}.{split}.pt")
        network = load(fit(recordings, np.flatnonzero(~held_out), recipe, weights))
        exported = os.path.join(work, f"{name}.{split}.onnx")
        write_int8(network, windows_of(recordings, ~held_out), exported)
        with OnnxRuntime(exported) as integers:
            readings = [one for condition in conditions for one in _infer(integers, recordings, held_out, condition)]
            if split.startswith("fold"):
                readings += _infer_outliers(integers, recordings, held_out)
        if split.startswith("fold"):
            readings += [replace(one, condition="float") for one in _infer(network, recordings, held_out, "clean")]
        with open(path + ".part", "wb") as file:
            pickle.dump(readings, file)
        os.replace(path + ".part", path)
    with open(path, "rb") as file:
        return pickle.load(file)


def _infer(network: Model, recordings: Recordings, held_out: NDArray[np.bool_], condition: str) -> list[Reading]:
    """Notes and clips; of clips in a condition that was put on them, every third is enough."""
    lengths = [len(recordings.cells(condition, number)) for number in range(len(recordings.clips))]
    notes = [note for note in notes_of(recordings.clips, lengths, WITHOUT_NOTES) if held_out[note[0]]]
    named = [("note", tuple(note)) for note in notes]
    if condition != "whisper":
        step = 1 if condition == "clean" else 3
        named += [("clip", (int(number),)) for number in np.flatnonzero(held_out)[::step]]
    cells = [
        np.concatenate([recordings.cells(condition, number) for number in numbers]).astype(np.float32)
        for _, numbers in named
    ]
    return [
        Reading(kind, condition, numbers, logits, weights, of_sound(sound))
        for (kind, numbers), sound, (logits, weights) in zip(named, cells, infer(network, cells))
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
        Reading(name, "clean", (), logits, weights, of_sound(sound))
        for (name, _), sound, (logits, weights) in zip(made, cells, infer(network, cells))
    ]
