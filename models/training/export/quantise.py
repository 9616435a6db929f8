"""The network as its int8 build computes it: batch norms folded, weights and activations in 8 bits."""
import copy

import torch
import numpy as np
from numpy.typing import NDArray
from torch import nn
from torch.ao import quantization
from torch.nn.utils import fusion, parametrize

from network.model import VoiceNet

BATCH = 32


def folded(network: VoiceNet) -> VoiceNet:
    """A copy whose convolutions hold the batch norms that follow them."""
    network = copy.deepcopy(network).eval()
    for block in [*network.front, *network.time]:
        block.convolution = fusion.fuse_conv_bn_eval(block.convolution, block.norm)
        block.norm = nn.Identity()
    network.project = fusion.fuse_conv_bn_eval(network.project, network.project_norm)
    network.project_norm = nn.Identity()
    return network


def quantised(network: VoiceNet, windows: NDArray[np.float32]) -> VoiceNet:
    """A folded copy that rounds as the int8 build does, calibrated on `windows` [count, frames, 64].

    The first convolution stays float: with one channel in, the runtime's integer kernel is twice as slow. So
    do attention, pooling and the classifier, which take 5 % of the time.
    """
    network = folded(network)
    for convolution in _integer_convolutions(network):
        parametrize.register_parametrization(convolution, "weight", _weights())
    for index, block in enumerate(network.front):
        network.front[index] = nn.Sequential(block, _activations())
    for block in network.time:
        block.drop = _activations()
    rounded = [nn.Sequential(block, _activations()) for block in network.time]
    network.time = nn.Sequential(_activations(), *rounded)
    return _calibrated(network, windows)


def _integer_convolutions(network: VoiceNet) -> list[nn.Conv2d]:
    return [block.convolution for block in [*network.front[1:], *network.time]] + [network.project]


def _weights() -> quantization.FakeQuantize:
    """int8, symmetric, a scale for each output channel: the largest weight is the range."""
    return quantization.FakeQuantize(
        quantization.PerChannelMinMaxObserver,
        quant_min=-128,
        quant_max=127,
        dtype=torch.qint8,
        qscheme=torch.per_channel_symmetric,
        ch_axis=0,
    )


def _activations() -> quantization.FakeQuantize:
    """uint8, one scale for the tensor, from the least to the largest value seen in calibration.

    Signed activations would cost a third more in the runtime's WebAssembly kernels. Ranges by squared error
    or by the 99.99th percentile were no better; the card says what is lost.
    """
    return quantization.FakeQuantize(
        quantization.MinMaxObserver, quant_min=0, quant_max=255, dtype=torch.quint8, reduce_range=False
    )


def _calibrated(network: VoiceNet, windows: NDArray[np.float32]) -> VoiceNet:
    network.apply(quantization.enable_observer).apply(quantization.disable_fake_quant)
    with torch.no_grad():
        for batch in torch.as_tensor(windows).split(BATCH):
            network(batch)
    return network.apply(quantization.disable_observer).apply(quantization.enable_fake_quant)
