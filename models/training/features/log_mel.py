"""The Worker's features (src/voice/features) in numpy; test/voice/features.test.ts holds the two together."""
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

SAMPLE_RATE = 16000
FRAME, HOP, FFT = 400, 160, 512
BANDS = 64
LOWEST_HZ, HIGHEST_HZ = 60.0, 7600.0
FLOOR = 1e-8
ACTIVE_RANGE_DB = 35.0
DYNAMIC_RANGE = 16.118  # 70 dB in natural-log units of energy


def hann() -> NDArray[np.float32]:
    """[400] the periodic window."""
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / FRAME)).astype(np.float32)


def _to_mel(hz: ArrayLike) -> NDArray[Any]:
    return 2595 * np.log10(1 + np.asarray(hz, float) / 700)


def _to_hz(mel: ArrayLike) -> NDArray[Any]:
    return 700 * (10 ** (np.asarray(mel, float) / 2595) - 1)


def filters() -> NDArray[np.float32]:
    """[257, 64] triangles, peak 1, on the exact bin frequencies (HTK mel)."""
    edges = _to_hz(np.linspace(_to_mel(LOWEST_HZ), _to_mel(HIGHEST_HZ), BANDS + 2))
    bins = np.arange(FFT // 2 + 1) * SAMPLE_RATE / FFT
    left, centre, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (bins - left) / (centre - left), (right - bins) / (right - centre)
    return np.maximum(0, np.minimum(rising, falling)).T.astype(np.float32)


_HANN, _FILTERS = hann(), filters()


def log_mel(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """float32 samples in [-1, 1] at 16 kHz -> [frames, 64] natural logarithms of band energies."""
    if len(samples) < FRAME:
        samples = np.pad(samples, (0, FRAME - len(samples)))
    frames = np.lib.stride_tricks.sliding_window_view(samples, FRAME)[::HOP]
    spectrum = np.fft.rfft(frames * _HANN, FFT, axis=1)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    return np.log(power @ _FILTERS + FLOOR).astype(np.float32)


def levels(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    """[frames] decibels: the mean band energy of each frame."""
    return 10 * np.log10(np.exp(cells).mean(1))


def active_frames(cells: NDArray[np.float32]) -> NDArray[np.bool_]:
    """[frames] whether a frame is within 35 dB of the 95th percentile."""
    level = levels(cells)
    return level > np.percentile(level, 95) - ACTIVE_RANGE_DB


def normalise(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cut 70 dB below the 99th percentile, then zero mean and unit deviation over the cells of active frames."""
    active = active_frames(cells)
    reference = cells[active] if active.any() else cells
    lowest = np.percentile(reference, 99) - DYNAMIC_RANGE
    reference = np.maximum(reference, lowest)
    return ((np.maximum(cells, lowest) - reference.mean()) / (reference.std() + 1e-3)).astype(np.float32)
