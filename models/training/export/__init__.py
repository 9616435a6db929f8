"""From a trained network to 8-bit ONNX, its description and the vectors of its tests."""
