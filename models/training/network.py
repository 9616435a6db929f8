"""The network: a small 2-D convolutional front, dilated 1-D convolutions, attentive statistics pooling."""
import torch
from torch import nn
from torch.nn import functional as F


class Bands(nn.Module):
    """Convolution over bands and time, batch norm, ReLU."""

    def __init__(self, inputs, outputs, kernel, stride):
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return F.relu(self.norm(self.convolution(x)))


class Time(nn.Module):
    """Residual dilated convolution over time, of [batch, channels, 1, frames]: two dimensions run faster in the Worker."""

    def __init__(self, channels, dilation, drop):
        super().__init__()
        self.convolution = nn.Conv2d(channels, channels, (1, 3), padding=(0, dilation), dilation=(1, dilation), bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.drop = nn.Dropout(drop)

    def forward(self, x):
        return x + self.drop(F.relu(self.norm(self.convolution(x))))


class VoiceNet(nn.Module):
    """Normalised log-mel cells [batch, frames >= 48, 64] -> logits [batch, 8].

    `kinds` names the label of each kind of speech that is told apart inside, say "angry in RAVDESS": an emotion's
    logit is the log-sum-exp of its kinds'. Attentive statistics pooling is Okabe et al., Interspeech 2018.
    """

    def __init__(
        self, front=(16, 24, 40, 64), hidden=128, dilations=(1, 2, 4), drop=0.3, time_drop=0.0, strides=(2, 2, 1, 1), kinds=tuple(range(8))
    ):
        super().__init__()
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
        self.classify = nn.Linear(2 * hidden, len(kinds))
        apart = torch.arange(8)[:, None] != torch.tensor(kinds)
        self.register_buffer("apart", apart.float() * -1e4, persistent=False)

    def of_kinds(self, cells):
        """Logits [batch, kinds]."""
        x = self.front_drop(self.front(cells.transpose(1, 2).unsqueeze(1)))
        x = self.time(F.relu(self.project_norm(self.project(x))))
        weights = torch.softmax(self.weigh(torch.tanh(self.attend(x))), 3)
        mean = (weights * x).sum((2, 3))
        variance = (weights * x * x).sum((2, 3)) - mean * mean
        pooled = torch.cat([mean, torch.sqrt(variance.clamp(min=1e-5))], 1)
        return self.classify(self.drop(self.pooled_norm(pooled)))

    def forward(self, cells):
        return torch.logsumexp(self.of_kinds(cells)[:, None, :] + self.apart, 2)
