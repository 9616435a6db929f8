"""Calibration and abstention, fitted on readings of people and corpora that the networks were not trained on."""
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.corpora import WITHOUT_NOTES, Clip
from data.outliers import ALONE, OF_VOICES
from evaluation.held_out import EVERY_CONDITION, pick, truth_of
from evaluation.pooling import Calibration, fit_calibration, pool_all
from evaluation.reading import Reading, Splits
from evaluation.reliability import WEIGHTS, ReliabilityEstimator, lowest_threshold, statistics_matrix

# Share of readings called "high" that are to be right on notes of held-out speakers: 0.85 and a margin.
HIGH_ACCURACY = 0.88
# The same on notes of corpora left out.
HIGH_ACCURACY_OF_STRANGERS = 0.8

# A reading below this is called "low": it is more likely wrong than right.
EVEN_ODDS = 0.5


def crossed_calibrations(clips: Sequence[Clip], folds: Splits) -> dict[str, Calibration]:
    """{split: calibration fitted on the other splits}."""
    return {split: calibration_of(clips, _without(folds, split)) for split in folds}


def calibration_of(clips: Sequence[Clip], several: Iterable[Sequence[Reading]]) -> Calibration:
    """Fitted on notes, and on every fifth clip, all clips together counting as much as all notes."""
    notes = [one for readings in several for one in pick(readings, "note")]
    some = [one for readings in several for one in pick(readings, "clip")[::5]]
    importance = np.repeat([1 / len(notes), 1 / len(some)], [len(notes), len(some)])
    return fit_calibration(notes + some, truth_of(clips, notes + some), importance)


def examples(
    clips: Sequence[Clip], readings: Sequence[Reading], calibration: Calibration
) -> tuple[NDArray[Any], NDArray[np.bool_], NDArray[Any]]:
    """(statistics, whether right, weights): notes in every condition, clips, and outliers, which are never right.

    A whisper never counts as right either: without pitch a correct reading is luck.
    """
    rows = [one for one in readings if one.condition in EVERY_CONDITION and len(one.logits)]
    statistics = statistics_matrix(rows, calibration)
    guesses = pool_all(rows, calibration).argmax(1)
    right = np.array([_is_right(clips, one, guess) and one.condition != "whisper" for one, guess in zip(rows, guesses)])
    weights = np.array([WEIGHTS.get(one.kind, WEIGHTS["outlier"]) for one in rows])
    unsure = np.array([bool(one.numbers) and clips[one.numbers[0]].corpus in WITHOUT_NOTES for one in rows])
    return statistics[~unsure], right[~unsure], weights[~unsure]


def _is_right(clips: Sequence[Clip], one: Reading, guess: int) -> bool:
    return bool(one.numbers) and clips[one.numbers[0]].label == guess


def fit_reliability(
    clips: Sequence[Clip], several: Iterable[Sequence[Reading]], calibration: Calibration
) -> ReliabilityEstimator:
    parts = [examples(clips, readings, calibration) for readings in several]
    statistics, right, weights = (np.concatenate(column) for column in zip(*parts))
    return ReliabilityEstimator(statistics, right, weights)


def high_from(
    clips: Sequence[Clip],
    folds: Iterable[Sequence[Reading]],
    left_out: Iterable[Sequence[Reading]],
    estimator: ReliabilityEstimator,
    calibration: Calibration,
) -> float:
    """The lowest estimated probability from which notes of people, and of corpora left out, are right often enough
    to be called high."""
    wanted = ((folds, HIGH_ACCURACY), (left_out, HIGH_ACCURACY_OF_STRANGERS))
    thresholds = [_right_from(clips, several, estimator, calibration, share) for several, share in wanted if several]
    return max(*thresholds, EVEN_ODDS + 0.01)


def _right_from(
    clips: Sequence[Clip],
    several: Iterable[Sequence[Reading]],
    estimator: ReliabilityEstimator,
    calibration: Calibration,
    share: float,
) -> float:
    notes = [one for readings in several for one in pick(readings, "note")]
    probability = estimator.probability_right(statistics_matrix(notes, calibration))
    right = pool_all(notes, calibration).argmax(1) == truth_of(clips, notes)
    return lowest_threshold(probability, right, share)


def abstention(clips: Sequence[Clip], folds: Splits, left_out: Splits) -> list[tuple[str, int, float, float, float]]:
    """[(what was recorded, recordings, share called high, accuracy of these, share called low)], fold by fold.

    Calibration, estimator and threshold of a fold are fitted without that fold's speakers; those of a corpus that was
    left out of training (`left_out`) without that corpus, also where the folds have it.
    """
    rows = {}
    for split, readings in folds.items():
        people = {clips[number].speaker for one in readings for number in one.numbers}
        others = of_others(clips, left_out.values(), lambda clip: clip.speaker in people)
        _abstain(rows, clips, _groups(readings), _without(folds, split), others)
    for split, readings in left_out.items():
        notes = pick(readings, "note")
        if notes:
            corpus = clips[notes[0].numbers[0]].corpus
            others = of_others(clips, folds.values(), lambda clip: clip.corpus == corpus)
            _abstain(rows, clips, [(f"notes, {split}", notes)], others, _without(left_out, split))
    return [(name, *_shares(np.concatenate(parts))) for name, parts in rows.items()]


def _without(named: dict[str, Any], left_out: str) -> list[Any]:
    return [value for name, value in named.items() if name != left_out]


def of_others(
    clips: Sequence[Clip], several: Iterable[Sequence[Reading]], is_own: Callable[[Clip], bool]
) -> list[list[Reading]]:
    """`several` lists of readings, without those of clips for which `is_own` holds."""
    return [[one for one in readings if not (one.numbers and is_own(clips[one.numbers[0]]))] for readings in several]


def _abstain(
    rows: dict[str, list[Any]],
    clips: Sequence[Clip],
    groups: list[tuple[str, list[Reading]]],
    folds: Iterable[Sequence[Reading]],
    left_out: Iterable[Sequence[Reading]],
) -> None:
    """Adds to `rows` how each group is rated by what was fitted on `folds` and `left_out`."""
    calibration = calibration_of(clips, folds)
    estimator = fit_reliability(clips, [*folds, *left_out], calibration)
    high = high_from(clips, folds, left_out, estimator, calibration)
    for name, some in groups:
        probability = estimator.probability_right(statistics_matrix(some, calibration))
        guesses = pool_all(some, calibration).argmax(1)
        right = np.array([_is_right(clips, one, guess) for one, guess in zip(some, guesses)])
        rows.setdefault(name, []).append(np.stack([probability >= high, probability < EVEN_ODDS, right], 1))


def _groups(readings: Sequence[Reading]) -> list[tuple[str, list[Reading]]]:
    named_groups = {f"notes, {condition}": pick(readings, "note", condition) for condition in EVERY_CONDITION}
    named_groups["clips"] = pick(readings, "clip")
    named_groups.update({name: pick(readings, name) for name in (*ALONE, *OF_VOICES)})
    return [(name, some) for name, some in named_groups.items() if some]


def _shares(table: NDArray[Any]) -> tuple[int, float, float, float]:
    high, low, right = table.T
    return len(table), float(high.mean()), float(right[high].mean()) if high.any() else float("nan"), float(low.mean())
