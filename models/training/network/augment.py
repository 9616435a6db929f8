"""Changes to a batch of log-mel cells [batch, frames, 64], all clips at once."""
import math

import torch
from torch.nn import functional as F

from features.log_mel import BANDS, DYNAMIC_RANGE

ACTIVE_RANGE = 35 / 10 * math.log(10)


class Augment:
    """Draws from its own seeded generator, so that a run can be repeated."""

    def __init__(self, seed: int) -> None:
        self.random = torch.Generator().manual_seed(seed)
        self.axis = torch.linspace(-1, 1, BANDS)
        # Log of an averaged periodogram of noise (gamma, shape 2): drawn once, cut at random places.
        uniform = torch.rand(2, 1 << 23, generator=self.random).clamp_min(1e-9)
        self.speckle = 0.5 * torch.log(-0.5 * torch.log(uniform[0] * uniform[1]) + 1e-6)

    def uniform(self, low: float, high: float, *shape: int) -> torch.Tensor:
        return torch.empty(*shape).uniform_(low, high, generator=self.random)

    def normal(self, deviation: float, *shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=self.random) * deviation

    def chance(self, share: float, *shape: int) -> torch.Tensor:
        return torch.rand(*shape, generator=self.random) < share

    def warp(
        self, cells: torch.Tensor, lengths: torch.Tensor, frames: int, stretch: float = 0.17, shift: float = 2.0
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Cuts [batch, frames, 64] out of padded clips, faster or slower and with bands moved (a longer or shorter
        vocal tract, a higher or lower voice). A clip shorter than the cut lies at a random place in it; the rest
        is NaN-free filler that `normalise` paints over, marked in the mask given back."""
        batch, longest, _ = cells.shape
        speed = self.uniform(1 - stretch, 1 + stretch, batch, 1)
        spare = lengths[:, None] / speed - frames
        start = torch.where(spare > 0, self.uniform(0, 1, batch, 1) * spare, self.uniform(0, 1, batch, 1) * spare)
        times = (torch.arange(frames)[None] + start) * speed
        inside = (times >= 0) & (times <= lengths[:, None] - 1)
        moved = self.chance(0.7, batch, 1)
        scale = torch.where(moved, self.uniform(0.97, 1.03, batch, 1), torch.ones(batch, 1))
        offset = torch.where(moved, self.uniform(-shift, shift, batch, 1), torch.zeros(batch, 1))
        bands = ((torch.arange(BANDS)[None] - 32) * scale + 32 + offset).clamp(0, BANDS - 1)
        grid = torch.stack(
            torch.broadcast_tensors(bands[:, None, :] / (BANDS - 1) * 2 - 1, times[:, :, None] / (longest - 1) * 2 - 1), 3
        )
        warped = F.grid_sample(cells[:, None], grid, padding_mode="border", align_corners=True)[:, 0]
        return warped, inside

    def equalise(self, cells: torch.Tensor) -> torch.Tensor:
        """A microphone: a tilt, two waves across the bands, sometimes no high or no low end."""
        batch = len(cells)
        wave = lambda low, high: torch.cos(  # noqa: E731
            math.pi * self.axis * self.uniform(low, high, batch, 1) + self.uniform(0, 2 * math.pi, batch, 1)
        )
        curve = self.normal(0.8, batch, 1) * self.axis
        curve = curve + self.normal(0.35, batch, 1) * wave(0.5, 1.5) + self.normal(0.25, batch, 1) * wave(1.5, 4)
        band = torch.arange(BANDS)[None]
        high = ((band - self.uniform(46, 60, batch, 1)) * 0.5).clamp(0, 7)
        low = ((self.uniform(3, 9, batch, 1) - band) * 0.6).clamp(0, 5)
        curve = curve - self.chance(0.12, batch, 1) * high - self.chance(0.12, batch, 1) * low
        return cells + curve[:, None, :]

    def add_noise(
        self, cells: torch.Tensor, share: float = 0.6, nearest: float = 2.3, farthest: float = 10.0
    ) -> torch.Tensor:
        """Stationary coloured noise, `nearest` to `farthest` (natural log) below the 95th percentile."""
        batch, frames, _ = cells.shape
        top = _quantile(cells, 0.95)
        colour = torch.tensor([0.0, -1.0, -2.5, 1.0])[torch.randint(4, (batch, 1), generator=self.random)]
        shape = colour * self.axis + self.normal(0.3, batch, BANDS)
        place = int(torch.randint(len(self.speckle) - cells.numel(), (1,), generator=self.random))
        speckle = self.speckle[place : place + cells.numel()].view_as(cells)
        level = top - self.uniform(nearest, farthest, batch, 1)
        level = torch.where(self.chance(share, batch, 1), level, torch.full_like(level, -30.0))
        return torch.logaddexp(cells, (level + shape)[:, None, :] + speckle)

    def mask(self, cells: torch.Tensor, strips: int = 2, bands: int = 8, frames: int = 27) -> torch.Tensor:
        """SpecAugment (Park et al., 2019): strips of bands and of frames set to the mean."""
        batch, length, _ = cells.shape
        keep = torch.ones(batch, length, BANDS, dtype=torch.bool)
        for axis, size, most in ((2, BANDS, bands), (1, length, min(frames, length // 6))):
            index = torch.arange(size)[None]
            for _ in range(strips):
                width = torch.randint(most + 1, (batch, 1), generator=self.random)
                start = (self.uniform(0, 1, batch, 1) * (size - width)).long()
                strip = (index >= start) & (index < start + width)
                keep &= ~(strip[:, None, :] if axis == 2 else strip[:, :, None])
        return cells * keep


def _quantile(cells: torch.Tensor, share: float) -> torch.Tensor:
    """Per clip, over every seventh cell: enough for a level, and much faster."""
    return torch.quantile(cells.flatten(1)[:, ::7].contiguous(), share, dim=1, keepdim=True)


def normalise(cells: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """As `features.normalise`, each clip by its active frames inside; what is outside becomes the padding, -2."""
    level = torch.logsumexp(cells[:, :, ::2], 2)
    level = torch.where(inside, level, torch.full_like(level, -40.0))
    active = (level > torch.quantile(level, 0.95, dim=1, keepdim=True) - ACTIVE_RANGE) & inside
    thinned, weight = cells[:, :, 1::4], active[:, :, None].float()
    count = (weight.sum((1, 2)) * thinned.shape[2]).clamp_min(1)
    lowest_possible = torch.full_like(thinned, -40.0)
    top = torch.quantile(
        torch.where(active[:, :, None], thinned, lowest_possible).flatten(1)[:, ::3].contiguous(),
        1 - 0.01 * active.float().mean(1).mean().item(), dim=1,
    )
    lowest = (top - DYNAMIC_RANGE)[:, None, None]
    reference = torch.maximum(thinned, lowest)
    mean = ((reference * weight).sum((1, 2)) / count)[:, None, None]
    deviation = torch.sqrt((((reference - mean) ** 2) * weight).sum((1, 2)) / count)[:, None, None]
    scaled = (torch.maximum(cells, lowest) - mean) / (deviation + 1e-3)
    return torch.where(inside[:, :, None], scaled, torch.full_like(scaled, -2.0))
