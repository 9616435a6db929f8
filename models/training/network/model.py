"""The network: a small 2-D convolutional front, dilated 1-D convolutions, attentive statistics pooling."""
from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

GROUP_TEMPER = 0.3
EIGHT = tuple((0, label) for label in range(8))

Subclasses = tuple[tuple[int, int], ...]
"""(group, label) of each sub-class."""
Fitted = dict[str, Any]
"""A trained network: its arguments (`network`) and averaged weights (`state`)."""
Model = Callable[[torch.Tensor], torch.Tensor]
"""Cells [batch, frames, 64] -> logits [batch, 8]: a network, or the runtime with an exported file."""


class Bands(nn.Module):
    """Convolution over bands and time, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: tuple[int, int]) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.norm(self.convolution(x)))


class Time(nn.Module):
    """Residual dilated convolution over time, of [batch, channels, 1, frames]: two dimensions run faster in the Worker."""

    def __init__(self, channels: int, dilation: int, drop: float) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(channels, channels, (1, 3), padding=(0, dilation), dilation=(1, dilation), bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.drop = nn.Dropout(drop)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.drop(F.relu(self.norm(self.convolution(x))))


class VoiceNet(nn.Module):
    """Normalised log-mel cells [batch, frames >= 48, 64] -> logits [batch, 8].

    `subclasses` are (group, label) pairs, an emotion as one corpus plays it, say "angry in RAVDESS". An emotion's
    logit is the log-sum-exp of its sub-classes', after the probability of each group was raised to the power of
    GROUP_TEMPER, so that groups it thinks unlikely count too. Attentive statistics pooling is Okabe et al.,
    Interspeech 2018.
    """

    def __init__(
        self,
        front: tuple[int, ...] = (16, 24, 40, 64),
        hidden: int = 128,
        dilations: tuple[int, ...] = (1, 2, 4),
        drop: float = 0.3,
        time_drop: float = 0.0,
        strides: tuple[int, ...] = (2, 2, 1, 1),
        levelled: bool = False,
        subclasses: Subclasses = EIGHT,
    ) -> None:
        super().__init__()
        self.levelled = levelled
        sizes = zip((1, *front), front, (5, 3, 3, 3), strides)
        self.front = nn.Sequential(*[Bands(a, b, kernel, (2, stride)) for a, b, kernel, stride in sizes])
        self.front_drop = nn.Dropout2d(0.1)
        self.project = nn.Conv2d(front[-1], hidden, (4, 1), bias=False)
        self.project_norm = nn.BatchNorm2d(hidden)
        self.time = nn.Sequential(*[Time(hidden, dilation, time_drop) for dilation in dilations])
        self.attend = nn.Conv2d(hidden, 64, 1)
        self.weigh = nn.Conv2d(64, hidden, 1)
        self.pooled_norm = nn.BatchNorm1d(2 * hidden)
        self.drop = nn.Dropout(drop)
        self.classify = nn.Linear(2 * hidden, len(subclasses))
        groups, labels = (torch.tensor(column) for column in zip(*subclasses))
        self.register_buffer("not_of_group", _apart(int(groups.max()) + 1, groups), persistent=False)
        self.register_buffer("not_of_label", _apart(8, labels), persistent=False)

    def pooled(self, cells: torch.Tensor) -> torch.Tensor:
        """What is classified, [batch, 2 * hidden]."""
        if self.levelled:
            cells = cells - cells.mean(1, keepdim=True)
        x = self.front_drop(self.front(cells.transpose(1, 2).unsqueeze(1)))
        x = self.time(F.relu(self.project_norm(self.project(x))))
        weights = torch.softmax(self.weigh(torch.tanh(self.attend(x))), 3)
        mean = (weights * x).sum((2, 3))
        variance = (weights * x * x).sum((2, 3)) - mean * mean
        return self.pooled_norm(torch.cat([mean, torch.sqrt(variance.clamp(min=1e-5))], 1))

    def of_subclasses(self, cells: torch.Tensor) -> torch.Tensor:
        """Logits [batch, subclasses]."""
        return self.classify(self.drop(self.pooled(cells)))

    def emotions_of(self, subclasses: torch.Tensor, trust: float) -> torch.Tensor:
        """Logits [batch, 8] of an emotion in any group, each group's probability raised to the power of `trust`."""
        group_logits = torch.logsumexp(subclasses[:, None, :] + self.not_of_group, 2)
        tempered = subclasses + (trust - 1) * (group_logits @ (self.not_of_group == 0).float())
        return torch.logsumexp(tempered[:, None, :] + self.not_of_label, 2)

    def forward(self, cells: torch.Tensor) -> torch.Tensor:
        return self.emotions_of(self.of_subclasses(cells), GROUP_TEMPER)


def _apart(count: int, members: torch.Tensor) -> torch.Tensor:
    """[count, subclasses]: 0 where a sub-class belongs, else as good as minus infinity."""
    return (torch.arange(count)[:, None] != members).float() * -1e4
