"""The features of `log_mel.py` for batches, in torch, on whichever device the samples lie."""
import torch

from features.log_mel import FFT, FLOOR, FRAME, HOP, hann, filters


class LogMel:
    """float32 samples [batch, samples] -> [batch, frames, 64] natural logarithms of band energies."""

    def __init__(self, place: torch.device) -> None:
        self.window = torch.from_numpy(hann()).to(place)
        self.filters = torch.from_numpy(filters()).to(place)

    def __call__(self, samples: torch.Tensor) -> torch.Tensor:
        frames = samples.unfold(1, FRAME, HOP) * self.window
        spectrum = torch.view_as_real(torch.fft.rfft(frames, FFT))
        return torch.log((spectrum * spectrum).sum(3) @ self.filters + FLOOR)
