"""Training targets of each clip."""
from collections.abc import Sequence

import torch

from data.corpora import LABELS, Clip
from network.model import EIGHT, Subclasses
from network.recipes import Recipe

NEUTRAL, CALM, SAD = (LABELS.index(name) for name in ("neutral", "calm", "sad"))
IMPOSSIBLE = -1e4


class Targets:
    """Targets of clips, over the eight emotions or over sub-classes of them.

    `fields` of a clip, ("corpus",) say, make groups: an emotion of each group is a sub-class. Without
    fields the sub-classes are the eight emotions.
    """

    def __init__(self, clips: Sequence[Clip], numbers: Sequence[int], fields: tuple[str, ...], recipe: Recipe) -> None:
        self.clips, self.fields, self.recipe = clips, fields, recipe
        self.known = {}
        for number in numbers:
            self.known.setdefault(clips[number].corpus, set()).add(clips[number].label)
        found = sorted({self._subclass(number) for number in numbers})
        self.subclasses = found if fields else [((), label) for label in range(len(LABELS))]
        self._made = {}

    def pairs(self) -> Subclasses:
        """The sub-classes as the network takes them: ((number of the group, label), ...)."""
        if not self.fields:
            return EIGHT
        groups = sorted({group for group, _ in self.subclasses})
        return tuple((groups.index(group), label) for group, label in self.subclasses)

    def of(self, numbers: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """(targets [clips, subclasses], masks [clips, subclasses] to add to the logits)."""
        return tuple(torch.stack(rows) for rows in zip(*(self._of(number) for number in numbers)))

    def _of(self, number: int) -> tuple[torch.Tensor, torch.Tensor]:
        key = (self.clips[number].corpus, *self._subclass(number))
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _subclass(self, number: int) -> tuple[tuple[str, ...], int]:
        clip = self.clips[number]
        return tuple(getattr(clip, field) for field in self.fields), clip.label

    def _make(self, corpus: str, group: tuple[str, ...], label: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Label smoothing over the other emotions of the group.

        A corpus without calm clips may have labelled calm speech neutral or sad: the loss does not decide between these.
        """
        target, mask = torch.zeros(len(self.subclasses)), torch.zeros(len(self.subclasses))
        open_to = [k for k, (name, _) in enumerate(self.subclasses) if name == group]
        if not self.fields:
            doubtful = _doubtful(self.known[corpus], label)
            mask[list(doubtful)] = IMPOSSIBLE
            open_to = [k for k in open_to if k not in doubtful and any(k in labels for labels in self.known.values())]
        smoothing = self.recipe.smoothing_of.get(corpus, self.recipe.smoothing)
        target[open_to] = smoothing / len(open_to)
        target[self.subclasses.index((group, label))] += 1 - smoothing
        return target, mask


def _doubtful(known: set[int], label: int) -> set[int]:
    """Labels that a corpus with these `known` labels may have called `label`."""
    if CALM not in known and label in (NEUTRAL, SAD):
        return {CALM}
    return {NEUTRAL} if NEUTRAL not in known and label == CALM else set()
