"""Stores what torch exports of a quantised network as integer kernels want it: int8 weights, int32 biases."""
from typing import Any

import numpy as np
from numpy.typing import NDArray
import onnx
from onnx import helper, numpy_helper


def pack(model: onnx.ModelProto) -> onnx.ModelProto:
    """Rewrites an ONNX model in place. Rounded float weights become int8, biases beside them int32."""
    graph = model.graph
    _use_shared_initializers(graph)
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    added = {}
    nodes = [node for node in graph.node if not _store_weights(node, values, added)]
    makers = {output: node for node in nodes for output in node.output}
    packed = []
    for node in nodes:
        packed += _with_integer_bias(node, makers, values, added)
    for node in packed:
        _use_scalars(node, values, added)
    used = {name for node in packed for name in node.input}
    tensors = [tensor for tensor in graph.initializer if tensor.name in used and tensor.name not in added]
    tensors += [numpy_helper.from_array(value, name) for name, value in added.items()]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(packed)
    graph.initializer.extend(tensors)
    return model


def _use_shared_initializers(graph: onnx.GraphProto) -> None:
    """torch stores equal tensors once and passes them on through Identity nodes."""
    shared = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "Identity"}
    kept = [node for node in graph.node if node.op_type != "Identity"]
    for node in kept:
        for index, name in enumerate(node.input):
            node.input[index] = shared.get(name, name)
    del graph.node[:]
    graph.node.extend(kept)


def _store_weights(node: onnx.NodeProto, values: dict[str, NDArray[Any]], added: dict[str, NDArray[Any]]) -> bool:
    """Whether a node rounded weights, which are then stored rounded."""
    if node.op_type != "QuantizeLinear" or node.input[0] not in values:
        return False
    weights, scales = values[node.input[0]], values[node.input[1]]
    scales = scales.reshape(-1, *[1] * (weights.ndim - 1))
    added[node.output[0]] = np.clip(np.round(weights / scales), -128, 127).astype(np.int8)
    return True


def _with_integer_bias(
    node: onnx.NodeProto,
    makers: dict[str, onnx.NodeProto],
    values: dict[str, NDArray[Any]],
    added: dict[str, NDArray[Any]],
) -> list[onnx.NodeProto]:
    """A node; for a convolution of integers first that of its bias, with input scale * weight scale."""
    feeds = [makers.get(name) for name in node.input[:2]]
    if node.op_type != "Conv" or any(feed is None or feed.op_type != "DequantizeLinear" for feed in feeds):
        return [node]
    scales = values[feeds[0].input[1]] * values[feeds[1].input[1]]
    bias = values[node.input[2]]
    names = [f"{node.output[0]}.bias.{part}" for part in ("integer", "scale", "zero")]
    added[names[0]] = np.round(bias / scales).astype(np.int32)
    added[names[1]] = scales
    added[names[2]] = np.zeros(len(scales), np.int32)
    node.input[2] = f"{node.output[0]}.bias.float"
    return [helper.make_node("DequantizeLinear", names, [node.input[2]], axis=0), node]


def _use_scalars(node: onnx.NodeProto, values: dict[str, NDArray[Any]], added: dict[str, NDArray[Any]]) -> None:
    """A scale of a whole tensor is a list of one in torch; the runtime takes a scalar."""
    if node.op_type not in ("QuantizeLinear", "DequantizeLinear"):
        return
    for index in (1, 2):
        value = values.get(node.input[index])
        if value is not None and value.shape == (1,):
            node.input[index] += ".scalar"
            added[node.input[index]] = value.reshape(())
