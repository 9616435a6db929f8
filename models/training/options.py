"""The command line that training and evaluation share."""
import argparse
from dataclasses import replace

from data.corpora import BUILDS
from network.recipes import RECIPES, Recipe


def parse(description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--build", choices=BUILDS, default="clean", help="which corpora, see corpora.py")
    parser.add_argument("--data", help="folder with the corpora and their manifest.csv")
    parser.add_argument("--add", help="folder with recordings of your own and their manifest.csv")
    parser.add_argument("--work", default=".training", help="where features, checkpoints and logs are kept")
    parser.add_argument("--recipe", choices=RECIPES, default="shipped")
    parser.add_argument("--steps", type=int, help="train for fewer or more steps than the recipe says")
    parser.add_argument("--workers", type=int, default=2, help="networks trained side by side, one core each")
    return parser


def recipe_of(options: argparse.Namespace) -> tuple[str, Recipe]:
    """(name under which its files are kept, recipe)."""
    recipe, name = RECIPES[options.recipe], f"{options.build}.{options.recipe}"
    if options.steps is None:
        return name, recipe
    return f"{name}-{options.steps}", replace(recipe, steps=options.steps)
