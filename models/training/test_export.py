"""Run with: python3 -m unittest discover -s models/training (in a checkout with its npm packages)"""
import os
import tempfile
import unittest

import numpy as np
import onnx
import torch

from export.install import largest_difference
from network.model import VoiceNet
from export.write_onnx import write_float, write_int8

SUBCLASSES = (*((0, label) for label in range(8)), (1, 2), (1, 4))


def network_of(seed):
    """One whose batch norms have something to fold."""
    torch.manual_seed(seed)
    network = VoiceNet(front=(4, 6, 8, 8), hidden=16, dilations=(1, 2), subclasses=SUBCLASSES)
    network.train()
    with torch.no_grad():
        for _ in range(20):
            network(torch.randn(8, 64, 64) * 2)
    return network.eval()


class Export(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "model.onnx")
        self.network = network_of(3)
        self.windows = np.random.default_rng(3).normal(0, 1.5, (24, 300, 64)).astype(np.float32)

    def tearDown(self):
        self.folder.cleanup()

    def test_float_gives_what_torch_gives(self):
        write_float(self.network, self.path)
        for frames in (48, 137, 300):
            self.assertLess(largest_difference(self.path, self.network, self.windows[:5, :frames]), 1e-4)

    def test_int8_gives_what_it_simulates_and_nearly_what_was_trained(self):
        rounded = write_int8(self.network, self.windows, self.path)
        self.assertLess(largest_difference(self.path, rounded, self.windows), 0.02)
        self.assertLess(largest_difference(self.path, self.network, self.windows[:, :137]), 0.05)

    def test_integer_convolutions_hold_integers(self):
        write_int8(self.network, self.windows, self.path)
        graph = onnx.load(self.path).graph
        types = [tensor.data_type for tensor in graph.initializer if len(tensor.dims) == 4]
        integers = len(self.network.front) - 1 + len(self.network.time) + 1
        self.assertEqual(types.count(onnx.TensorProto.INT8), integers)
        self.assertEqual(types.count(onnx.TensorProto.FLOAT), 3)  # the first one and attention
        biases = [tensor for tensor in graph.initializer if tensor.name.endswith(".integer")]
        self.assertEqual([tensor.data_type for tensor in biases], [onnx.TensorProto.INT32] * integers)

    def test_equal_biases_are_written_for_each_convolution(self):
        fresh = VoiceNet(front=(4, 4, 4, 4), hidden=8, dilations=(1, 2)).eval()
        rounded = write_int8(fresh, self.windows, self.path)
        self.assertLess(largest_difference(self.path, rounded, self.windows[:4]), 0.02)

    def test_a_changed_file_is_told_apart(self):
        write_float(network_of(4), self.path)
        self.assertGreater(largest_difference(self.path, self.network, self.windows), 0.02)


if __name__ == "__main__":
    unittest.main()
