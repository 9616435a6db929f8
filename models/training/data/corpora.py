"""The recordings a model is trained on: one row a clip, from a folder's manifest.csv and the files it names."""
import csv
import os
import subprocess
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LABELS = ("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised")

# The two builds: all corpora, and those whose licences permit commerce. A deployer's own recordings, named with
# --add, join either.
BUILDS = {
    "research": (
        "ravdess", "emodb", "emovo", "nemo", "ased", "urdu", "banglaserx", "iesc",
        "cremad", "hindi", "banglaser", "etod", "eyase",
    ),
    "clean": ("emodb", "cremad", "banglaser"),
}

# Of these, no notes are made: their speakers are not known well enough, or their clips are single commands.
WITHOUT_NOTES = ("iesc",)

# Clips of two ids that share audio belong to one person, or a fold would test on what it was trained on.
SAME_SPEAKER = {"ased_25": "ased_23", "ased_45": "ased_39", "etod_nea": "etod_ema", "etod_neb": "etod_emb"}

# Never trained on by the shipped weights, so that these have figures of their own. Of corpora with four to
# eight speakers none can be spared, but of EmoDB.
CHECK_SPEAKERS = (
    "ravdess_03", "ravdess_04", "emodb_10", "ased_05", "ased_06", "urdu_F3", "urdu_M1",
    "banglaserx_35", "banglaserx_39", "iesc_0e17afa39f",
    "cremad_1002", "cremad_1011", "banglaser_02", "banglaser_03",
)

FOLDS = 5


@dataclass(frozen=True)
class Clip:
    """One labelled recording. `label` indexes LABELS; `sex` is f, m or empty when nobody noted it."""

    id: str
    path: str
    corpus: str
    language: str
    speaker: str
    sex: str
    label: int


def clips_of(data: str | None, added: str | None, work: str) -> list[Clip]:
    """[Clip] of all known corpora in the folder `data`, and of all in the folder `added`, if one is named.

    Corpora that lie there as <corpus>.tar are unpacked into `work`.
    """
    clips = []
    if data:
        clips += read_clips(data, work, BUILDS["research"])
    if added:
        clips += read_clips(added, work)
    if not clips:
        raise SystemExit("No labelled clips: name a folder with a manifest.csv by --data or --add.")
    return clips


def learnable(clips: Sequence[Clip], build: str) -> NDArray[np.bool_]:
    """[clips] whether a build may be trained on them: its corpora, and what is not of the known ones."""
    return np.array([clip.corpus in BUILDS[build] or clip.corpus not in BUILDS["research"] for clip in clips])


def read_clips(folder: str, work: str, corpora: Sequence[str] | None = None) -> list[Clip]:
    """Rows of <folder>/manifest.csv whose emotion is one of LABELS, in order; only of these corpora, if named."""
    with open(os.path.join(folder, "manifest.csv"), newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["emotion"] in LABELS]
    rows = [row for row in rows if corpora is None or row["corpus"] in corpora]
    roots = {corpus: _unpacked(folder, work, corpus) for corpus in {row["corpus"] for row in rows}}
    return [
        Clip(
            id=row["id"],
            path=os.path.join(roots[row["corpus"]], row["file"]),
            corpus=row["corpus"],
            language=row["language"],
            speaker=SAME_SPEAKER.get(row["speaker"], row["speaker"]),
            sex=row["sex"],
            label=LABELS.index(row["emotion"]),
        )
        for row in rows
    ]


def _unpacked(folder: str, work: str, corpus: str) -> str:
    """The folder below which the manifest's paths of this corpus lie."""
    archive, root = os.path.join(folder, f"{corpus}.tar"), os.path.join(work, "clips")
    if not os.path.exists(archive):
        return folder
    if not os.path.exists(os.path.join(root, corpus)):
        os.makedirs(root, exist_ok=True)
        subprocess.run(["tar", "-xf", archive, "-C", root], check=True)
    return root


def fold_of_speakers(clips: Sequence[Clip]) -> dict[str, int]:
    """{speaker: fold}: within each corpus and sex, speakers in a fixed shuffled order are dealt to five folds in turn.

    The dealing goes on from one sex to the next, so that a corpus of four people fills four folds, not two.
    """
    sexes = {clip.speaker: (clip.corpus, clip.sex) for clip in clips}
    folds = {}
    for corpus in sorted({corpus for corpus, _ in sexes.values()}):
        speakers = [speaker for speaker in sexes if sexes[speaker][0] == corpus]
        speakers.sort(key=lambda speaker: (sexes[speaker][1], zlib.crc32(speaker.encode())))
        folds.update({speaker: turn % FOLDS for turn, speaker in enumerate(speakers)})
    return folds
