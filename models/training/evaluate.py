#!/usr/bin/python3
"""Measures the recipe on people and corpora it was not trained on, prints the tables, writes them into the card.

    python3 models/training/evaluate.py --data ../voice-data

Networks that are in the work folder already, from training or an earlier evaluation, are not trained again.
"""
import json
import os
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.corpora import Clip, clips_of, learnable
from data.prepare import prepare
from evaluation.calibration import abstention, calibration_of, crossed_calibrations
from evaluation.card import CONDITIONS, write_card
from evaluation.held_out import apart, infer_splits, named, pick, truth_of
from evaluation.pooling import Calibration, pool_all
from evaluation.reading import Splits
from evaluation.tables import Figures, figures
from network.recipes import Recipe
from options import parse, recipe_of
from progress import log_to


def measured(
    clips: Sequence[Clip], folds: Splits, calibrations: dict[str, Calibration], kind: str, condition: str = "clean"
) -> Figures:
    """Figures of clips or notes, every fold's probabilities at the calibration of the other folds."""
    parts = [(pick(readings, kind, condition), calibrations[split]) for split, readings in folds.items()]
    readings = [one for some, _ in parts for one in some]
    probabilities = np.concatenate([pool_all(some, calibration) for some, calibration in parts if some])
    groups = (named(clips, readings, field) for field in ("corpus", "sex", "language"))
    return figures(truth_of(clips, readings), probabilities, *groups)


FORMS = {"notes": "note", "clips": "clip"}


def evaluate(
    clips: Sequence[Clip], work: str, name: str, recipe: Recipe, may_learn: NDArray[np.bool_], workers: int
) -> Figures:
    """Everything the card says of a recipe."""
    folds, left_out = apart(infer_splits(clips, work, name, recipe, may_learn, workers))
    calibrations = crossed_calibrations(clips, folds)
    plain = {split: Calibration() for split in folds}
    fitted = dict.fromkeys(left_out, calibration_of(clips, folds.values()))
    return {
        "strangersBy": _strangers_by(recipe, may_learn),
        **{form: {"clean": measured(clips, folds, calibrations, kind)} for form, kind in FORMS.items()},
        "conditions": {name: measured(clips, folds, calibrations, "note", name)["macro"] for name in CONDITIONS},
        "uncalibrated": {form: measured(clips, folds, plain, kind) for form, kind in FORMS.items()},
        "calibrations": calibrations,
        "left_out": {
            split: {form: measured(clips, {split: some}, fitted, kind) for form, kind in FORMS.items() if pick(some, kind)}
            for split, some in left_out.items()
        },
        "abstention": abstention(clips, folds, left_out),
    }


def _strangers_by(recipe: Recipe, may_learn: NDArray[np.bool_]) -> str:
    """Which networks read the strangers, in a sentence."""
    if not may_learn.all():
        return "The weights that ship were measured, in 8-bit integers."
    steps = recipe.for_corpus_left_out().steps
    return f"Each was left out of a network of its own, trained for {steps:,} steps instead of {recipe.steps:,}."


def main() -> None:
    options = parse(__doc__).parse_args()
    log_to(options.work)
    name, recipe = recipe_of(options)
    clips = clips_of(options.data, options.add, options.work)
    prepare(clips, options.work, workers=options.workers)
    result = evaluate(clips, options.work, name, recipe, learnable(clips, options.build), options.workers)
    with open(os.path.join(options.work, f"{name}.figures.json"), "w") as file:
        json.dump({"recipe": name, **result}, file, indent=1)
    print(write_card(result))


if __name__ == "__main__":
    main()
