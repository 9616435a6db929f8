"""The temperature, and when to abstain: fitted on what the networks of the folds were not trained on."""
import numpy as np

from corpora import WITHOUT_NOTES
from held_out import pick, truth_of
from judge import WEIGHTS, Judge, lowest_chance, statistics_matrix
from outliers import ALONE, OF_VOICES
from pooling import fit_temperature, pool_all

SPOKEN = ("clean", "opus", "noise", "telephone", "whisper")

# How many readings called "high" of held-out speakers' notes are to be right: 0.85, and something to spare.
HIGH_ACCURACY = 0.88

# Below, a reading is called "low": it is more likely wrong than right.
EVEN_CHANCE = 0.5


def crossed_temperatures(clips, folds):
    """{split: temperature fitted on the notes of the other splits}."""
    return {split: temperature_of(clips, [other for name, other in folds.items() if name != split]) for split in folds}


def temperature_of(clips, several):
    notes = [one for heard in several for one in pick(heard, "note")]
    return fit_temperature(notes, truth_of(clips, notes))


def examples(clips, heard, temperature):
    """(statistics, whether right, weights): notes in every condition, clips, and outliers, which are never right."""
    rows = [one for one in heard if len(one.logits)]
    statistics = statistics_matrix(rows, temperature)
    guesses = pool_all(rows, temperature).argmax(1)
    right = np.array([bool(one.numbers) and clips[one.numbers[0]].label == g for one, g in zip(rows, guesses)])
    weights = np.array([WEIGHTS.get(one.kind, WEIGHTS["outlier"]) for one in rows])
    unsure = np.array([bool(one.numbers) and clips[one.numbers[0]].corpus in WITHOUT_NOTES for one in rows])
    return statistics[~unsure], right[~unsure], weights[~unsure]


def fit_judge(clips, several, temperature):
    parts = [examples(clips, heard, temperature) for heard in several]
    statistics, right, weights = (np.concatenate(column) for column in zip(*parts))
    return Judge(statistics, right, weights)


def high_from(clips, several, judge, temperature):
    """The lowest chance above which notes are right often enough to be called high."""
    notes = [one for heard in several for one in pick(heard, "note")]
    chance = judge.chance(statistics_matrix(notes, temperature))
    right = pool_all(notes, temperature).argmax(1) == truth_of(clips, notes)
    return max(lowest_chance(chance, right, HIGH_ACCURACY), EVEN_CHANCE + 0.01)


def abstention(clips, folds, strangers):
    """[(what was heard, recordings, share called high, accuracy of these, share called low)], judged fold by fold.

    The judge of a fold, its temperature and its thresholds know nothing of that fold's speakers. `strangers` are
    the corpora left out: the judge learns from their notes too, but for a corpus' figures not from its own.
    """
    rows = {}
    for split, heard in folds.items():
        others = [other for name, other in folds.items() if name != split]
        temperature = temperature_of(clips, others)
        judge = fit_judge(clips, [*others, *strangers.values()], temperature)
        high = high_from(clips, others, judge, temperature)
        for name, some in _groups(heard):
            _count(rows, name, clips, some, judge.chance(statistics_matrix(some, temperature)), temperature, high)
    temperature = temperature_of(clips, folds.values())
    for split, heard in strangers.items():
        judge = fit_judge(clips, [*folds.values(), *(other for name, other in strangers.items() if name != split)], temperature)
        high = high_from(clips, folds.values(), judge, temperature)
        some = pick(heard, "note")
        if some:
            chance = judge.chance(statistics_matrix(some, temperature))
            _count(rows, f"notes, {split}", clips, some, chance, temperature, high)
    return [(name, *_shares(np.concatenate(parts))) for name, parts in rows.items()]


def _groups(heard):
    named_groups = {f"notes, {condition}": pick(heard, "note", condition) for condition in SPOKEN}
    named_groups["clips"] = pick(heard, "clip")
    named_groups.update({name: pick(heard, name) for name in (*ALONE, *OF_VOICES)})
    return [(name, some) for name, some in named_groups.items() if some]


def _count(rows, name, clips, some, chance, temperature, high):
    guesses = pool_all(some, temperature).argmax(1)
    right = np.array([bool(one.numbers) and clips[one.numbers[0]].label == g for one, g in zip(some, guesses)])
    rows.setdefault(name, []).append(np.stack([chance >= high, chance < EVEN_CHANCE, right], 1))


def _shares(table):
    high, low, right = table.T
    return len(table), float(high.mean()), float(right[high].mean()) if high.any() else float("nan"), float(low.mean())
