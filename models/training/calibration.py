"""The calibration, and when to abstain: fitted on what the networks of the folds were not trained on."""
import numpy as np

from corpora import WITHOUT_NOTES
from held_out import EVERY_CONDITION, pick, truth_of
from judge import WEIGHTS, Judge, lowest_chance, statistics_matrix
from outliers import ALONE, OF_VOICES
from pooling import fit_calibration, pool_all

# How many readings called "high" of held-out speakers' notes are to be right: 0.85, and something to spare.
HIGH_ACCURACY = 0.88

# Below, a reading is called "low": it is more likely wrong than right.
EVEN_CHANCE = 0.5


def crossed_calibrations(clips, folds):
    """{split: calibration fitted on the other splits}."""
    return {split: calibration_of(clips, _without(folds, split)) for split in folds}


def calibration_of(clips, several):
    """Fitted on notes, and on every fifth clip, all clips together counting as much as all notes."""
    notes = [one for heard in several for one in pick(heard, "note")]
    some = [one for heard in several for one in pick(heard, "clip")[::5]]
    importance = np.repeat([1 / len(notes), 1 / len(some)], [len(notes), len(some)])
    return fit_calibration(notes + some, truth_of(clips, notes + some), importance)


def examples(clips, heard, calibration):
    """(statistics, whether right, weights): notes in every condition, clips, and outliers, which are never right.

    Nor is a whisper: it has no pitch to go by, so what is guessed of it is not to be relied on, even when it happens
    to be true.
    """
    rows = [one for one in heard if one.condition in EVERY_CONDITION and len(one.logits)]
    statistics = statistics_matrix(rows, calibration)
    guesses = pool_all(rows, calibration).argmax(1)
    right = np.array([_is_right(clips, one, guess) and one.condition != "whisper" for one, guess in zip(rows, guesses)])
    weights = np.array([WEIGHTS.get(one.kind, WEIGHTS["outlier"]) for one in rows])
    unsure = np.array([bool(one.numbers) and clips[one.numbers[0]].corpus in WITHOUT_NOTES for one in rows])
    return statistics[~unsure], right[~unsure], weights[~unsure]


def _is_right(clips, one, guess):
    return bool(one.numbers) and clips[one.numbers[0]].label == guess


def fit_judge(clips, several, calibration):
    parts = [examples(clips, heard, calibration) for heard in several]
    statistics, right, weights = (np.concatenate(column) for column in zip(*parts))
    return Judge(statistics, right, weights)


def high_from(clips, several, judge, calibration):
    """The lowest chance above which notes are right often enough to be called high."""
    notes = [one for heard in several for one in pick(heard, "note")]
    chance = judge.chance(statistics_matrix(notes, calibration))
    right = pool_all(notes, calibration).argmax(1) == truth_of(clips, notes)
    return max(lowest_chance(chance, right, HIGH_ACCURACY), EVEN_CHANCE + 0.01)


def abstention(clips, folds, strangers):
    """[(what was heard, recordings, share called high, accuracy of these, share called low)], judged fold by fold.

    The judge of a fold, its calibration and its threshold know nothing of that fold's speakers; those of a corpus
    left out (`strangers`) know nothing of that corpus, also not from the folds.
    """
    rows = {}
    for split, heard in folds.items():
        people = {clips[number].speaker for one in heard for number in one.numbers}
        others = of_others(clips, strangers.values(), lambda clip: clip.speaker in people)
        _judge(rows, clips, _groups(heard), _without(folds, split), others)
    for split, heard in strangers.items():
        notes = pick(heard, "note")
        if notes:
            corpus = clips[notes[0].numbers[0]].corpus
            others = of_others(clips, folds.values(), lambda clip: clip.corpus == corpus)
            _judge(rows, clips, [(f"notes, {split}", notes)], others, _without(strangers, split))
    return [(name, *_shares(np.concatenate(parts))) for name, parts in rows.items()]


def _without(named, left_out):
    return [value for name, value in named.items() if name != left_out]


def of_others(clips, several, is_own):
    """`several` lists of what was heard, without recordings of clips that are their own."""
    return [[one for one in heard if not (one.numbers and is_own(clips[one.numbers[0]]))] for heard in several]


def _judge(rows, clips, groups, folds, strangers):
    """Adds to `rows` what is said of each group by what was fitted on `folds` and `strangers`."""
    calibration = calibration_of(clips, folds)
    judge = fit_judge(clips, [*folds, *strangers], calibration)
    high = high_from(clips, folds, judge, calibration)
    for name, some in groups:
        chance = judge.chance(statistics_matrix(some, calibration))
        guesses = pool_all(some, calibration).argmax(1)
        right = np.array([_is_right(clips, one, guess) for one, guess in zip(some, guesses)])
        rows.setdefault(name, []).append(np.stack([chance >= high, chance < EVEN_CHANCE, right], 1))


def _groups(heard):
    named_groups = {f"notes, {condition}": pick(heard, "note", condition) for condition in EVERY_CONDITION}
    named_groups["clips"] = pick(heard, "clip")
    named_groups.update({name: pick(heard, name) for name in (*ALONE, *OF_VOICES)})
    return [(name, some) for name, some in named_groups.items() if some]


def _shares(table):
    high, low, right = table.T
    return len(table), float(high.mean()), float(right[high].mean()) if high.any() else float("nan"), float(low.mean())
