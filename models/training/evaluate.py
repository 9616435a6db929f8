#!/usr/bin/python3
"""Measures the recipe on people and corpora it was not trained on, prints the tables, writes them into the card.

    python3 models/training/evaluate.py --data ../voice-data --against baseline

Networks that are in the work folder already, from training or an earlier evaluation, are not trained again.
"""
import json
import os
from collections.abc import Sequence

import numpy as np

from data.corpora import Clip, clips_of
from data.prepare import prepare
from evaluation.calibration import abstention, crossed_calibrations
from evaluation.card import CONDITIONS, write_card
from evaluation.cross_validation import splits_of
from evaluation.held_out import infer_splits, named, pick, truth_of
from evaluation.pooling import Calibration, pool_all
from evaluation.reading import Splits
from evaluation.tables import Figures, figures
from network.recipes import RECIPES, Recipe
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


def evaluate(clips: Sequence[Clip], work: str, name: str, recipe: Recipe, workers: int) -> Figures:
    """Everything the card says of a recipe."""
    readings = infer_splits(clips, work, name, recipe, list(splits_of(clips)), workers)
    folds = {split: some for split, some in readings.items() if split.startswith("fold")}
    left_out = {split: some for split, some in readings.items() if split not in folds}
    calibrations = crossed_calibrations(clips, folds)
    plain = {split: Calibration() for split in readings}
    return {
        "steps": {"folds": recipe.steps, "left_out": recipe.for_corpus_left_out().steps},
        **{
            form: {condition: measured(clips, folds, calibrations, kind, condition) for condition in CONDITIONS}
            for form, kind in FORMS.items()
        },
        "float": {form: measured(clips, folds, calibrations, kind, "float") for form, kind in FORMS.items()},
        "uncalibrated": {form: measured(clips, folds, plain, kind) for form, kind in FORMS.items()},
        "calibrations": calibrations,
        "left_out": {
            split: {form: measured(clips, {split: some}, plain, kind) for form, kind in FORMS.items() if pick(some, kind)}
            for split, some in left_out.items()
        },
        "abstention": abstention(clips, folds, left_out),
    }


def compare(clips: Sequence[Clip], work: str, name: str, workers: int) -> Figures:
    """The figures of another recipe on the same folds, as recorded."""
    splits = [split for split in splits_of(clips) if split.startswith("fold")]
    folds = infer_splits(clips, work, name, RECIPES[name], splits, workers, ("clean",))
    calibrations = crossed_calibrations(clips, folds)
    return {form: {"clean": measured(clips, folds, calibrations, kind)} for form, kind in FORMS.items()}


def main() -> None:
    parser = parse(__doc__)
    parser.add_argument("--against", choices=RECIPES, help="measure this recipe on the same folds beside it")
    options = parser.parse_args()
    log_to(options.work)
    name, recipe = recipe_of(options)
    clips = clips_of(options.build, options.data, options.add, options.work)
    prepare(clips, options.work, workers=options.workers)
    result = evaluate(clips, options.work, name, recipe, options.workers)
    other = compare(clips, options.work, options.against, options.workers) if options.against else None
    with open(os.path.join(options.work, f"{name}.figures.json"), "w") as file:
        json.dump({"recipe": name, **result, "against": other}, file, indent=1)
    print(write_card(result, other, options.against))


if __name__ == "__main__":
    main()
