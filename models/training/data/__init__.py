"""Labelled recordings: corpora, folds, recording conditions, and their prepared features."""
