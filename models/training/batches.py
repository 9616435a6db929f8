"""Batches of augmented, normalised cells with their targets."""
import numpy as np
import torch

from augment import Augment, normalise
from corpora import LABELS

NEUTRAL, CALM, SAD = (LABELS.index(name) for name in ("neutral", "calm", "sad"))
IMPOSSIBLE = -1e4


class Batches:
    """Endless, seeded. Clips are drawn by corpus, then emotion, then evenly."""

    def __init__(self, recordings, numbers, recipe, seed):
        self.recordings, self.recipe = recordings, recipe
        self.random = np.random.default_rng(seed)
        self.augment = Augment(seed)
        self.groups, self.shares = _groups(recordings, numbers, recipe)
        self.of_speaker = {}
        for number in numbers:
            clip = recordings.clips[number]
            self.of_speaker.setdefault((clip.speaker, clip.label), []).append(number)
        known = {}
        for number in numbers:
            known.setdefault(recordings.clips[number].corpus, set()).add(recordings.clips[number].label)
        self.known = known
        found = sorted({self._kind(number) for number in numbers})
        self.kinds = found if recipe.kinds else [((), label) for label in range(len(LABELS))]
        self.aims = {}
        for number in numbers:
            key = self._key(number)
            if key not in self.aims:
                self.aims[key] = self._aims(*key)

    def pairs(self):
        """The kinds as the network takes them: ((number of the group, label), ...)."""
        groups = sorted({group for group, _ in self.kinds})
        return tuple((groups.index(group), label) for group, label in self.kinds)

    def next(self):
        """(cells [batch, frames, 64], targets [batch, kinds], mask [batch, kinds] to add to the logits)."""
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
        targets, masks = (torch.stack(rows) for rows in zip(*(self.aims[self._key(number)] for number in numbers)))
        return self._mixed(cells, targets, masks)

    def _key(self, number):
        return (self.recordings.clips[number].corpus, *self._kind(number))

    def _piece(self, number, frames):
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

    def _kind(self, number):
        """(of which group of speakers, label): what the network tells apart."""
        clip = self.recordings.clips[number]
        return tuple(getattr(clip, field) for field in self.recipe.kinds), clip.label

    def _aims(self, corpus, group, label):
        """(target [kinds], mask [kinds]): smoothed over what else the group could have said.

        A corpus that has no calm clips may have called calm ones neutral or sad: no verdict between these.
        """
        target, mask = torch.zeros(len(self.kinds)), torch.zeros(len(self.kinds))
        open_to = [k for k, (name, other) in enumerate(self.kinds) if name == group]
        if not self.recipe.kinds:
            doubtful = _doubtful(self.known[corpus], label)
            mask[list(doubtful)] = IMPOSSIBLE
            open_to = [k for k in open_to if k not in doubtful]
        smoothing = self.recipe.smoothing_of.get(corpus, self.recipe.smoothing)
        target[open_to] = smoothing / len(open_to)
        target[self.kinds.index((group, label))] += 1 - smoothing
        return target, mask

    def _mixed(self, cells, targets, masks):
        """Mixup (Zhang et al., 2018) of half of the batch with its other half, where the recipe asks for it."""
        if not self.recipe.mixup:
            return cells, targets, masks
        share = self.random.beta(self.recipe.mixup, self.recipe.mixup, len(cells)).astype(np.float32)
        share = np.where(self.random.random(len(cells)) < 0.5, np.maximum(share, 1 - share), 1).astype(np.float32)
        other = torch.from_numpy(self.random.permutation(len(cells)))
        share = torch.from_numpy(share)
        cells = share[:, None, None] * cells + (1 - share)[:, None, None] * cells[other]
        targets = share[:, None] * targets + (1 - share)[:, None] * targets[other]
        return cells, targets, torch.where(share[:, None] == 1, masks, torch.maximum(masks, masks[other]))


def _doubtful(known, label):
    """Labels between which and `label` a corpus with these labels does not decide."""
    if CALM not in known and label in (NEUTRAL, SAD):
        return {CALM}
    return {NEUTRAL} if NEUTRAL not in known and label == CALM else set()


def _groups(recordings, numbers, recipe):
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
