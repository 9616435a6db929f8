"""One forward pass of wav2vec2-large (24 layers, 315 M parameters) over 60 s, as JSON: CPU and wall seconds, peak MB.

Random weights: they cost what trained ones cost. Architecture: Baevski et al., "wav2vec 2.0" (2020), the large model
with layer-normalised convolutions, as the emotion models of the field fine-tune it.
"""

import json
import resource
import sys
import time

import torch
from torch import nn

SECONDS, RATE, WIDTH, LAYERS = 60, 16_000, 1024, 24
CONVOLUTIONS = [(10, 5)] + [(3, 2)] * 4 + [(2, 2)] * 2


class NormalisedConvolution(nn.Module):
    def __init__(self, inputs, kernel, stride):
        super().__init__()
        self.convolution = nn.Conv1d(inputs, 512, kernel, stride)
        self.norm = nn.LayerNorm(512)

    def forward(self, x):
        return nn.functional.gelu(self.norm(self.convolution(x).transpose(1, 2)).transpose(1, 2))


class Wav2Vec2Large(nn.Module):
    def __init__(self):
        super().__init__()
        inputs = [1] + [512] * (len(CONVOLUTIONS) - 1)
        self.features = nn.Sequential(*(NormalisedConvolution(i, k, s) for i, (k, s) in zip(inputs, CONVOLUTIONS)))
        self.projection = nn.Sequential(nn.LayerNorm(512), nn.Linear(512, WIDTH))
        self.position = nn.Conv1d(WIDTH, WIDTH, 128, padding=64, groups=16)
        layer = nn.TransformerEncoderLayer(WIDTH, 16, 4096, 0.0, "gelu", batch_first=True, norm_first=True)
        self.encoder = nn.TransformerEncoder(layer, LAYERS, nn.LayerNorm(WIDTH))
        self.head = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.Tanh(), nn.Linear(WIDTH, 8))

    def forward(self, samples):
        x = self.projection(self.features(samples[:, None]).transpose(1, 2))
        x = x + nn.functional.gelu(self.position(x.transpose(1, 2))[..., : x.shape[1]]).transpose(1, 2)
        return self.head(self.encoder(x).mean(1))


torch.set_grad_enabled(False)
square = torch.randn(1024, 1024)
started = time.process_time()
square @ square
if time.process_time() - started > 0.4:
    sys.exit("torch multiplies without a fast BLAS here, which would be unfair (Debian: apt-get install libopenblas0)")
model = Wav2Vec2Large().eval()
samples = torch.randn(1, SECONDS * RATE)
wall, cpu = time.perf_counter(), time.process_time()
probabilities = torch.softmax(model(samples), 1)
result = {
    "cpu": time.process_time() - cpu,
    "wall": time.perf_counter() - wall,
    "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "parameters": sum(p.numel() for p in model.parameters()),
    "torch": torch.__version__,
    "threads": torch.get_num_threads(),
}
json.dump(result, sys.stdout)
