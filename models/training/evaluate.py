#!/usr/bin/python3
"""Measures the recipe on people and corpora it was not trained on, prints the tables, writes them into the card.

    python3 models/training/evaluate.py --data ../voice-data --against baseline

Networks that are in the work folder already, from training or an earlier evaluation, are not trained again.
"""
import json
import os

from calibration import abstention, crossed_temperatures
from card import CONDITIONS, write_card
from corpora import clips_of
from crossval import splits_of
from held_out import hear_splits, named, pick, truth_of
from options import parse, recipe_of
from pooling import pool_all
from prepare import prepare
from progress import log_to
from recipes import RECIPES
from tables import figures

import numpy as np




def measured(clips, folds, temperatures, kind, condition="clean"):
    """Figures of clips or notes, every fold's probabilities at the temperature of the other folds."""
    parts = [(pick(heard, kind, condition), temperatures[split]) for split, heard in folds.items()]
    heard = [one for some, _ in parts for one in some]
    probabilities = np.concatenate([pool_all(some, temperature) for some, temperature in parts if some])
    groups = (named(clips, heard, field) for field in ("corpus", "sex", "language"))
    return figures(truth_of(clips, heard), probabilities, *groups)


def evaluate(clips, work, name, recipe, workers, with_strangers):
    """{clips, notes: {condition: figures}, strangers, abstention} of one recipe."""
    splits = [split for split in splits_of(clips) if with_strangers or split.startswith("fold")]
    heard = hear_splits(clips, work, name, recipe, splits, workers)
    folds = {split: some for split, some in heard.items() if split.startswith("fold")}
    strangers = {split: some for split, some in heard.items() if split not in folds}
    temperatures = crossed_temperatures(clips, folds)
    plain = {split: 1.0 for split in folds}
    result = {
        f"{kind}s": {condition: measured(clips, folds, temperatures, kind, condition) for condition in CONDITIONS}
        for kind in ("clip", "note")
    }
    result["uncalibrated"] = {kind: measured(clips, folds, plain, kind)["calibrationError"] for kind in ("clip", "note")}
    result["temperatures"] = temperatures
    if with_strangers:
        result["strangers"] = {
            split: {kind: measured(clips, {split: some}, {split: 1.0}, kind) for kind in ("clip", "note") if pick(some, kind)}
            for split, some in strangers.items()
        }
        result["abstention"] = abstention(clips, folds, strangers)
    return result


def main():
    parser = parse(__doc__)
    parser.add_argument("--against", choices=RECIPES, help="measure this recipe on the same folds beside it")
    options = parser.parse_args()
    log_to(options.work)
    name, recipe = recipe_of(options)
    clips = clips_of(options.build, options.data, options.add, options.work)
    prepare(clips, options.work, workers=options.workers)
    result = evaluate(clips, options.work, name, recipe, options.workers, with_strangers=True)
    other = None
    if options.against:
        other = evaluate(clips, options.work, options.against, RECIPES[options.against], options.workers, False)
    with open(os.path.join(options.work, f"{name}.figures.json"), "w") as file:
        json.dump({name: result, options.against or "": other}, file, indent=1)
    print(write_card(result, other, options.against))


if __name__ == "__main__":
    main()
