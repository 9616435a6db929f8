#!/usr/bin/python3
"""From labelled recordings to models/voice-emotion.onnx. One command; run it again and it goes on where it was.

    python3 models/training/train.py --data ../voice-data
    python3 models/training/train.py --build clean --data ../voice-data --add ../our-recordings
"""
import logging
import os

import numpy as np

from data.corpora import CHECK_SPEAKERS, clips_of
from data.prepare import prepare
from data.recordings import Recordings
from evaluation.calibration import EVEN_ODDS, calibration_of, fit_reliability, high_from
from evaluation.cross_validation import splits_of
from evaluation.held_out import infer_splits
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
    clips = clips_of(options.build, options.data, options.add, options.work)
    prepare(clips, options.work, workers=options.workers)
    splits = list(splits_of(clips))
    readings = infer_splits(clips, options.work, name, recipe, splits, options.workers)
    spare = np.array([clip.speaker in CHECK_SPEAKERS and options.build == "research" for clip in clips])
    recordings = Recordings(clips, options.work, recipe.conditions)
    fitted = fit(recordings, np.flatnonzero(~spare), recipe, os.path.join(options.work, f"{name}.final.pt"))
    folds = [some for split, some in readings.items() if split.startswith("fold")]
    calibration = calibration_of(clips, folds)
    estimator = fit_reliability(clips, list(readings.values()), calibration)
    high = high_from(clips, folds, estimator, calibration)
    reliability = {**estimator.as_json(), "medium": EVEN_ODDS, "high": round(high, 4)}
    install(fitted, recordings, ~spare, calibration, reliability, options.into)
    logging.info("installed: %s, high from a probability of %.3f", calibration, high)


if __name__ == "__main__":
    main()
