"""Trains one network: seeded, resumable, logging to a file."""
import logging
import math
import os
import time
from collections.abc import Sequence

import torch
from torch.nn import functional as F

from data.recordings import Recordings
from network.batches import Batches
from network.model import Fitted, VoiceNet
from network.recipes import Recipe

SAVE_EVERY = 500


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
    batches = Batches(recordings, numbers, recipe, seed * 1_000_003 + start)
    arguments = dict(recipe.network, subclasses=batches.subclasses.pairs())
    network = VoiceNet(**arguments).to(place, memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    if saved:
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        average = saved["average"]
    smooth = 0.0
    began = time.time()
    for step in range(start, recipe.steps):
        for group in optimizer.param_groups:
            group["lr"] = recipe.learning_rate * schedule(step / recipe.steps)
        network.train()
        cells, of_subclasses, of_emotions = batches.next()
        with torch.autocast(place.type, dtype=torch.bfloat16):
            subclasses = network.of_subclasses(cells.to(place))
        subclasses = subclasses.float()
        loss = (1 - recipe.emotion_share) * cross_entropy(subclasses, *of_subclasses)
        if recipe.emotion_share:
            loss = loss + recipe.emotion_share * cross_entropy(network.emotions_of(subclasses), *of_emotions)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        follow(average, network, min(recipe.averaging, (1 + step) / (20 + step)))
        smooth = loss.item() if not smooth else 0.98 * smooth + 0.02 * loss.item()
        if (step + 1) % SAVE_EVERY == 0:
            logging.info("%s step %d loss %.3f %.0f s", os.path.basename(path), step + 1, smooth, time.time() - began)
            torch.save(
                dict(network=network.state_dict(), optimizer=optimizer.state_dict(), average=average, step=step + 1),
                path + ".part",
            )
    fitted = dict(network=arguments, state=average)
    torch.save(fitted, path)
    if os.path.exists(path + ".part"):
        os.remove(path + ".part")
    return fitted


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
    log_probabilities = F.log_softmax(logits + masks.to(logits.device), 1)
    return -(targets.to(logits.device) * log_probabilities).sum(1).mean()


def schedule(done: float) -> float:
    """Share of the learning rate: warm-up over 6 %, then half a cosine."""
    return done / 0.06 if done < 0.06 else 0.5 * (1 + math.cos(math.pi * (done - 0.06) / 0.94)) + 1e-3


def follow(average: dict[str, torch.Tensor], network: VoiceNet, decay: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point:
                average[name].mul_(decay).add_(value, alpha=1 - decay)
            else:
                average[name].copy_(value)
