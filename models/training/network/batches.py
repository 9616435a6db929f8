"""Batches of augmented, normalised cells with their targets, made on the device that trains."""
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from data.corpora import Clip
from data.recordings import Recordings
from features.log_mel import FRAME, HOP
from features.torch_log_mel import LogMel
from network.acoustics import Acoustics
from network.augment import Augment, normalise
from network.draw import Draw
from network.recipes import Recipe
from network.targets import Targets

SEGMENTS = 8
Labelled = tuple[torch.Tensor, torch.Tensor]
"""Targets and masks to add to the logits, [batch, n] each."""


class Batches:
    """Endless, seeded. Clips are drawn by corpus, then emotion, then sex, then evenly."""

    def __init__(
        self, recordings: Recordings, numbers: Sequence[int], recipe: Recipe, seed: int, place: torch.device
    ) -> None:
        self.recipe, self.place = recipe, place
        self.random = np.random.default_rng(seed)
        self.draw = Draw(seed, place)
        self.acoustics, self.augment, self.log_mel = Acoustics(self.draw), Augment(self.draw), LogMel(place)
        clips = recordings.clips
        self.pcm = torch.from_numpy(np.ascontiguousarray(recordings.pcm.all)).to(place)
        spans = np.array([recordings.samples_of_speech(number) for number in range(len(clips))])
        self.first, self.samples = (torch.from_numpy(column).to(place) for column in spans.T)
        self.groups = _Table({key: members for key, members in _groups(clips, numbers).items()}, len(clips), place)
        self.shares = torch.from_numpy(_shares(self.groups.keys, self.groups.sizes, recipe)).to(place)
        siblings = {}
        for number in numbers:
            siblings.setdefault((clips[number].speaker, clips[number].label), []).append(int(number))
        self.siblings = _Table(siblings, len(clips), place)
        names = sorted({clip.corpus for clip in clips})
        self.corpora = torch.tensor([names.index(clip.corpus) for clip in clips], device=place)
        self.subclasses = Targets(clips, numbers, recipe.subclasses, recipe)
        self.emotions = Targets(clips, numbers, (), recipe)
        self._targets = [self._all_targets(targets, numbers, len(clips)) for targets in (self.subclasses, self.emotions)]

    def next(self) -> tuple[torch.Tensor, Labelled, Labelled, torch.Tensor]:
        """cells [batch, frames, 64], the targets of sub-classes and of emotions, and the numbers of the corpora."""
        recipe, frames = self.recipe, int(self.random.choice(self.recipe.frames))
        drawn = torch.multinomial(self.shares, recipe.batch, replacement=True, generator=self.draw.random)
        numbers = self.groups.pick(self.draw, drawn)
        samples, length = self._samples(numbers, int(frames * (1 + recipe.stretch)) * HOP + FRAME)
        cells = self.log_mel(self.acoustics(samples, recipe.acoustics))
        cells, inside = self.augment.warp(cells, (length // HOP).clamp(8, cells.shape[1]), frames, recipe.stretch, recipe.shift)
        cells = self.augment.swap_channels(self.augment.equalise(cells), inside, recipe.swapped)
        cells = self.augment.mask(normalise(cells, inside))
        of_subclasses, of_emotions = (tuple(column[numbers] for column in targets) for targets in self._targets)
        return cells, of_subclasses, of_emotions, self.corpora[numbers]

    def _samples(self, numbers: torch.Tensor, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """([batch, count] samples, how many of them are the clip): a clip from a random place on, or for a share of
        them one after the other what its speaker said in the same mood."""
        batch = len(numbers)
        owners = self.siblings.of[numbers][:, None].expand(batch, SEGMENTS - 1)
        playlist = torch.cat([numbers[:, None], self.siblings.pick(self.draw, owners)], 1)
        sizes = self.samples[playlist]
        joined = self.draw.chance(self.recipe.joined, batch, 1)
        sizes = torch.cat([sizes[:, :1], sizes[:, 1:] * joined], 1)
        ends = sizes.cumsum(1)
        total = ends[:, -1:]
        start = (self.draw.uniform(0, 1, batch, 1) * (total - count).clamp_min(0)).long()
        times = start + self.draw.range(count)[None]
        segment = torch.searchsorted(ends, times, right=True).clamp_max(SEGMENTS - 1)
        places = (self.first[playlist] - (ends - sizes)).gather(1, segment) + times
        heard = self.pcm[places.clamp(0, len(self.pcm) - 1)].float() / 32767
        return heard * (times < total), (total[:, 0] - start[:, 0]).clamp_max(count)

    def _all_targets(self, targets: Targets, numbers: Sequence[int], count: int) -> Labelled:
        rows, masks = targets.of(numbers)
        table = torch.zeros(2, count, rows.shape[1])
        table[:, torch.as_tensor(np.asarray(numbers))] = torch.stack([rows, masks])
        return tuple(table.to(self.place))


class _Table:
    """Lists of clip numbers by key, from which one is drawn for each of many keys at once. `of` is each clip's list."""

    def __init__(self, lists: dict[Any, list[int]], count: int, place: torch.device) -> None:
        self.keys = list(lists)
        self.sizes = np.array([len(members) for members in lists.values()])
        self._sizes = torch.from_numpy(self.sizes).to(place)
        self._starts = torch.from_numpy(np.cumsum([0, *self.sizes[:-1]])).to(place)
        self._members = torch.tensor([number for members in lists.values() for number in members], device=place)
        self.of = torch.zeros(count, dtype=torch.long, device=place)
        self.of[self._members] = torch.repeat_interleave(torch.arange(len(lists), device=place), self._sizes)

    def pick(self, draw: Draw, which: torch.Tensor) -> torch.Tensor:
        return self._members[self._starts[which] + draw.below(self._sizes[which], *which.shape)]


def _groups(clips: Sequence[Clip], numbers: Sequence[int]) -> dict[tuple[str, int, str], list[int]]:
    groups = {}
    for number in numbers:
        clip = clips[number]
        groups.setdefault((clip.corpus, clip.label, clip.sex), []).append(int(number))
    return groups


def _shares(keys: Sequence[tuple[str, int, str]], sizes: np.ndarray, recipe: Recipe) -> np.ndarray:
    """[groups] that sum to one: the corpora's weights, within one n ** emotion_power by emotion, women and men alike."""
    counts, sexes = {}, {}
    for (corpus, label, _), size in zip(keys, sizes):
        counts[corpus, label] = counts.get((corpus, label), 0) + size
        sexes[corpus, label] = sexes.get((corpus, label), 0) + 1
    totals = {}
    for (corpus, _), count in counts.items():
        totals[corpus] = totals.get(corpus, 0) + count**recipe.emotion_power
    shares = np.array([
        recipe.corpora.get(corpus, 1) * counts[corpus, label] ** recipe.emotion_power / totals[corpus] / sexes[corpus, label]
        for corpus, label, _ in keys
    ])
    return shares / shares.sum()
