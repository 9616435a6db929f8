#!/usr/bin/python3
"""From labelled recordings to models/voice-emotion.onnx. One command; run it again and it goes on where it was.

    python3 models/training/train.py --data ../voice-data
    python3 models/training/train.py --data ../voice-data --add ../our-recordings
"""
import logging
import os

import numpy as np

from data.corpora import clips_of, learnable
from data.prepare import prepare
from data.recordings import Recordings
from evaluation.calibration import EVEN_ODDS, calibration_of, fit_reliability, high_from
from evaluation.cross_validation import FINAL, splits_of
from evaluation.held_out import apart, infer_splits
from export.install import install
from network.fit import fit
from options import parse, recipe_of
from progress import log_to


def main() -> None:
    parser = parse(__doc__)
    parser.add_argument("--into", help="a folder for the model, instead of where the Worker takes it from")
    options = parser.parse_args()
    log_to(options.work)
    name, recipe = recipe_of(options)
    clips = clips_of(options.data, options.add, options.work)
    may_learn = learnable(clips, options.build)
    if not may_learn.any():
        raise SystemExit(f"Nothing here is for the {options.build} build: name a folder of your own by --add.")
    prepare(clips, options.work, workers=options.workers)
    readings = infer_splits(clips, options.work, name, recipe, may_learn, options.workers)
    folds, left_out = (list(some.values()) for some in apart(readings))
    learnt = ~splits_of(clips, may_learn)[FINAL]
    recordings = Recordings(clips, options.work, ("clean",))
    fitted = fit(recordings, np.flatnonzero(learnt), recipe, os.path.join(options.work, f"{name}.final.pt"))
    calibration = calibration_of(clips, folds)
    estimator = fit_reliability(clips, [*folds, *left_out], calibration)
    high = high_from(clips, folds, left_out, estimator, calibration)
    reliability = {**estimator.as_json(), "medium": EVEN_ODDS, "high": round(high, 4)}
    install(fitted, recordings, learnt, calibration, reliability, options.into)
    logging.info("installed: %s, high from a probability of %.3f", calibration, high)


if __name__ == "__main__":
    main()
