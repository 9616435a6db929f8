"""The windows that the Worker classifies of a recording (src/voice/windows/plan-windows.ts), and notes made of clips."""
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.corpora import Clip
from features.log_mel import active_frames, levels

FRAMES, WHOLE_UP_TO = 450, 540
MIN_ACTIVE_SHARE = 0.3
MIN_FRAMES, PADDING = 48, -2.0
MARGIN = 5
FIRST_BAND, LOWEST_LEVEL, HIGHEST_FLATNESS, MIN_VOICED_FRAMES = 3, -45.0, -4.0, 30
SMOOTHED, LEAST_DEVIATION = 10, 1.0

NOTE_FRAMES, SHORTEST_NOTE, NOTES_EACH = 3000, 500, 3

Window = tuple[int, int, float]
"""First frame, the frame after the last, weight."""


def spectral_shape(cells: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(levels [frames], flatness [frames]) in dB of the bands from 148 Hz on."""
    bands = cells[:, FIRST_BAND:]
    level = 10 * np.log10(np.exp(bands).mean(1))
    return level, bands.mean(1) * 10 / np.log(10) - level


def voiced_frames(cells: NDArray[np.float32]) -> NDArray[np.bool_]:
    """[frames] loud enough, and with the peaks and valleys in its spectrum that a noise does not have."""
    level, flatness = spectral_shape(cells)
    return active_frames(cells) & (level >= LOWEST_LEVEL) & (flatness < HIGHEST_FLATNESS)


def is_steady(cells: NDArray[np.float32]) -> bool:
    """Whether a sound goes on unchanged, as no voice does (src/voice/features/steady-sound.ts)."""
    level = spectral_shape(cells)[0][active_frames(cells)]
    size = min(SMOOTHED, len(level))
    return size == 0 or np.convolve(level, np.full(size, 1 / size), "valid").std() < LEAST_DEVIATION


def plan_windows(cells: NDArray[np.float32]) -> list[Window]:
    """[(start, end, weight)] of a recording's log-mel cells; empty when there is no voice."""
    voiced, active = voiced_frames(cells), active_frames(cells)
    if voiced.sum() < MIN_VOICED_FRAMES or is_steady(cells):
        return []
    energy = np.where(voiced, 10 ** (levels(cells) / 10), 0)
    if len(cells) <= WHOLE_UP_TO:
        sounding = np.flatnonzero(active)
        start, end = max(0, int(sounding[0]) - MARGIN), min(len(cells), int(sounding[-1]) + 1 + MARGIN)
        return [(start, end, energy[start:end].sum())]
    count = -(-len(cells) // FRAMES)
    starts = [i * (len(cells) - FRAMES) // (count - 1) for i in range(count)]
    weighed = [(start, start + FRAMES, energy[start : start + FRAMES].sum()) for start in starts]
    kept = [w for w in weighed if w[2] > 0 and active[w[0] : w[1]].mean() >= MIN_ACTIVE_SHARE]
    return kept or [max(weighed, key=lambda window: window[2])]


def notes_of(
    clips: Sequence[Clip], lengths: Sequence[int], without: Sequence[str] = (), seed: int = 5
) -> list[list[int]]:
    """[(clip numbers)] of notes: what one speaker said in one mood, joined until it lasts 30 s, up to three each.

    A speaker with less to say gives one shorter note, of 5 s at least.
    """
    groups = {}
    for number, clip in enumerate(clips):
        if clip.corpus not in without:
            groups.setdefault((clip.speaker, clip.label), []).append(number)
    notes = []
    for members in groups.values():
        order = np.random.default_rng([seed, members[0]]).permutation(members)
        made, note = [], []
        for number in order:
            note.append(int(number))
            if sum(lengths[n] for n in note) >= NOTE_FRAMES:
                made.append(note)
                note = []
        if not made and sum(lengths[n] for n in note) >= SHORTEST_NOTE:
            made.append(note)
        notes += made[:NOTES_EACH]
    return notes
