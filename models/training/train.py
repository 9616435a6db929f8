#!/usr/bin/python3
"""From labelled recordings to models/voice-emotion.onnx. One command; run it again and it goes on where it was.

    python3 models/training/train.py --data ../voice-data
    python3 models/training/train.py --build clean --data ../voice-data --add ../our-recordings
"""
import logging
import os

import numpy as np

from calibration import EVEN_CHANCE, calibration_of, fit_judge, high_from
from corpora import CHECK_SPEAKERS, clips_of
from export import install
from fit import fit
from held_out import hear_splits
from options import parse, recipe_of
from prepare import prepare
from progress import log_to
from recordings import Recordings
from crossval import splits_of


def main():
    parser = parse(__doc__)
    parser.add_argument("--into", help="a folder for the model, instead of where the Worker takes it from")
    options = parser.parse_args()
    log_to(options.work)
    name, recipe = recipe_of(options)
    clips = clips_of(options.build, options.data, options.add, options.work)
    prepare(clips, options.work, workers=options.workers)
    splits = list(splits_of(clips))
    heard = hear_splits(clips, options.work, name, recipe, splits, options.workers)
    spare = np.array([clip.speaker in CHECK_SPEAKERS and options.build == "research" for clip in clips])
    recordings = Recordings(clips, options.work, recipe.conditions)
    fitted = fit(recordings, np.flatnonzero(~spare), recipe, os.path.join(options.work, f"{name}.final.pt"))
    folds = [some for split, some in heard.items() if split.startswith("fold")]
    calibration = calibration_of(clips, folds)
    judge = fit_judge(clips, list(heard.values()), calibration)
    high = high_from(clips, folds, judge, calibration)
    reliability = {**judge.as_json(), "medium": EVEN_CHANCE, "high": round(high, 4)}
    install(fitted, recordings, ~spare, calibration, reliability, options.into)
    logging.info("installed: %s, high from a chance of %.3f", calibration, high)


if __name__ == "__main__":
    main()
