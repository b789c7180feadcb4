"""A checkpoint as the two ONNX graphs that the program embeds, with 8-bit weights."""

import os

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from .network import Acts, Arcs, Layer


class Words(nn.Module):
    """The word vectors in 8 bits, each row with its own scale."""

    def __init__(self, table: torch.Tensor):
        super().__init__()
        scale = table.abs().amax(1, keepdim=True) / 127.0
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """[b, t] → [b, t, width]."""
        return self.rows[ids].float() * self.scale[ids]


class Joined(nn.Module):
    """A layer with one multiplication for query, key and value: less to pack and to launch."""

    def __init__(self, layer: Layer):
        super().__init__()
        self.layer = layer
        parts = (layer.query, layer.key, layer.value)
        width = layer.query.in_features
        self.all = nn.Linear(width, 3 * width)
        self.all.weight = nn.Parameter(torch.cat([part.weight.data for part in parts]))
        self.all.bias = nn.Parameter(torch.cat([part.bias.data for part in parts]))

    def forward(self, x: torch.Tensor, mask: None) -> torch.Tensor:
        """As [`Layer.forward`] without a mask."""
        batch, length, width = x.shape
        heads = self.layer.heads
        q, k, v = self.all(x).view(batch, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4).unbind(0)
        return self.layer.after_attention(x, self.layer.attend(q, k, v))


class ArcsOfWindow(nn.Module):
    """The second head as the program calls it: states of one window and token numbers of the cues."""

    def __init__(self, arcs: Arcs):
        super().__init__()
        self.arcs = arcs

    def forward(self, states, at, to, distance, neighbour):
        """Scores [n, t, 3]."""
        return self.arcs.at(states, at, to, distance, neighbour)


class ActsOfWindow(nn.Module):
    """The head for acts, likewise."""

    def __init__(self, acts: Acts):
        super().__init__()
        self.acts = acts

    def forward(self, states, at, to, content, source):
        """Scores [n, acts]."""
        return self.acts(states, states[0, at], states[0, to], content, source)


def export(modules: dict[str, nn.Module], folder: str, quantize: bool = True) -> None:
    """Writes `encoder.onnx`, `arcs.onnx` and `acts.onnx`."""
    encoder, arcs, acts = (modules[name].eval() for name in ("encoder", "arcs", "acts"))
    if quantize:
        encoder.word = Words(encoder.word.weight.data)
    encoder.layers = nn.ModuleList(Joined(layer) for layer in encoder.layers)
    length, cues = 40, 3
    # A tensor of its own for each input: the exporter takes one object for one input.
    zeros = lambda: torch.zeros(1, length, dtype=torch.int64)
    tokens = torch.export.Dim("tokens", min=3, max=512)
    count = torch.export.Dim("cues", min=1, max=512)
    graphs = {
        "encoder": (
            encoder,
            (zeros(), zeros(), zeros()),
            ["ids", "case", "quoted"],
            ["states", "cue", "name"],
            ({1: tokens}, {1: tokens}, {1: tokens}),
        ),
        "arcs": (
            ArcsOfWindow(arcs),
            (
                torch.zeros(1, length, encoder.shape.width),
                torch.tensor([1, 5, 9]),
                torch.tensor([2, 5, 9]),
                torch.zeros(cues, length, dtype=torch.int64),
                torch.zeros(cues, length, dtype=torch.int64),
            ),
            ["states", "at", "to", "distance", "neighbour"],
            ["scores"],
            ({1: tokens}, {0: count}, {0: count}, {0: count, 1: tokens}, {0: count, 1: tokens}),
        ),
        "acts": (
            ActsOfWindow(acts),
            (
                torch.zeros(1, length, encoder.shape.width),
                torch.tensor([1, 5, 9]),
                torch.tensor([2, 5, 9]),
                torch.ones(cues, length),
                torch.ones(cues, length),
            ),
            ["states", "at", "to", "content", "source"],
            ["acts"],
            ({1: tokens}, {0: count}, {0: count}, {0: count, 1: tokens}, {0: count, 1: tokens}),
        ),
    }
    for name, (module, example, inputs, outputs, shapes) in graphs.items():
        path = os.path.join(folder, name + ".onnx")
        torch.onnx.export(
            module.eval(),
            example,
            path,
            input_names=inputs,
            output_names=outputs,
            dynamic_shapes=shapes,
            opset_version=18,
            dynamo=True,
            external_data=False,
            verbose=False,
        )
        if quantize and name == "encoder":  # the other heads are small and stay in 32 bits
            quant_pre_process(path, path + ".pre", skip_symbolic_shape=True)
            quantize_dynamic(
                path + ".pre",
                path,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul"],
            )
            os.remove(path + ".pre")
        graph = onnx.load(path)
        for node in graph.graph.node:  # the exporter writes this machine's paths and stack traces here
            del node.metadata_props[:]
            node.doc_string = ""
        for kept in (graph.graph.value_info, graph.metadata_props):
            del kept[:]
        onnx.save(graph, path)
        sizes = sorted(((np.prod(t.dims) if t.dims else 1, t.name) for t in graph.graph.initializer), reverse=True)
        print(f"{name}: {os.path.getsize(path) / 1e6:.1f} MB, {len(graph.graph.node)} nodes, largest {sizes[:2]}")


class Exported:
    """One of the graphs, run by onnxruntime: what the program computes, but for the last bits."""

    device = torch.device("cpu")

    def __init__(self, folder: str, name: str):
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(os.path.join(folder, name + ".onnx"), options)

    def __call__(self, *inputs: torch.Tensor):
        named = zip((given.name for given in self.session.get_inputs()), inputs)
        outputs = self.session.run(None, {name: tensor.numpy() for name, tensor in named})
        return tuple(map(torch.from_numpy, outputs))

    def at(self, *inputs: torch.Tensor) -> torch.Tensor:
        """As `Arcs.at`."""
        return self(*inputs)[0]

    def eval(self) -> None:
        """There is nothing to switch."""
