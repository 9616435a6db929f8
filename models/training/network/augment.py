"""Changes to a batch of log-mel cells [batch, frames, 64], all clips at once."""
import math

import torch
from torch.nn import functional as F

from features.log_mel import BANDS, DYNAMIC_RANGE
from network.draw import Draw

ACTIVE_RANGE = 35 / 10 * math.log(10)


class Augment:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.axis = torch.linspace(-1, 1, BANDS, device=draw.place)

    def warp(
        self, cells: torch.Tensor, lengths: torch.Tensor, frames: int, stretch: float, shift: float
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Cuts [batch, frames, 64] out of padded clips, faster or slower and with bands moved (a longer or shorter
        vocal tract, a higher or lower voice). A clip shorter than the cut lies at a random place in it; the rest
        is NaN-free filler that `normalise` paints over, marked in the mask given back."""
        draw, (batch, longest, _) = self.draw, cells.shape
        speed = draw.uniform(1 - stretch, 1 + stretch, batch, 1)
        start = draw.uniform(0, 1, batch, 1) * (lengths[:, None] / speed - frames)
        times = (draw.range(frames)[None] + start) * speed
        inside = (times >= 0) & (times <= lengths[:, None] - 1)
        moved = draw.chance(0.7, batch, 1).float()
        scale = 1 + moved * draw.uniform(-0.03, 0.03, batch, 1)
        offset = moved * draw.uniform(-shift, shift, batch, 1)
        bands = ((draw.range(BANDS)[None] - 32) * scale + 32 + offset).clamp(0, BANDS - 1)
        grid = torch.stack(
            torch.broadcast_tensors(bands[:, None, :] / (BANDS - 1) * 2 - 1, times[:, :, None] / (longest - 1) * 2 - 1), 3
        )
        warped = F.grid_sample(cells[:, None], grid, padding_mode="border", align_corners=True)[:, 0]
        return warped, inside

    def equalise(self, cells: torch.Tensor) -> torch.Tensor:
        """A microphone: a tilt and two waves across the bands."""
        batch = len(cells)
        curve = 0.8 * self.draw.normal(batch, 1) * self.axis
        curve = curve + 0.35 * self.draw.normal(batch, 1) * self._wave(0.5, 1.5, batch)
        curve = curve + 0.25 * self.draw.normal(batch, 1) * self._wave(1.5, 4, batch)
        return cells + curve[:, None, :]

    def _wave(self, low: float, high: float, batch: int) -> torch.Tensor:
        turns, phase = self.draw.uniform(low, high, batch, 1), self.draw.uniform(0, 2 * math.pi, batch, 1)
        return torch.cos(math.pi * self.axis * turns + phase)

    def swap_channels(self, cells: torch.Tensor, inside: torch.Tensor, share: float) -> torch.Tensor:
        """A share of the clips gets the mean spectrum of another clip: its room and microphone, and its voice's timbre."""
        chosen, other = self.draw.some(len(cells), share), self.draw.order(len(cells))
        counted = inside[:, :, None].float()
        means = (cells * counted).sum(1) / counted.sum(1).clamp_min(1)
        moved = cells[chosen] + (means[other[chosen]] - means[chosen])[:, None, :]
        return cells.index_copy(0, chosen, moved)

    def mask(self, cells: torch.Tensor, strips: int = 2, bands: int = 8, frames: int = 27) -> torch.Tensor:
        """SpecAugment (Park et al., 2019): strips of bands and of frames set to the mean."""
        batch, length, _ = cells.shape
        keep = torch.ones_like(cells, dtype=torch.bool)
        for axis, size, most in ((2, BANDS, bands), (1, length, min(frames, length // 6))):
            index = self.draw.range(size)[None]
            for _ in range(strips):
                width = (self.draw.uniform(0, 1, batch, 1) * (most + 1)).long()
                start = (self.draw.uniform(0, 1, batch, 1) * (size - width)).long()
                strip = (index >= start) & (index < start + width)
                keep = keep & ~(strip[:, None, :] if axis == 2 else strip[:, :, None])
        return cells * keep


def normalise(cells: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """As `features.normalise`, each clip by its active frames inside; what is outside becomes the padding, -2."""
    level = torch.logsumexp(cells[:, :, ::2], 2)
    level = torch.where(inside, level, torch.full_like(level, -40.0))
    active = (level > torch.quantile(level, 0.95, dim=1, keepdim=True) - ACTIVE_RANGE) & inside
    thinned, weight = cells[:, :, 1::4], active[:, :, None].float()
    count = (weight.sum((1, 2)) * thinned.shape[2]).clamp_min(1)
    # The 99th percentile of the active cells: that many of all cells are above it.
    sounding = torch.where(active[:, :, None], thinned, torch.full_like(thinned, -40.0)).flatten(1)[:, ::3]
    above = (0.01 * active.float().mean(1) * sounding.shape[1]).long().clamp(0, sounding.shape[1] - 1)
    top = sounding.sort(1, descending=True).values.gather(1, above[:, None])
    lowest = (top - DYNAMIC_RANGE)[:, :, None]
    reference = torch.maximum(thinned, lowest)
    mean = ((reference * weight).sum((1, 2)) / count)[:, None, None]
    deviation = torch.sqrt((((reference - mean) ** 2) * weight).sum((1, 2)) / count)[:, None, None]
    scaled = (torch.maximum(cells, lowest) - mean) / (deviation + 1e-3)
    return torch.where(inside[:, :, None], scaled, torch.full_like(scaled, -2.0))
