"""The network: a small 2-D convolutional front, dilated 1-D convolutions, attentive statistics pooling."""
import torch
from torch import nn
from torch.nn import functional as F

TRUST = 0.5
EIGHT = tuple((0, label) for label in range(8))


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

    `kinds` are (group, label) pairs, each a kind of speech that is told apart inside, say "angry in RAVDESS". An
    emotion's logit is the log-sum-exp of its kinds', after the network's belief in each group was tempered to the
    power of TRUST, so that other groups have a say where it is not sure. Attentive statistics pooling is Okabe et al.,
    Interspeech 2018.
    """

    def __init__(
        self, front=(16, 24, 40, 64), hidden=128, dilations=(1, 2, 4), drop=0.3, time_drop=0.0, strides=(2, 2, 1, 1), kinds=EIGHT
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
        groups, labels = (torch.tensor(column) for column in zip(*kinds))
        self.register_buffer("not_of_group", _apart(int(groups.max()) + 1, groups), persistent=False)
        self.register_buffer("not_of_label", _apart(8, labels), persistent=False)

    def of_kinds(self, cells):
        """Logits [batch, kinds]."""
        x = self.front_drop(self.front(cells.transpose(1, 2).unsqueeze(1)))
        x = self.time(F.relu(self.project_norm(self.project(x))))
        weights = torch.softmax(self.weigh(torch.tanh(self.attend(x))), 3)
        mean = (weights * x).sum((2, 3))
        variance = (weights * x * x).sum((2, 3)) - mean * mean
        pooled = torch.cat([mean, torch.sqrt(variance.clamp(min=1e-5))], 1)
        return self.classify(self.drop(self.pooled_norm(pooled)))

    def emotions_of(self, kinds):
        """Logits [batch, 8] of an emotion in any group, as the kinds' logits have it, nothing tempered."""
        return torch.logsumexp(kinds[:, None, :] + self.not_of_label, 2)

    def forward(self, cells):
        kinds = self.of_kinds(cells)
        beliefs = torch.logsumexp(kinds[:, None, :] + self.not_of_group, 2)
        tempered = kinds + (TRUST - 1) * (beliefs @ (self.not_of_group == 0).float())
        return self.emotions_of(tempered)


def _apart(count, members):
    """[count, kinds]: 0 where a kind is a member, else as good as minus infinity."""
    return (torch.arange(count)[:, None] != members).float() * -1e4
