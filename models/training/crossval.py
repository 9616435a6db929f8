"""What networks say of people, and of corpora, that they were not trained on."""
import os
import pickle
from dataclasses import dataclass, replace

import numpy as np

import outliers
from corpora import WITHOUT_NOTES, fold_of_speakers
from export import windows_of
from features import log_mel
from fit import fit
from hear import hear, load
from note_statistics import of_sound
from onnx_runtime import OnnxRuntime
from prepare import decode
from windows import notes_of
from write_onnx import write_int8

OUTLIERS_EACH = 8


@dataclass(frozen=True)
class Heard:
    """One recording as a network heard it. `kind` is clip, note, or the name of an outlier (whose truth is None)."""

    kind: str
    condition: str
    numbers: tuple
    logits: np.ndarray
    weights: np.ndarray
    sound: dict


def splits_of(clips):
    """{name: whether each clip is held out}: five folds of speakers, and each corpus left out."""
    folds = fold_of_speakers(clips)
    named = {f"fold-{fold}": np.array([folds[clip.speaker] == fold for clip in clips]) for fold in set(folds.values())}
    corpora = sorted({clip.corpus for clip in clips})
    if len(corpora) > 1:
        named.update({f"without-{name}": np.array([clip.corpus == name for clip in clips]) for name in corpora})
    return named


def hear_held_out(recordings, work, recipe, name, split, held_out, conditions):
    """[Heard] of everything held out in this split, by a network fitted on the rest. Kept in a file.

    The network is heard in 8-bit integers, as it ships, and as it was trained under the condition "float".
    """
    path = os.path.join(work, f"{name}.{split}.heard")
    if not os.path.exists(path):
        recipe = recipe if split.startswith("fold") else recipe.of_strangers()
        weights = os.path.join(work, f"{name}.{split}.pt")
        network = load(fit(recordings, np.flatnonzero(~held_out), recipe, weights))
        exported = os.path.join(work, f"{name}.{split}.onnx")
        write_int8(network, windows_of(recordings, ~held_out), exported)
        with OnnxRuntime(exported) as integers:
            heard = [one for condition in conditions for one in _hear(integers, recordings, held_out, condition)]
            if split.startswith("fold"):
                heard += _hear_outliers(integers, recordings, held_out)
        if split.startswith("fold"):
            heard += [replace(one, condition="float") for one in _hear(network, recordings, held_out, "clean")]
        with open(path + ".part", "wb") as file:
            pickle.dump(heard, file)
        os.replace(path + ".part", path)
    with open(path, "rb") as file:
        return pickle.load(file)


def _hear(network, recordings, held_out, condition):
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
        Heard(kind, condition, numbers, logits, weights, of_sound(sound))
        for (kind, numbers), sound, (logits, weights) in zip(named, cells, hear(network, cells))
    ]


def _hear_outliers(network, recordings, held_out):
    random = np.random.default_rng(7)
    eligible = [n for n in np.flatnonzero(held_out) if recordings.clips[n].corpus not in WITHOUT_NOTES]
    made = [(name, make(random)) for name, make in outliers.ALONE.items() for _ in range(OUTLIERS_EACH)]
    for name, make in outliers.OF_VOICES.items():
        for _ in range(OUTLIERS_EACH):
            voices = [decode(recordings.clips[n].path) for n in random.choice(eligible, 6, replace=False)]
            made.append((name, make(voices, random)))
    cells = [log_mel(samples) for _, samples in made]
    return [
        Heard(name, "clean", (), logits, weights, of_sound(sound))
        for (name, _), sound, (logits, weights) in zip(made, cells, hear(network, cells))
    ]
