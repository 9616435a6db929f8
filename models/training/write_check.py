"""Writes the clips by which CI recomputes the card's figures (models/check): features of the check speakers.

    python3 models/training/write_check.py --data <corpora> --work <prepared features>

features.bin: one byte a log-mel cell, 64 a frame, clip after clip: value = lowest + step * byte.
clips.json: that scale, and of each clip in the same order its frames, label, corpus, language, sex and a number that
stands for its speaker. Silence before and after the speech is left out, all but 50 ms.
"""
import argparse
import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.corpora import CHECK_SPEAKERS, LABELS, WITHOUT_NOTES, clips_of
from data.recordings import Recordings
from features.windows import plan_windows

CONDITION = "clean"
EACH = 2
SEED = 22
# From the logarithm of the features' floor (-18.42) to 9.55, above the loudest cell of all check speakers (8.64).
LOWEST, STEP = -18.5, 0.11
LIMIT_BYTES = 2_000_000
HERE = os.path.dirname(os.path.abspath(__file__))


def choose(recordings: Recordings, speakers: Sequence[str] = CHECK_SPEAKERS) -> list[int]:
    """[clip numbers]: up to two of each speaker and emotion, drawn from the shorter half of those with a voice."""
    groups = {}
    for number, clip in enumerate(recordings.clips):
        if clip.speaker in speakers and plan_windows(recordings.speech(CONDITION, number).astype(np.float32)):
            groups.setdefault((speakers.index(clip.speaker), clip.label), []).append(number)
    return [number for _, members in sorted(groups.items()) for number in _draw(recordings, members)]


def _draw(recordings: Recordings, members: Sequence[int]) -> list[int]:
    by_length = sorted(members, key=lambda number: len(recordings.speech(CONDITION, number)))
    shorter = by_length[: max(EACH, (len(members) + 1) // 2)]
    drawn = np.random.default_rng([SEED, members[0]]).choice(shorter, min(EACH, len(shorter)), replace=False)
    return sorted(int(number) for number in drawn)


def encode(cells: NDArray[np.float32]) -> tuple[NDArray[np.uint8], float]:
    """[frames, 64] log-mel cells -> (bytes [frames, 64], the largest error of a cell)."""
    cells = cells.astype(np.float32)
    codes = np.clip(np.round((cells - LOWEST) / STEP), 0, 255).astype(np.uint8)
    return codes, float(np.abs(LOWEST + STEP * codes - cells).max())


def describe(recordings: Recordings, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """One object a clip. Speakers are numbered in the order in which they appear."""
    speakers = list(dict.fromkeys(recordings.clips[number].speaker for number in numbers))
    for number in numbers:
        clip = recordings.clips[number]
        yield {
            "corpus": clip.corpus,
            "language": clip.language,
            "sex": clip.sex,
            "speaker": 1 + speakers.index(clip.speaker),
            "label": LABELS[clip.label],
            "frames": len(recordings.speech(CONDITION, number)),
        }


def write(recordings: Recordings, numbers: Sequence[int], folder: str) -> None:
    """Writes both files; refuses to write more than the repository should hold."""
    encoded, errors = zip(*(encode(recordings.speech(CONDITION, number)) for number in numbers))
    cells = np.concatenate(encoded).tobytes()
    if len(cells) > LIMIT_BYTES:
        raise SystemExit(f"The features would take {len(cells)} bytes; at most {LIMIT_BYTES} are allowed.")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "features.bin"), "wb") as file:
        file.write(cells)
    with open(os.path.join(folder, "clips.json"), "w") as file:
        file.write(_as_json(describe(recordings, numbers)))
    logging.info("%d clips, %d bytes, largest error %.3f", len(numbers), len(cells), max(errors))


def _as_json(clips: Iterable[dict[str, Any]]) -> str:
    """A clip a line, as the project's formatter leaves it."""
    lines = ",\n".join("\t\t{ " + json.dumps(clip)[1:-1] + " }" for clip in clips)
    head = f'\t"scale": {{ "lowest": {LOWEST}, "step": {STEP} }},\n\t"withoutNotes": {json.dumps(WITHOUT_NOTES)},\n'
    return "{\n" + head + '\t"clips": [\n' + lines + "\n\t]\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="folder of manifest.csv and the recordings")
    parser.add_argument("--work", required=True, help="folder of the prepared features")
    parser.add_argument("--out", default=os.path.join(HERE, "..", "check"))
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    recordings = Recordings(clips_of(options.data, None, options.work), options.work, (CONDITION,))
    write(recordings, choose(recordings), options.out)


if __name__ == "__main__":
    main()
