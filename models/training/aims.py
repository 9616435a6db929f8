"""What the network is asked to say of each clip."""
import torch

from corpora import LABELS
from network import EIGHT

NEUTRAL, CALM, SAD = (LABELS.index(name) for name in ("neutral", "calm", "sad"))
IMPOSSIBLE = -1e4


class Aims:
    """Targets of clips, over the eight emotions or over kinds of speech.

    `fields` of a clip, ("corpus",) say, tell kinds apart: an emotion of each group that they make is a kind. Without
    fields the kinds are the eight emotions.
    """

    def __init__(self, clips, numbers, fields, recipe):
        self.clips, self.fields, self.recipe = clips, fields, recipe
        self.known = {}
        for number in numbers:
            self.known.setdefault(clips[number].corpus, set()).add(clips[number].label)
        found = sorted({self._kind(number) for number in numbers})
        self.kinds = found if fields else [((), label) for label in range(len(LABELS))]
        self._made = {}

    def pairs(self):
        """The kinds as the network takes them: ((number of the group, label), ...)."""
        if not self.fields:
            return EIGHT
        groups = sorted({group for group, _ in self.kinds})
        return tuple((groups.index(group), label) for group, label in self.kinds)

    def of(self, numbers):
        """(targets [clips, kinds], masks [clips, kinds] to add to the logits)."""
        return tuple(torch.stack(rows) for rows in zip(*(self._of(number) for number in numbers)))

    def _of(self, number):
        key = (self.clips[number].corpus, *self._kind(number))
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _kind(self, number):
        clip = self.clips[number]
        return tuple(getattr(clip, field) for field in self.fields), clip.label

    def _make(self, corpus, group, label):
        """Smoothed over what else the group could have said.

        A corpus that has no calm clips may have called calm ones neutral or sad: no verdict between these.
        """
        target, mask = torch.zeros(len(self.kinds)), torch.zeros(len(self.kinds))
        open_to = [k for k, (name, _) in enumerate(self.kinds) if name == group]
        if not self.fields:
            doubtful = _doubtful(self.known[corpus], label)
            mask[list(doubtful)] = IMPOSSIBLE
            open_to = [k for k in open_to if k not in doubtful and any(k in labels for labels in self.known.values())]
        smoothing = self.recipe.smoothing_of.get(corpus, self.recipe.smoothing)
        target[open_to] = smoothing / len(open_to)
        target[self.kinds.index((group, label))] += 1 - smoothing
        return target, mask


def _doubtful(known, label):
    """Labels between which and `label` a corpus with these labels does not decide."""
    if CALM not in known and label in (NEUTRAL, SAD):
        return {CALM}
    return {NEUTRAL} if NEUTRAL not in known and label == CALM else set()
