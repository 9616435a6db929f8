import type { Lang } from "../../languages.ts";
import type { NoLabelReason } from "../analysis/story-shape.ts";
import type { Shape } from "../analysis/types.ts";

interface Words {
	pleasant: string;
	unpleasant: string;
	blocks: (count: number) => string;
	tagged: (percent: number) => string;
	empty: string;
	turn: Record<"peak" | "valley", string>;
	shapes: Record<Shape, string>;
	reasons: Record<NoLabelReason, string>;
}

/** What is written into a picture, in the dialog's language. */
export const WORDS: Record<Lang, Words> = {
	uk: {
		pleasant: "приємно",
		unpleasant: "неприємно",
		blocks: (count) => `Блоків: ${count}`,
		tagged: (percent) => `з емоцією: ${percent} %`,
		empty: "Жоден блок ще не має емоції",
		turn: { peak: "підйом", valley: "спад" },
		shapes: {
			rags_to_riches: "Із грязі в князі",
			tragedy: "Трагедія",
			man_in_a_hole: "Людина в ямі",
			icarus: "Ікар",
			cinderella: "Попелюшка",
			oedipus: "Едіп",
		},
		reasons: {
			too_few_tagged_blocks: "Замало блоків з емоцією, щоб назвати форму",
			flat: "Настрій не змінюється",
			not_significant: "Жодна з шести форм не підходить переконливо",
		},
	},
	en: {
		pleasant: "pleasant",
		unpleasant: "unpleasant",
		blocks: (count) => `${count} ${count === 1 ? "block" : "blocks"}`,
		tagged: (percent) => `${percent}% with an emotion`,
		empty: "No block has an emotion yet",
		turn: { peak: "peak", valley: "valley" },
		shapes: {
			rags_to_riches: "Rags to riches",
			tragedy: "Tragedy",
			man_in_a_hole: "Man in a hole",
			icarus: "Icarus",
			cinderella: "Cinderella",
			oedipus: "Oedipus",
		},
		reasons: {
			too_few_tagged_blocks: "Too few blocks with an emotion to name a shape",
			flat: "The mood does not change",
			not_significant: "None of the six shapes fits convincingly",
		},
	},
	es: {
		pleasant: "agradable",
		unpleasant: "desagradable",
		blocks: (count) => `${count} ${count === 1 ? "bloque" : "bloques"}`,
		tagged: (percent) => `${percent} % con emoción`,
		empty: "Ningún bloque tiene emoción todavía",
		turn: { peak: "cima", valley: "valle" },
		shapes: {
			rags_to_riches: "De la pobreza a la riqueza",
			tragedy: "Tragedia",
			man_in_a_hole: "Caída y salida",
			icarus: "Ícaro",
			cinderella: "Cenicienta",
			oedipus: "Edipo",
		},
		reasons: {
			too_few_tagged_blocks: "Pocos bloques con emoción para nombrar una forma",
			flat: "El ánimo no cambia",
			not_significant: "Ninguna de las seis formas encaja de modo convincente",
		},
	},
};
