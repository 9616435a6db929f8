"""Run with: python3 -m unittest discover -s models/training"""
import csv
import os
import subprocess
import sys
import tempfile
import unittest
from dataclasses import replace
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
import soundfile
import torch

from data import conditions
from evaluation import metrics
from network.targets import Targets
from network import fit as fit_module
from network.batches import Batches
from evaluation.calibration import HIGH_ACCURACY, of_others
from data.corpora import BUILDS, LABELS, Clip, clips_of, fold_of_speakers, learnable, read_clips
from evaluation.cross_validation import FINAL, splits_of
from evaluation.reading import Reading
from evaluation.reliability import lowest_threshold
from network.model import GROUP_TEMPER, VoiceNet
from evaluation.pooling import Calibration, fit_calibration, pool, pool_all
from network.recipes import RECIPES
from features.windows import notes_of, plan_windows

HERE = os.path.dirname(os.path.abspath(__file__))
MOODS = ("neutral", "happy", "sad", "angry")
PEOPLE = ("ada", "ben", "cleo", "dan", "eve", "fay")


def voice(mood, person, random, seconds=2.0, rate=22050):
    """A buzz that rises and falls as syllables do; pitch and rate of speech depend on the mood, timbre on the person."""
    time = np.arange(int(seconds * rate)) / rate
    pitch = 90 + 25 * PEOPLE.index(person) + 120 * MOODS.index(mood) * (0.8 + 0.4 * random.random())
    tilt = 0.7 + 0.1 * PEOPLE.index(person)
    buzz = sum(np.sin(2 * np.pi * pitch * k * time) / k**tilt for k in range(1, 25))
    syllables = 0.55 + 0.45 * np.sin(2 * np.pi * (3 + MOODS.index(mood)) * time + 6 * random.random())
    return (0.05 * buzz * syllables + 0.002 * random.standard_normal(len(time))).astype(np.float32)


def record(folder, takes=4):
    """A corpus of buzzes with its manifest."""
    random = np.random.default_rng(3)
    with open(os.path.join(folder, "manifest.csv"), "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "file", "corpus", "language", "speaker", "sex", "emotion"])
        for person in PEOPLE:
            for mood in MOODS:
                for take in range(takes):
                    name = f"{person}-{mood}-{take}.wav"
                    soundfile.write(os.path.join(folder, name), voice(mood, person, random), 22050)
                    writer.writerow([name, name, "buzzes", "xx", person, "fm"[PEOPLE.index(person) % 2], mood])
        writer.writerow(["other", "none.wav", "buzzes", "xx", "ada", "f", "boredom"])


class Corpora(unittest.TestCase):
    def test_a_speaker_is_in_one_fold_and_few_speakers_are_spread(self):
        clips = [Clip(str(i), "", "few", "xx", f"s{i % 4}", "fm"[i % 2], 0) for i in range(40)]
        folds = fold_of_speakers(clips)
        self.assertEqual(sorted(folds.values()), [0, 1, 2, 3])

    def test_passes_over_emotions_it_does_not_know_and_other_corpora(self):
        with tempfile.TemporaryDirectory() as folder:
            record(folder, takes=1)
            clips = read_clips(folder, folder)
            self.assertEqual(len(clips), len(PEOPLE) * len(MOODS))
            self.assertEqual({LABELS[clip.label] for clip in clips}, set(MOODS))
            self.assertEqual(read_clips(folder, folder, BUILDS["clean"]), [])
            with self.assertRaisesRegex(SystemExit, "No labelled clips"):
                clips_of(folder, None, folder)

    def test_a_build_learns_from_its_corpora_and_added_ones_and_keeps_the_others_as_strangers(self):
        clips = [Clip(str(i), "", corpus, "xx", f"{corpus}{i % 6}", "f", i % 3)
                 for i, corpus in enumerate(["emodb"] * 30 + ["nemo"] * 30 + ["ours"] * 30)]
        may_learn = learnable(clips, "clean")
        self.assertEqual({clip.corpus for clip, learnt in zip(clips, may_learn) if learnt}, {"emodb", "ours"})
        splits = splits_of(clips, may_learn)
        self.assertEqual(list(splits), [*(f"fold-{fold}" for fold in range(5)), FINAL])
        self.assertTrue((splits[FINAL] == ~may_learn).all())
        self.assertFalse(any((splits[name] & ~may_learn).any() for name in splits if name != FINAL))
        self.assertIn("without-nemo", splits_of(clips, learnable(clips, "research")))

    def test_notes_join_what_one_person_said_in_one_mood(self):
        clips = [Clip(str(i), "", "c", "xx", f"s{i % 2}", "", i % 3) for i in range(120)]
        notes = notes_of(clips, [250] * 120)
        self.assertTrue(all(len({(clips[n].speaker, clips[n].label) for n in note}) == 1 for note in notes))
        self.assertTrue(all(3000 <= 250 * len(note) < 3250 for note in notes))
        numbers = [n for note in notes for n in note]
        self.assertEqual(len(numbers), len(set(numbers)))


class Metrics(unittest.TestCase):
    truth = np.array([0, 0, 0, 0, 1, 1])

    def test_recall_counts_every_emotion_alike(self):
        self.assertAlmostEqual(metrics.uar(self.truth, np.array([0, 0, 0, 0, 0, 1])), 0.75)

    def test_calibration_error_is_the_gap_between_confidence_and_accuracy(self):
        probabilities = np.full((6, 8), 0.1 / 7)
        probabilities[:, 0] = 0.9
        self.assertAlmostEqual(metrics.calibration_error(self.truth, probabilities), 0.9 - 4 / 6)

    def test_confusion_counts_truth_down_and_guesses_across(self):
        table = metrics.confusion(self.truth, np.array([0, 0, 0, 3, 1, 1]))
        self.assertEqual((table[0, 0], table[0, 3], table[1, 1], table.sum()), (3, 1, 2, 6))


class Calibrating(unittest.TestCase):
    def test_the_temperature_undoes_overconfidence(self):
        random = np.random.default_rng(1)
        logits = random.normal(0, 1, (2000, 8))
        log_probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
        truth = np.array([random.choice(8, p=row) for row in log_probabilities])
        readings = [Reading("note", "clean", (), 3 * row[None], np.ones(1), {}) for row in logits]
        calibration = fit_calibration(readings, truth, np.ones(len(readings)))
        self.assertAlmostEqual(calibration.temperature, 3, delta=0.3)
        self.assertLess(metrics.calibration_error(truth, pool_all(readings, calibration)), 0.05)

    def test_many_windows_that_agree_make_surer_than_one(self):
        logits = np.tile([1.0] + [0] * 7, (20, 1))
        calibration = Calibration(1, 0.5)
        one, many = pool(logits[:1], np.ones(1), calibration), pool(logits, np.ones(20), calibration)
        self.assertAlmostEqual(one[0], pool(logits[:1], np.ones(1))[0])
        self.assertGreater(many[0], one[0] + 0.2)
        self.assertAlmostEqual(many.sum(), 1)

    def test_others_are_readings_of_other_people_and_of_outliers(self):
        clips = [Clip(str(i), "", "c", "xx", f"s{i}", "", 0) for i in range(2)]
        readings = [Reading("note", "clean", numbers, np.zeros((1, 8)), np.ones(1), {}) for numbers in ((0,), (1,), ())]
        (others,) = of_others(clips, [readings], lambda clip: clip.speaker == "s0")
        self.assertEqual([one.numbers for one in others], [(1,), ()])

    def test_windows_count_by_their_weight(self):
        logits = np.array([[9.0] + [0] * 7, [0] * 7 + [9.0]])
        self.assertGreater(pool(logits, np.array([3.0, 1.0]))[0], 0.7)

    def test_the_threshold_is_the_lowest_that_is_right_often_enough(self):
        chance = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
        right = np.array([True, True, True, False, False])
        self.assertEqual(lowest_threshold(chance, right, HIGH_ACCURACY), 0.7)
        self.assertEqual(lowest_threshold(chance, np.zeros(5, bool), HIGH_ACCURACY), 1.0)


class Network(unittest.TestCase):
    def test_an_emotion_is_the_sum_of_its_subclasses_with_group_probabilities_tempered(self):
        network = VoiceNet(subclasses=((0, 0), (0, 3), (1, 0))).eval()
        cells = torch.randn(2, 60, 64)
        with torch.no_grad():
            subclasses, logits = torch.exp(network.of_subclasses(cells)), torch.exp(network(cells))
        one, other = (subclasses[:, 0] + subclasses[:, 1]) ** (GROUP_TEMPER - 1), subclasses[:, 2] ** (GROUP_TEMPER - 1)
        self.assertTrue(torch.allclose(logits[:, 0], subclasses[:, 0] * one + subclasses[:, 2] * other, rtol=1e-4))
        self.assertTrue(torch.allclose(logits[:, 3], subclasses[:, 1] * one, rtol=1e-4))
        self.assertTrue((logits[:, [1, 2, 4, 5, 6, 7]] < 1e-9).all())

    def test_has_at_most_one_and_a_half_million_parameters(self):
        network = VoiceNet(**RECIPES["shipped"].network)
        self.assertLess(sum(parameter.numel() for parameter in network.parameters()), 1.5e6)


class Samples(NamedTuple):
    """As Pcm has them."""

    all: np.ndarray


class Spoken:
    """Recordings of seeded samples, for batches."""

    def __init__(self):
        random = np.random.default_rng(2)
        self.clips = [Clip(str(i), "", "ab"[i % 2], "xx", f"s{i % 3}", "f", i % 4) for i in range(48)]
        self.offsets = np.cumsum([0, *(16_000 + 800 * i for i in range(48))])
        self.pcm = Samples(random.normal(0, 3000, self.offsets[-1]).astype(np.int16))

    def samples_of_speech(self, number):
        return int(self.offsets[number]), int(self.offsets[number + 1] - self.offsets[number])


class Drawing(unittest.TestCase):
    def test_the_same_seed_gives_the_same_batches_and_each_target_sums_to_one(self):
        for recipe in (RECIPES["shipped"], RECIPES["plain"]):
            one, other = (Batches(Spoken(), range(48), recipe, 4, torch.device("cpu")) for _ in range(2))
            for _ in range(2):
                first, second = one.next(), other.next()
                self.assertTrue(torch.equal(first[0], second[0]))
                self.assertTrue(torch.isfinite(first[0]).all())
                for (targets, masks), same in zip(first[1:3], second[1:3]):
                    self.assertTrue(torch.equal(targets, same[0]) and torch.equal(masks, same[1]))
                    self.assertTrue(torch.allclose(targets.sum(1), torch.ones(len(targets))))
                    self.assertEqual(float((targets * masks).abs().sum()), 0)


class Resuming(unittest.TestCase):
    def test_a_run_that_was_cut_off_goes_on_from_what_it_kept(self):
        recipe = replace(RECIPES["shipped"], network=dict(front=(4, 6, 8, 8), hidden=16, dilations=(1,)), steps=2, batch=4)
        with tempfile.TemporaryDirectory() as folder, patch.object(fit_module, "SAVE_EVERY", 1):
            path = os.path.join(folder, "network.pt")
            with patch.object(fit_module, "follow", side_effect=[None, KeyboardInterrupt]), self.assertRaises(KeyboardInterrupt):
                fit_module.fit(Spoken(), range(48), recipe, path)
            self.assertEqual(torch.load(path + ".part")["step"], 1)
            with patch.object(fit_module, "follow", wraps=fit_module.follow) as followed:
                fit_module.fit(Spoken(), range(48), recipe, path)
            self.assertEqual(followed.call_count, 1)
            self.assertEqual(os.listdir(folder), ["network.pt"])


class MakingTargets(unittest.TestCase):
    clips = [Clip("a", "", "small", "xx", "s", "f", LABELS.index(name)) for name in ("neutral", "sad", "angry")]
    clips += [Clip("b", "", "large", "xx", "t", "m", LABELS.index(name)) for name in ("neutral", "calm", "happy")]

    def targets(self, fields):
        return Targets(self.clips, range(len(self.clips)), fields, RECIPES["shipped"])

    def test_a_subclass_is_smoothed_over_the_labels_of_its_corpus(self):
        targets = self.targets(("corpus",))
        self.assertEqual(targets.pairs(), ((0, 0), (0, 1), (0, 2), (1, 0), (1, 3), (1, 4)))
        (target,), (mask,) = targets.of([2])
        self.assertEqual([round(value, 3) for value in target.tolist()], [0, 0, 0, 0.033, 0.033, 0.933])
        self.assertEqual(float(mask.abs().sum()), 0)

    def test_an_emotion_is_smoothed_over_all_known_labels_but_those_it_may_have_been_given(self):
        (target,), (mask,) = self.targets(()).of([1])
        self.assertEqual([round(value, 3) for value in target.tolist()], [0.025, 0, 0.025, 0.925, 0.025, 0, 0, 0])
        self.assertEqual([LABELS[k] for k in torch.nonzero(mask).flatten()], ["calm"])


class Conditions(unittest.TestCase):
    speech = conditions.resample_poly(voice("sad", "eve", np.random.default_rng(1), 3), 320, 441).astype(np.float32)

    def test_noise_is_as_loud_as_asked(self):
        noisy = conditions.with_noise(self.speech, 10, [self.speech] * 5, np.random.default_rng(3))
        ratio = conditions.level(self.speech) / np.sqrt(((noisy - self.speech) ** 2).mean())
        self.assertAlmostEqual(20 * np.log10(ratio), 10, delta=0.5)

    def test_a_telephone_carries_300_to_3400_hertz(self):
        spectrum = np.abs(np.fft.rfft(conditions.telephone(np.random.default_rng(5).normal(0, 0.1, 16000))))
        self.assertGreater(spectrum[400:3200].mean(), 20 * spectrum[4500:].mean())

    def test_opus_keeps_the_length_and_the_sound(self):
        decoded = conditions.through_opus(self.speech)
        self.assertEqual(len(decoded), len(self.speech))
        self.assertGreater(np.corrcoef(decoded, self.speech)[0, 1], 0.8)

    def test_a_whisper_has_no_pitch(self):
        whispered = conditions.whispered(self.speech, np.random.default_rng(4))
        self.assertEqual(len(whispered), len(self.speech))
        peak = lambda x: max(np.corrcoef(x[4000:8000], x[4000 + lag : 8000 + lag])[0, 1] for lag in range(40, 160))  # noqa: E731
        self.assertGreater(peak(self.speech), 0.8)
        self.assertLess(peak(whispered), 0.5)

    def test_steady_sounds_are_no_voice(self):
        self.assertEqual(plan_windows(np.random.default_rng(1).normal(-5, 0.1, (500, 64))), [])


class OneCommand(unittest.TestCase):
    def test_recordings_become_a_model_and_a_second_run_trains_nothing_again(self):
        with tempfile.TemporaryDirectory() as folder:
            record(folder)
            work, into = os.path.join(folder, "work"), os.path.join(folder, "made")
            command = [sys.executable, os.path.join(HERE, "train.py"), "--build", "clean", "--add", folder,
                       "--work", work, "--into", into, "--steps", "2"]
            subprocess.run(command, check=True, capture_output=True)
            self.assertEqual(sorted(os.listdir(into)), ["logits.json", "voice-emotion.json", "voice-emotion.onnx"])
            made = {name: os.path.getmtime(os.path.join(work, name)) for name in os.listdir(work) if name.endswith(".pt")}
            self.assertEqual(len(made), 6)
            subprocess.run(command, check=True, capture_output=True)
            self.assertEqual(made, {name: os.path.getmtime(os.path.join(work, name)) for name in made})


if __name__ == "__main__":
    unittest.main()
