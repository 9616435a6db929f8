"""Batches of augmented, normalised cells with their targets."""
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from data.recordings import Recordings
from network.augment import Augment, normalise
from network.recipes import Recipe
from network.targets import Targets


class Batches:
    """Endless, seeded. Clips are drawn by corpus, then emotion, then evenly."""

    def __init__(self, recordings: Recordings, numbers: Sequence[int], recipe: Recipe, seed: int) -> None:
        self.recordings, self.recipe = recordings, recipe
        self.random = np.random.default_rng(seed)
        self.augment = Augment(seed)
        self.groups, self.shares = _groups(recordings, numbers, recipe)
        self.of_speaker = {}
        for number in numbers:
            clip = recordings.clips[number]
            self.of_speaker.setdefault((clip.speaker, clip.label), []).append(number)
        self.subclasses = Targets(recordings.clips, numbers, recipe.subclasses, recipe)
        self.emotions = Targets(recordings.clips, numbers, (), recipe)

    def next(self) -> tuple[torch.Tensor, tuple[torch.Tensor, torch.Tensor], tuple[torch.Tensor, torch.Tensor]]:
        """cells [batch, frames, 64], and of subclasses and of emotions (targets, masks to add to the logits), [batch, n] each."""
        recipe = self.recipe
        frames = int(self.random.choice(recipe.frames))
        drawn = self.random.choice(len(self.groups), recipe.batch, p=self.shares)
        numbers = [int(self.random.choice(self.groups[group])) for group in drawn]
        pieces = [self._piece(number, frames) for number in numbers]
        lengths = torch.tensor([len(piece) for piece in pieces])
        cells = torch.zeros(len(pieces), int(lengths.max()), 64)
        for i, piece in enumerate(pieces):
            cells[i, : len(piece)] = torch.from_numpy(piece.astype(np.float32))
            cells[i, len(piece) :] = cells[i, len(piece) - 1]
        cells, inside = self.augment.warp(cells, lengths, frames, recipe.stretch, recipe.shift)
        cells = self.augment.add_noise(self.augment.equalise(cells))
        cells = self.augment.mask(normalise(cells, inside))
        return self._mixed(cells, self.subclasses.of(numbers), self.emotions.of(numbers))

    def _piece(self, number: int, frames: int) -> NDArray[np.float16]:
        """One clip in one condition; sometimes followed by others that its speaker said in the same mood."""
        names = list(self.recipe.conditions)
        condition = names[self.random.choice(len(names), p=list(self.recipe.conditions.values()))]
        piece = self.recordings.speech(condition, number)
        if self.random.random() >= self.recipe.joined:
            return piece[: frames * 3]
        clip = self.recordings.clips[number]
        siblings = self.of_speaker[clip.speaker, clip.label]
        while len(piece) < frames * 1.2:
            other = self.recordings.speech(condition, int(self.random.choice(siblings)))
            piece = np.concatenate([piece, other])
        return piece[: frames * 3]

    def _mixed(self, cells: torch.Tensor, *labelled: tuple[torch.Tensor, torch.Tensor]) -> tuple[Any, ...]:
        """Mixup (Zhang et al., 2018) of half of the batch with its other half, where the recipe asks for it."""
        if not self.recipe.mixup:
            return cells, *labelled
        share = self.random.beta(self.recipe.mixup, self.recipe.mixup, len(cells)).astype(np.float32)
        share = np.where(self.random.random(len(cells)) < 0.5, np.maximum(share, 1 - share), 1).astype(np.float32)
        other = torch.from_numpy(self.random.permutation(len(cells)))
        share = torch.from_numpy(share)
        own, rest = share[:, None], 1 - share[:, None]
        cells = own[:, :, None] * cells + rest[:, :, None] * cells[other]
        mixed = [
            (own * targets + rest * targets[other], torch.where(own == 1, masks, torch.maximum(masks, masks[other])))
            for targets, masks in labelled
        ]
        return cells, *mixed


def _groups(
    recordings: Recordings, numbers: Sequence[int], recipe: Recipe
) -> tuple[list[NDArray[np.int64]], NDArray[Any]]:
    groups = {}
    for number in numbers:
        clip = recordings.clips[number]
        if recipe.corpora.get(clip.corpus, 1) > 0:
            groups.setdefault((clip.corpus, clip.label), []).append(number)
    power = {key: len(members) ** recipe.emotion_power for key, members in groups.items()}
    totals = {}
    for (corpus, _), value in power.items():
        totals[corpus] = totals.get(corpus, 0) + value
    shares = np.array([recipe.corpora.get(corpus, 1) * power[corpus, label] / totals[corpus] for corpus, label in groups])
    return [np.array(members) for members in groups.values()], shares / shares.sum()
