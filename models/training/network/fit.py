"""Trains one network: seeded, resumable, logging to a file."""
import logging
import math
import os
import time
from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import functional as F

from data.recordings import Recordings
from network.batches import Batches, Labelled
from network.model import Fitted, VoiceNet
from network.recipes import Recipe

SAVE_EVERY = 500
# Valence and arousal of the eight emotions, after Russell, 1980.
AFFECT = torch.tensor([[0, 0], [0.6, -0.6], [0.8, 0.5], [-0.7, -0.5], [-0.7, 0.8], [-0.7, 0.6], [-0.6, 0.2], [0.3, 0.7]])


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def fit(recordings: Recordings, numbers: Sequence[int], recipe: Recipe, path: str, seed: int = 1) -> Fitted:
    """{network: its arguments, state: a moving average of its weights} after training on the clips `numbers`.

    `path` names the result; beside it, `path`.part holds what a run that was cut off goes on from.
    """
    if os.path.exists(path):
        return torch.load(path, map_location="cpu")
    torch.manual_seed(seed)
    place = device()
    saved = torch.load(path + ".part", map_location=place) if os.path.exists(path + ".part") else None
    start = saved["step"] if saved else 0
    batches = Batches(recordings, numbers, recipe, seed * 1_000_003 + start, place)
    arguments = dict(recipe.network, subclasses=batches.subclasses.pairs())
    network = VoiceNet(**arguments).to(place, memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay)
    width = 2 * network.project.out_channels
    heads = torch.nn.ModuleDict(dict(
        adversary=torch.nn.Linear(width, len(set(batches.corpora.tolist()))), affect=torch.nn.Linear(width, 2),
    )).to(place)
    optimizer.add_param_group(dict(params=heads.parameters()))
    average = {name: value.clone() for name, value in network.state_dict().items()}
    if saved:
        network.load_state_dict(saved["network"])
        heads.load_state_dict(saved["heads"])
        optimizer.load_state_dict(saved["optimizer"])
        average = saved["average"]
    smooth, began = torch.zeros((), device=place), time.time()
    for step in range(start, recipe.steps):
        for group in optimizer.param_groups:
            group["lr"] = recipe.learning_rate * schedule(step / recipe.steps)
        network.train()
        cells, of_subclasses, of_emotions, corpora = batches.next()
        with torch.autocast(place.type, torch.bfloat16, enabled=place.type == "cuda"):
            pooled = network.pooled(cells)
            subclasses = network.classify(network.drop(pooled))
        loss = loss_of(network, subclasses.float(), of_subclasses, of_emotions, recipe)
        if recipe.affect:
            aimed = AFFECT.to(place)[of_emotions[0].argmax(1)]
            loss = loss + recipe.affect * F.mse_loss(heads["affect"](pooled.float()), aimed)
        if recipe.adversary:
            strength = recipe.adversary * min(1.0, 2 * step / recipe.steps)
            loss = loss + F.cross_entropy(heads["adversary"](Reversed.apply(pooled.float(), strength)), corpora)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        follow(average, network, min(recipe.averaging, (1 + step) / (20 + step)))
        smooth = smooth + (0.02 if step > start else 1.0) * (loss.detach() - smooth)
        if (step + 1) % SAVE_EVERY == 0:
            logging.info("%s step %d loss %.3f %.0f s", os.path.basename(path), step + 1, float(smooth), time.time() - began)
            torch.save(
                dict(
                    network=network.state_dict(), heads=heads.state_dict(), optimizer=optimizer.state_dict(),
                    average=average, step=step + 1,
                ),
                path + ".part",
            )
    average = {name: value.cpu() for name, value in average.items()}
    fitted = dict(network=arguments, state=average)
    torch.save(fitted, path)
    if os.path.exists(path + ".part"):
        os.remove(path + ".part")
    return fitted


def loss_of(
    network: VoiceNet,
    subclasses: torch.Tensor,
    of_subclasses: Labelled,
    of_emotions: Labelled,
    recipe: Recipe,
) -> torch.Tensor:
    """On the sub-classes, on the emotion in whichever group, and on the emotion with every group believed alike."""
    left = 1 - recipe.emotion_share - recipe.even_share
    loss = left * cross_entropy(subclasses, *of_subclasses)
    for share, trust in ((recipe.emotion_share, 1.0), (recipe.even_share, 0.0)):
        if share:
            loss = loss + share * cross_entropy(network.emotions_of(subclasses, trust), *of_emotions)
    return loss


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
    return -(targets * F.log_softmax(logits + masks, 1)).sum(1).mean()


class Reversed(torch.autograd.Function):
    """Passes values on and turns their gradient around (Ganin et al., 2016)."""

    @staticmethod
    def forward(context: Any, values: torch.Tensor, strength: float) -> torch.Tensor:
        context.strength = strength
        return values.view_as(values)

    @staticmethod
    def backward(context: Any, gradient: torch.Tensor) -> tuple[torch.Tensor, None]:
        return -context.strength * gradient, None


def schedule(done: float) -> float:
    """Share of the learning rate: warm-up over 6 %, then half a cosine."""
    return done / 0.06 if done < 0.06 else 0.5 * (1 + math.cos(math.pi * (done - 0.06) / 0.94)) + 1e-3


def follow(average: dict[str, torch.Tensor], network: VoiceNet, decay: float) -> None:
    state = network.state_dict()
    names = [name for name, value in state.items() if value.dtype.is_floating_point]
    with torch.no_grad():
        kept = [average[name] for name in names]
        torch._foreach_mul_(kept, decay)
        torch._foreach_add_(kept, [state[name] for name in names], alpha=1 - decay)
