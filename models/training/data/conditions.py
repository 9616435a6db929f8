"""Recording conditions, from microphone to codec: each turns the samples of one clip into others.

Samples are float32 in [-1, 1] at 16 kHz; `random` is a numpy Generator seeded by the clip.
"""
import subprocess
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, resample_poly, sosfilt

from features.log_mel import SAMPLE_RATE

TELEPHONE_BAND = butter(4, [300, 3400], "bandpass", fs=8000, output="sos")


def level(samples: NDArray[np.float32]) -> float:
    """Root mean square of the loudest half of 25 ms blocks, so that pauses do not count."""
    blocks = samples[: len(samples) // 400 * 400].reshape(-1, 400)
    energies = np.sort((blocks**2).mean(1)) if len(blocks) else np.array([(samples**2).mean()])
    return float(np.sqrt(energies[len(energies) // 2 :].mean()) + 1e-6)


def coloured_noise(count: int, slope: float, random: np.random.Generator) -> NDArray[np.float32]:
    """Unit noise whose power falls with frequency to the power of `slope`: 0 white, 1 pink, 2 brown."""
    spectrum = np.fft.rfft(random.standard_normal(count))
    spectrum *= np.maximum(np.arange(len(spectrum)) / len(spectrum), 40 / SAMPLE_RATE) ** (-slope / 2)
    noise = np.fft.irfft(spectrum, count)
    return (noise / (noise.std() + 1e-9)).astype(np.float32)


def babble(count: int, others: Sequence[NDArray[np.float32]], random: np.random.Generator) -> NDArray[np.float32]:
    """Unit sum of five other clips, each from a random place on."""
    total = np.zeros(count, np.float32)
    for other in others:
        total += np.roll(np.resize(other, count), int(random.integers(count))) / level(other)
    return total / (total.std() + 1e-9)


def with_noise(
    samples: NDArray[np.float32], decibels: float, others: Sequence[NDArray[np.float32]], random: np.random.Generator
) -> NDArray[np.float32]:
    """Speech with coloured noise or babble at a signal-to-noise ratio in dB."""
    if random.random() < 0.4:
        noise = babble(len(samples), others, random)
    else:
        noise = coloured_noise(len(samples), random.uniform(0, 2), random)
    return samples + noise * level(samples) * 10 ** (-decibels / 20)


def telephone(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """300 to 3,400 Hz at 8 kHz, mu-law of 8 bits (G.711), and back."""
    narrow = np.clip(sosfilt(TELEPHONE_BAND, resample_poly(samples, 1, 2)), -1, 1)
    companded = np.sign(narrow) * np.log1p(255 * np.abs(narrow)) / np.log(256)
    companded = np.round(companded * 127) / 127
    narrow = np.sign(companded) * np.expm1(np.abs(companded) * np.log(256)) / 255
    return resample_poly(narrow, 2, 1).astype(np.float32)[: len(samples)]


def in_a_room(samples: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    """A synthetic room: a direct path and a tail of noise that falls 60 dB in 0.15 to 0.6 s."""
    seconds = random.uniform(0.15, 0.6)
    count = int(seconds * SAMPLE_RATE)
    tail = random.standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
    tail *= random.uniform(0.2, 0.9) / np.sqrt((tail**2).sum())
    tail[0] = 1
    return fftconvolve(samples, tail)[: len(samples)].astype(np.float32)


def at_speed(samples: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    """Played up to 10 % slower or faster: tempo, pitch and formants move together, as between people."""
    up = int(random.integers(90, 111))
    return resample_poly(samples, up, 100).astype(np.float32)


def varied(
    samples: NDArray[np.float32], others: Sequence[NDArray[np.float32]], random: np.random.Generator
) -> NDArray[np.float32]:
    """For training: another speed, mostly a room, mostly some noise."""
    samples = at_speed(samples, random)
    if random.random() < 0.6:
        samples = in_a_room(samples, random)
    if random.random() < 0.7:
        samples = with_noise(samples, random.uniform(8, 30), others, random)
    return samples


def whispered(samples: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    """Noise in place of the voice: the spectrum's envelope (cepstrum below 1.2 ms) on a random phase."""
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(samples, 512), 512)[::128]
    window = np.hanning(512)
    log_magnitude = np.log(np.abs(np.fft.rfft(frames * window, axis=1)) + 1e-5)
    cepstrum = np.fft.irfft(log_magnitude, axis=1)
    cepstrum[:, 20:-19] = 0
    envelope = np.exp(np.fft.rfft(cepstrum, axis=1).real)
    noise = np.fft.rfft(random.standard_normal(frames.shape) * window, axis=1)
    pieces = np.fft.irfft(noise / (np.abs(noise).mean() + 1e-9) * envelope, axis=1) * window
    out = np.zeros(len(samples) + 1024, np.float32)
    for i, piece in enumerate(pieces):
        out[i * 128 : i * 128 + 512] += piece
    return out[512 : 512 + len(samples)]


def through_opus(samples: NDArray[np.float32], kilobits: int = 16) -> NDArray[np.float32]:
    """Encoded by libopus and decoded again, by ffmpeg. As long as what went in."""
    quiet = ["ffmpeg", "-v", "error", "-threads", "1"]
    raw = ["-f", "s16le", "-ar", str(SAMPLE_RATE), "-ac", "1"]
    encoded = subprocess.run(
        [*quiet, *raw, "-i", "-", "-c:a", "libopus", "-b:a", f"{kilobits}k", "-compression_level", "4",
         "-f", "ogg", "-"],
        input=np.int16(np.clip(samples, -1, 1) * 32767).tobytes(), stdout=subprocess.PIPE, check=True,
    ).stdout
    decoded = subprocess.run([*quiet, "-i", "-", *raw, "-"], input=encoded, stdout=subprocess.PIPE, check=True).stdout
    result = np.frombuffer(decoded, np.int16).astype(np.float32) / 32768
    return np.pad(result, (0, max(0, len(samples) - len(result))))[: len(samples)]
