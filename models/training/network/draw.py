"""Random numbers on a device, from one seeded generator, so that a run can be repeated there."""
import torch


class Draw:
    def __init__(self, seed: int, place: torch.device) -> None:
        self.place = place
        self.random = torch.Generator(place).manual_seed(seed)

    def uniform(self, low: float, high: float, *shape: int) -> torch.Tensor:
        return low + (high - low) * torch.rand(*shape, generator=self.random, device=self.place)

    def normal(self, *shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=self.random, device=self.place)

    def chance(self, share: float, *shape: int) -> torch.Tensor:
        return torch.rand(*shape, generator=self.random, device=self.place) < share

    def order(self, count: int) -> torch.Tensor:
        return torch.randperm(count, generator=self.random, device=self.place)

    def some(self, count: int, share: float) -> torch.Tensor:
        """Indices of a fixed share of `count`."""
        return self.order(count)[: round(count * min(share, 1.0))]

    def below(self, counts: torch.Tensor, *shape: int) -> torch.Tensor:
        """Whole numbers from 0 to below `counts`, which is broadcast to `shape`."""
        return (self.uniform(0, 1, *shape) * counts).long().clamp_max(counts - 1)

    def range(self, count: int) -> torch.Tensor:
        return torch.arange(count, device=self.place)
