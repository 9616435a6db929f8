"""What lies between a mouth and a file, put on a batch of samples [batch, samples] (float32, 16 kHz), on its device.

Each change is made to a share of the clips, drawn anew in every batch.
"""
import math
from collections.abc import Callable

import torch

from features.log_mel import SAMPLE_RATE
from network.draw import Draw

LONGEST_ROOM = 0.7  # seconds until its sound has fallen by 60 dB


class Acoustics:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw

    def __call__(self, samples: torch.Tensor, strength: float) -> torch.Tensor:
        """Loudness, rooms, noise, babble, narrow channels; a change has `strength` times its usual share of clips."""
        samples = samples * 10 ** self.draw.uniform(-0.8, 0.2, len(samples), 1)
        samples = self._some(samples, 0.4 * strength, self._in_a_room)
        samples = self._some(samples, 0.3 * strength, self._with_noise)
        samples = self._some(samples, 0.15 * strength, self._with_babble)
        samples = self._some(samples, 0.08 * strength, self._clipped)
        return self._some(samples, 0.25 * strength, self._narrow)

    def _some(
        self, samples: torch.Tensor, share: float, change: Callable[[torch.Tensor], torch.Tensor]
    ) -> torch.Tensor:
        chosen = self.draw.some(len(samples), share)
        return samples.index_copy(0, chosen, change(samples[chosen])) if len(chosen) else samples

    def _in_a_room(self, samples: torch.Tensor) -> torch.Tensor:
        """A direct path and a tail of noise that falls 60 dB in 0.12 to 0.7 s."""
        batch, count = samples.shape
        tail = int(LONGEST_ROOM * SAMPLE_RATE)
        time = self.draw.range(tail)[None] / SAMPLE_RATE
        response = self.draw.normal(batch, tail) * 10 ** (-3 * time / self.draw.uniform(0.12, LONGEST_ROOM, batch, 1))
        response = response / response.norm(dim=1, keepdim=True) * self.draw.uniform(0.2, 1.1, batch, 1)
        response[:, 0] = 1
        size = _fast(count + tail)
        return torch.fft.irfft(torch.fft.rfft(samples, size) * torch.fft.rfft(response, size), size)[:, :count]

    def _with_noise(self, samples: torch.Tensor) -> torch.Tensor:
        """Noise whose power falls with frequency to the power of 0 (white) to 2 (brown), 4 to 30 dB below the speech."""
        batch, count = samples.shape
        size = _fast(count)
        frequency = (self.draw.range(size // 2 + 1) / (size // 2)).clamp_min(80 / SAMPLE_RATE)
        spectrum = torch.fft.rfft(self.draw.normal(batch, size)) * frequency ** -self.draw.uniform(0, 1, batch, 1)
        return self._mixed(samples, torch.fft.irfft(spectrum, size)[:, :count], 4, 30)

    def _with_babble(self, samples: torch.Tensor) -> torch.Tensor:
        """Three other clips at once, from other places on, 8 to 30 dB below the speech."""
        others = samples / _level(samples)
        count = samples.shape[1]
        babble = sum(others.roll((turn + 1, (turn + 1) * count // 5), (0, 1)) for turn in range(3))
        return self._mixed(samples, babble, 8, 30)

    def _mixed(self, samples: torch.Tensor, noise: torch.Tensor, least: float, most: float) -> torch.Tensor:
        decibels = self.draw.uniform(least, most, len(samples), 1)
        return samples + noise / (noise.std(1, keepdim=True) + 1e-9) * _level(samples) * 10 ** (-decibels / 20)

    def _clipped(self, samples: torch.Tensor) -> torch.Tensor:
        """Too loud for its microphone."""
        peak = samples.abs().amax(1, keepdim=True) + 1e-6
        drive = self.draw.uniform(1.5, 8, len(samples), 1)
        return torch.tanh(samples / peak * drive) * peak / drive

    def _narrow(self, samples: torch.Tensor) -> torch.Tensor:
        """A band from 60 to 400 Hz up to 2.8 to 7 kHz; every other clip in mu-law of 8 bits (G.711) after that."""
        batch, count = samples.shape
        size = _fast(count)
        frequency = self.draw.range(size // 2 + 1)[None] * (SAMPLE_RATE / size)
        low = 10 ** self.draw.uniform(math.log10(60), math.log10(400), batch, 1)
        high = 10 ** self.draw.uniform(math.log10(2800), math.log10(7000), batch, 1)
        gain = 1 / torch.sqrt((1 + (low / (frequency + 1)) ** 8) * (1 + (frequency / high) ** 16))
        narrow = torch.fft.irfft(torch.fft.rfft(samples, size) * gain, size)[:, :count]
        peak = narrow.abs().amax(1, keepdim=True) + 1e-6
        companded = torch.round(torch.log1p(255 * narrow.abs() / peak) / math.log(256) * 127) / 127
        coarse = torch.sign(narrow) * torch.expm1(companded * math.log(256)) / 255 * peak
        coarse_too = (self.draw.range(batch) % 2 == 0)[:, None]
        return torch.where(coarse_too, coarse, narrow)


def _level(samples: torch.Tensor) -> torch.Tensor:
    """[batch, 1] root mean square of the loudest half of 25 ms blocks, so that pauses do not count."""
    energies = samples.unfold(1, 400, 400).square().mean(2).sort(1).values
    return energies[:, energies.shape[1] // 2 :].mean(1, keepdim=True).sqrt() + 1e-6


def _fast(count: int) -> int:
    """The next length that is quick to transform."""
    return 1 << (count - 1).bit_length()
