"""Writes what was measured into models/CARD.md, between its markers, the reliability diagram beside it, and the
main figures into voice-emotion.json."""
import json
import os
import re
from collections.abc import Sequence
from typing import Any

from evaluation.tables import Figures, by_corpus, confusion_table, reliability_svg, table

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
DIAGRAM = "voice-emotion-reliability.svg"
CONDITIONS = {"clean": "as recorded", "opus": "Opus at 16 kbps", "noise": "noise at 10 dB", "telephone": "telephone band"}
SEXES = {"f": "women", "m": "men"}
LANGUAGES = {
    "am": "Amharic", "bn": "Bangla", "de": "German", "en": "English", "hi-en": "Hindi and English commands",
    "it": "Italian", "pl": "Polish", "ur": "Urdu",
}
NOT_EVALUATED = ("Hindi sentences", "Gujarati", "Ukrainian", "Spanish")


def sections(result: Figures, other: Figures | None, against: str | None) -> str:
    """Markdown of all tables. `other` are the figures of the recipe it is compared with, or None."""
    rows = {}
    for form, title in (("notes", "notes"), ("clips", "single clips")):
        if other:
            rows[f"{title}, {against}"] = other[form]["clean"]
        rows[f"**{title}**"] = result[form]["clean"]
    parts = [
        "### People it was not trained on\n\n"
        "Speaker-disjoint five-fold cross-validation over all speakers; mean recall over the emotions present (UAR), "
        "eight-way, chance 0.125. A note is what one person said in one mood, joined until it lasts 30 s.",
        by_corpus(rows),
        _gains(result, other, against) if other else "",
        f"Before rounding to 8 bits the macro is {result['float']['notes']['macro']:.3f} on notes and "
        f"{result['float']['clips']['macro']:.3f} on clips.",
        "### Through codec, noise and telephone",
        table(
            ["macro UAR", *CONDITIONS.values()],
            [[form, *[result[form][name]["macro"] for name in CONDITIONS]] for form in ("notes", "clips")],
        ),
        "### Women and men\n\nFor the corpora that note it: Bangla and the commands do not.",
        table(
            ["", "accuracy, women", "accuracy, men", "UAR, women", "UAR, men"],
            [[form, *_by_sex(result[form]["clean"])] for form in ("notes", "clips")],
        ),
        "### Languages\n\nMean recall (UAR) on people it was not trained on, whose language it was.",
        table(
            ["", "notes", "clips"],
            [
                *[[LANGUAGES.get(code, code), result["notes"]["clean"]["languages"].get(code, "–"), value]
                  for code, value in result["clips"]["clean"]["languages"].items()],
                *[[language, "not evaluated", "not evaluated"] for language in NOT_EVALUATED],
            ],
        ),
        "### Corpora it was not trained on\n\nOne corpus left out of training altogether: another language, other rooms, "
        "other actors. This is what to expect of a voice from elsewhere, as far as it can be told: these networks were trained "
        f"{result['steps']['left_out']:,} steps instead of {result['steps']['folds']:,}.",
        table(
            ["left out", "notes", "clips"],
            [[split.removeprefix("without-"), *_of_left_out(forms)] for split, forms in result["left_out"].items()],
        ) if result.get("left_out") else "",
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


def write_card(result: Figures, other: Figures | None, against: str | None) -> str:
    """Replaces the figures in the card; gives them back."""
    text = sections(result, other, against)
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
    figures["corpusLeftOut"] = _rounded(
        {split.removeprefix("without-"): forms["clips"]["macro"] for split, forms in result["left_out"].items()}
    )
    description["figures"] = {**figures, "check": description["figures"]["check"]}
    with open(path, "w") as file:
        json.dump(description, file, indent="\t", ensure_ascii=False)


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(number, 3) for name, number in numbers.items()}


def _gains(result: Figures, other: Figures | None, against: str | None) -> str:
    gains = [result[form]["clean"]["macro"] - other[form]["clean"]["macro"] for form in ("notes", "clips")]
    return f"Above {against} on the same folds: {gains[0]:+.3f} on notes, {gains[1]:+.3f} on clips."


def _by_sex(figure: Figures) -> list[Any]:
    return [figure[measure].get(sex, "–") for measure in ("accuracyBySex", "uarBySex") for sex in SEXES]


def _of_left_out(forms: Figures) -> list[Any]:
    return [forms[form]["macro"] if form in forms else "–" for form in ("notes", "clips")]


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
