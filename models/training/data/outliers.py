"""Recordings the model cannot know the mood of: sounds that are no voice, and voices that are not one person's.

Each is a function of a numpy Generator giving float32 samples at 16 kHz, except those that mix given clips.
"""
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.conditions import babble, coloured_noise, level
from features.log_mel import SAMPLE_RATE

SECONDS = 20
COUNT = SECONDS * SAMPLE_RATE
LONGEST_NOTE = 2  # seconds
_TIME = np.arange(COUNT) / SAMPLE_RATE


def tone(random: np.random.Generator) -> NDArray[np.float32]:
    """Two sines, together swelling and fading: one that is held is refused as steady, before reliability is estimated."""
    first = random.uniform(80, 3000)
    second = first * random.choice([1, 1.01, 1.5, 2])
    sines = np.sin(2 * np.pi * first * _TIME) + np.sin(2 * np.pi * second * _TIME)
    return (0.2 * _swell(random) * sines).astype(np.float32)


def noise(random: np.random.Generator) -> NDArray[np.float32]:
    """Coloured noise, swelling and fading like wind or traffic."""
    return (0.1 * _swell(random) * coloured_noise(COUNT, random.uniform(0, 2), random)).astype(np.float32)


def _swell(random: np.random.Generator) -> NDArray[np.float32]:
    return np.interp(_TIME, np.linspace(0, SECONDS, 12), random.uniform(0.2, 1, 12))


def music(random: np.random.Generator) -> NDArray[np.float32]:
    """Chords of plucked or held notes with overtones, over a beat of noise."""
    beat = random.uniform(0.25, 0.7)
    key = 110 * 2 ** (random.integers(12) / 12)
    samples = np.zeros(COUNT)
    for start in np.arange(0, SECONDS, beat):
        ringing = slice(int(start * SAMPLE_RATE), int((start + LONGEST_NOTE) * SAMPLE_RATE))
        since = _TIME[ringing] - start
        shape = np.exp(-since / random.uniform(0.1, 1.5))
        for step in random.choice([0, 2, 4, 5, 7, 9, 11, 12, 16, 19], 3, replace=False):
            for overtone in range(1, 6):
                note = np.sin(2 * np.pi * key * 2 ** (step / 12) * overtone * since)
                samples[ringing] += shape * note / overtone**1.5
        samples[ringing] += 0.6 * shape * np.exp(-since / 0.05) * random.standard_normal(len(since))
    return (0.2 * samples / np.abs(samples).max()).astype(np.float32)


def crowd(voices: Sequence[NDArray[np.float32]], random: np.random.Generator) -> NDArray[np.float32]:
    """Five people at once."""
    return (0.1 * babble(COUNT, voices, random)).astype(np.float32)


def two_at_once(voices: Sequence[NDArray[np.float32]], random: np.random.Generator) -> NDArray[np.float32]:
    """Two people who talk over each other, equally loud."""
    one, other = (np.resize(np.concatenate(half), COUNT) for half in (voices[:3], voices[3:]))
    return (0.05 * (one / level(one) + other / level(other))).astype(np.float32)


def in_turns(voices: Sequence[NDArray[np.float32]], random: np.random.Generator) -> NDArray[np.float32]:
    """Several people, one after the other, in whatever mood each is."""
    return np.resize(np.concatenate([0.05 * voice / level(voice) for voice in voices]), COUNT).astype(np.float32)


ALONE = {"tone": tone, "noise": noise, "music": music}
OF_VOICES = {"crowd": crowd, "two at once": two_at_once, "in turns": in_turns}
