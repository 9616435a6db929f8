"""What a training run is made of, as data: a recipe is tried by naming it."""
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Recipe:
    """`corpora` weighs each corpus in a batch; within one, an emotion with n clips counts n ** `emotion_power`.

    `subclasses` are the fields of a clip that split an emotion into sub-classes; `emotion_share` is the share of the loss
    on the emotion alone, in whichever group, so that small corpora learn from large ones.

    `left_out_steps` is for leave-one-corpus-out: there are as many networks as corpora, and they only show how far a
    recipe carries.
    """

    network: dict = field(default_factory=dict)
    corpora: dict = field(default_factory=dict)
    emotion_power: float = 0.3
    conditions: dict = field(default_factory=lambda: {"clean": 0.6, "opus": 0.2, "varied": 0.2})
    steps: int = 2500
    left_out_steps: int = 1000
    batch: int = 64
    frames: tuple = (128, 160, 190, 250)
    learning_rate: float = 4e-3
    weight_decay: float = 0.02
    smoothing: float = 0.1
    smoothing_of: dict = field(default_factory=dict)
    averaging: float = 0.998
    joined: float = 0.0
    mixup: float = 0.0
    stretch: float = 0.17
    shift: float = 2.0
    subclasses: tuple = ()
    emotion_share: float = 0.0

    def for_corpus_left_out(self) -> "Recipe":
        """The recipe of a network for leave-one-corpus-out."""
        return replace(self, steps=min(self.steps, self.left_out_steps))


_BASELINE_WEIGHTS = dict(
    ravdess=1.6, emodb=0.8, urdu=0.9, nemo=1.3, ased=1.2, emovo=0.9, banglaserx=0.4, iesc=0.5
)

BASELINE = Recipe(corpora=_BASELINE_WEIGHTS)

WIDE = Recipe(
    network=dict(front=(16, 32, 64, 96), hidden=256, dilations=(1, 2, 4, 8), drop=0.4, time_drop=0.1),
    corpora=dict(ravdess=1.4, emodb=0.9, urdu=0.8, nemo=1.4, ased=1.2, emovo=1.0, banglaserx=0.4, iesc=0.9),
    conditions={"clean": 0.5, "opus": 0.2, "varied": 0.3},
    smoothing_of={"iesc": 0.2},
    frames=(128, 160, 190),
    joined=0.4,
    mixup=0.2,
    weight_decay=0.05,
)
SUBCLASSES = replace(WIDE, subclasses=("corpus",))
SUBCLASSES_WITHOUT_MIXUP = replace(SUBCLASSES, mixup=0.0)
COARSE = replace(SUBCLASSES_WITHOUT_MIXUP, network=dict(WIDE.network, strides=(2, 2, 2, 1)))

LONGER = replace(SUBCLASSES_WITHOUT_MIXUP, network=dict(WIDE.network, time_drop=0.05), steps=3000)
BOLDER = replace(LONGER, shift=4.0, stretch=0.25, conditions={"clean": 0.4, "opus": 0.2, "varied": 0.4})

SHIPPED = replace(
    SUBCLASSES_WITHOUT_MIXUP,
    network=dict(WIDE.network, time_drop=0.0),
    conditions={"clean": 0.45, "opus": 0.15, "varied": 0.3, "telephone": 0.1},
    emotion_share=0.5,
    steps=8000,
)

# What was tried, side by side; TRIED.md has the numbers.
RECIPES = {
    "baseline": BASELINE,
    "wide": WIDE,
    "subclasses": SUBCLASSES,
    "subclasses-without-mixup": SUBCLASSES_WITHOUT_MIXUP,
    "coarse": COARSE,
    "coarse-with-sex": replace(COARSE, subclasses=("corpus", "sex")),
    "longer": LONGER,
    "bolder": BOLDER,
    "shipped": SHIPPED,
}
