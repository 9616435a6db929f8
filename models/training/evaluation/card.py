"""Writes what was measured into models/CARD.md, between its markers, the reliability diagram beside it, and the
main figures into voice-emotion.json."""
import json
import os
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from evaluation.tables import Figures, by_corpus, confusion_table, reliability_svg, table

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
DIAGRAM = "voice-emotion-reliability.svg"
CONDITIONS = {"clean": "as recorded", "opus": "Opus at 16 kbps", "noise": "noise at 10 dB", "telephone": "telephone band"}
ERROR = "calibration error"
SEXES = {"f": "women", "m": "men"}
LANGUAGES = {
    "am": "Amharic", "ar-EG": "Arabic (Egypt)", "bn": "Bangla", "de": "German", "en": "English", "hi": "Hindi",
    "hi-en": "Hindi and English commands", "it": "Italian", "ko": "Korean", "pl": "Polish", "ur": "Urdu",
}
NOT_EVALUATED = ("Gujarati", "Ukrainian", "Spanish")


def sections(result: Figures) -> str:
    """Markdown of all tables."""
    parts = [
        "### Strangers\n\nCorpora that it was not trained on: other languages, other rooms, other actors. This is what to "
        f"expect of a voice from elsewhere. {result['strangersBy']}",
        table(
            ["", "language", "notes", "UAR, notes", "UAR, clips", "accuracy, women", "accuracy, men", ERROR],
            [_of_stranger(split, forms) for split, forms in result["left_out"].items()],
        ) + _mean_of_strangers(result["left_out"]) if result["left_out"] else "",
        "### People it was not trained on\n\n"
        "Other people of the corpora that it was trained on, by speaker-disjoint five-fold cross-validation; mean recall "
        "over the emotions present (UAR), eight-way, chance 0.125. A note is what one person said in one mood, joined until it "
        "lasts 30 s.",
        by_corpus({"notes": result["notes"]["clean"], "single clips": result["clips"]["clean"]}),
        "### Through codec, noise and telephone",
        table(
            ["macro UAR", *CONDITIONS.values()], [["notes", *[result["conditions"][name] for name in CONDITIONS]]],
        ),
        "### Women and men",
        table(
            ["", "accuracy, women", "accuracy, men", "UAR, women", "UAR, men"],
            [[form, *_by_sex(result[form]["clean"])] for form in ("notes", "clips")],
        ),
        "### Languages\n\nMean recall (UAR) on other people of languages it was trained on; others are strangers, above.",
        table(
            ["", "notes", "clips"],
            [
                *[[LANGUAGES.get(code, code), result["notes"]["clean"]["languages"].get(code, "–"), value]
                  for code, value in result["clips"]["clean"]["languages"].items()],
                *[[language, "not evaluated", "not evaluated"] for language in NOT_EVALUATED],
            ],
        ),
        "### Emotions\n\nRecall, pooled over corpora.",
        table(
            ["", *result["clips"]["clean"]["recalls"]],
            [[form, *result[form]["clean"]["recalls"].values()] for form in ("notes", "clips")],
        ),
        "Of 100 notes with the mood on the left, how many were read as the emotion in each column:",
        confusion_table(result["notes"]["clean"]),
        "### Calibration\n\n"
        f"Expected calibration error (15 bins) on notes {result['notes']['clean']['calibrationError']:.3f}, on clips "
        f"{result['clips']['clean']['calibrationError']:.3f}; before calibration "
        f"{result['uncalibrated']['notes']['calibrationError']:.3f} and "
        f"{result['uncalibrated']['clips']['calibrationError']:.3f}. The calibration of each fold "
        f"was fitted on the others.\n\n![Reliability diagram]({DIAGRAM})",
        "### How reliable it says it is\n\n`reliability` of readings, by an estimator that was fitted without these "
        "people; for a corpus left out, without this corpus.",
        _abstention(result["abstention"]) if result.get("abstention") else "",
    ]
    return "\n\n".join(part for part in parts if part)


def write_card(result: Figures) -> str:
    """Replaces the figures in the card; gives them back."""
    text = sections(result)
    path = os.path.join(MODELS, "CARD.md")
    with open(path) as file:
        card = file.read()
    marked = "(<!-- figures:start -->).*(<!-- figures:end -->)"
    card, found = re.subn(marked, lambda match: f"{match[1]}\n\n{text}\n\n{match[2]}", card, flags=re.S)
    if not found:
        raise SystemExit(f"{path} has no <!-- figures:start --> and <!-- figures:end --> to write between.")
    with open(path, "w") as file:
        file.write(card)
    write_figures(result)
    with open(os.path.join(MODELS, DIAGRAM), "w") as file:
        file.write(reliability_svg({"notes": result["notes"]["clean"], "clips": result["clips"]["clean"]}))
    return text


def write_figures(result: Figures) -> None:
    """Brings the description's figures up to date; those of the check set stay."""
    path = os.path.join(MODELS, "voice-emotion.json")
    with open(path) as file:
        description = json.load(file)
    figures = {"measure": "mean recall over the emotions present (UAR), five-fold cross-validation over speakers"}
    for form in ("notes", "clips"):
        measured = result[form]["clean"]
        figures[form] = _rounded({
            **measured["corpora"], "macro": measured["macro"],
            "expectedCalibrationError": measured["calibrationError"],
        })
        figures[f"{form}AccuracyBySex"] = _rounded({SEXES[sex]: share for sex, share in measured["accuracyBySex"].items()})
    for form in ("notes", "clips"):
        figures[f"{form}OfStrangers"] = _rounded({
            split.removeprefix("without-"): forms[form]["macro"]
            for split, forms in result["left_out"].items() if form in forms
        })
    description["figures"] = {**figures, "check": description["figures"]["check"]}
    with open(path, "w") as file:
        json.dump(description, file, indent="\t", ensure_ascii=False)


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(number, 3) for name, number in numbers.items()}


def _by_sex(figure: Figures) -> list[Any]:
    return [figure[measure].get(sex, "–") for measure in ("accuracyBySex", "uarBySex") for sex in SEXES]


def _of_stranger(split: str, forms: Figures) -> list[Any]:
    notes, clips = forms.get("notes"), forms["clips"]
    (language,) = clips["languages"]
    shown = notes or clips
    return [
        split.removeprefix("without-"), LANGUAGES.get(language, language), notes["recordings"] if notes else "–",
        notes["macro"] if notes else "–", clips["macro"], *[shown["accuracyBySex"].get(sex, "–") for sex in SEXES],
        shown["calibrationError"],
    ]


def _mean_of_strangers(left_out: Figures) -> str:
    means = {
        form: np.mean([forms[form]["macro"] for forms in left_out.values() if form in forms])
        for form in ("notes", "clips")
    }
    return f"\n| **mean** | | | **{means['notes']:.3f}** | **{means['clips']:.3f}** | | | |"


def _abstention(rows: Sequence[Any]) -> str:
    return table(
        ["recordings of", "count", "called high", "right among these", "called low"],
        [
            [_readable(name), count, f"{100 * high:.0f} %", f"{right:.3f}" if right == right else "–", f"{100 * low:.0f} %"]
            for name, count, high, right, low in rows
        ],
    )


def _readable(name: str) -> str:
    for condition, title in {**CONDITIONS, "whisper": "whispered"}.items():
        name = name.replace(f"notes, {condition}", f"notes, {title}")
    return name.replace("notes, without-", "notes of a corpus left out: ")
