"""From the windows' logits to one set of probabilities, as src/voice/read-voice.ts does it."""
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import softmax

from corpora import LABELS


def softmax_of(logits, temperature):
    return softmax(logits / temperature, axis=1)


def pool(logits, weights, temperature=1.0):
    """[windows, 8] and [windows] -> [8]: the weighted mean of the windows' probabilities."""
    if not len(logits):
        return np.full(len(LABELS), 1 / len(LABELS))
    return (weights / weights.sum()) @ softmax_of(logits, temperature)


def pool_all(heard, temperature=1.0):
    """[recordings, 8] of anything with `logits` and `weights`."""
    return np.array([pool(one.logits, one.weights, temperature) for one in heard])


def fit_temperature(heard, truth):
    """The temperature with the least negative log-likelihood of whole recordings (Guo et al., 2017), not of windows."""

    def loss(log_temperature):
        probabilities = pool_all(heard, np.exp(log_temperature))
        return -np.log(probabilities[np.arange(len(truth)), truth] + 1e-9).mean()

    return float(np.exp(minimize_scalar(loss, bounds=(-2, 2), method="bounded").x))
