"""What a training run is made of, as data: a recipe is tried by naming it."""
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Recipe:
    """`corpora` weighs each corpus in a batch; within one, an emotion with n clips counts n ** `emotion_power`.

    `subclasses` are the fields of a clip that split an emotion into sub-classes. `emotion_share` is the share of the loss
    on the emotion alone, in whichever group, and `even_share` the share on it when every group is believed alike, so
    that what one corpus' sub-classes know holds for the others. `acoustics` scales how often sound is changed,
    `swapped` is the share of clips that get another's mean spectrum.

    `left_out_steps` is for leave-one-corpus-out: there are as many networks as corpora.
    """

    network: dict = field(default_factory=dict)
    corpora: dict = field(default_factory=dict)
    emotion_power: float = 0.3
    steps: int = 8000
    left_out_steps: int = 4000
    batch: int = 128
    frames: tuple = (128, 160, 190)
    learning_rate: float = 4e-3
    weight_decay: float = 0.05
    smoothing: float = 0.1
    smoothing_of: dict = field(default_factory=dict)
    averaging: float = 0.998
    joined: float = 0.4
    stretch: float = 0.17
    shift: float = 2.0
    acoustics: float = 1.0
    swapped: float = 0.0
    subclasses: tuple = ("corpus",)
    emotion_share: float = 0.5
    even_share: float = 0.0
    adversary: float = 0.0
    affect: float = 0.0

    def for_corpus_left_out(self) -> "Recipe":
        """The recipe of a network for leave-one-corpus-out."""
        return replace(self, steps=min(self.steps, self.left_out_steps))


BASE = Recipe(
    network=dict(front=(16, 32, 64, 96), hidden=256, dilations=(1, 2, 4, 8), drop=0.4),
    corpora=dict(
        ravdess=1.4, emodb=0.9, urdu=0.8, nemo=1.4, ased=1.2, emovo=1.0, banglaserx=0.4, iesc=0.9,
        cremad=2.0, hindi=1.0, banglaser=0.9, etod=0.5, eyase=0.5,
    ),
    smoothing_of={"iesc": 0.2},
)
EVEN = dict(emotion_share=0.25, even_share=0.25)
SHIPPED = replace(BASE, **EVEN, affect=0.5, swapped=0.3, steps=5250, left_out_steps=2625)

# What was tried, side by side; TRIED.md has the numbers.
RECIPES = {
    "shipped": SHIPPED,
    "base": BASE,
    "dry": replace(BASE, acoustics=0.0),
    "even": replace(BASE, **EVEN),
    "swapped": replace(BASE, swapped=0.4),
    "even-swapped": replace(BASE, **EVEN, swapped=0.4),
    "even-levelled": replace(BASE, **EVEN, network=dict(BASE.network, levelled=True)),
    "even-affect": replace(BASE, **EVEN, affect=0.5),
    "even-bolder": replace(BASE, **EVEN, acoustics=1.7, shift=4.0, stretch=0.22),
    "plain": replace(BASE, subclasses=()),
    "adversary": replace(BASE, subclasses=(), adversary=0.2),
}
