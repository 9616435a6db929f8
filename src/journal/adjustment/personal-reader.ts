import { EMOTIONS, type Emotion, type EmotionScore } from "../../emotions.ts";
import { type Adapter, adapted, fitAdapter, type Label, PLAIN } from "./fit-adapter.ts";

/** From so many labels on, over so many emotions. */
const ENOUGH = { labels: 5, emotions: 2 };

/** An emoji that repeats what was proposed may be the person's or only left as it was: it counts for less. */
const WEIGHT_OF_REPEATED = 0.25;

/** From sixteen labels on, a fit waits until their number has grown by an eighth: a year of notes costs 40 fits. */
const REFIT_SHARE = 8;

/** Eight scores as this person's voice is read. Shares sum to 1, in the order of EMOTIONS. */
export interface PersonalReading {
	shares: number[];
	/** The model's own. */
	modelShares: number[];
	/** Labelled notes that were learned from. */
	notes: number;
	/** How much of the shares is the person's own, 0 to 1; the rest is the model's. */
	weight: number;
}

/** What one person's labels have taught. */
export interface Learned {
	notes: number;
	weight: number;
	adapter: Adapter;
}

/**
 * Learns how to read one person from the emojis that they choose: feed it their notes in order. It mixes the model's
 * reading with its own by how well each has foretold the labels so far (prequentially: Dawid, "Statistical Theory: The
 * Prequential Approach", 1984), so that on these labels it is never worse than the model by more than ln 2 in total.
 */
export class PersonalReader {
	readonly #labels: Label[] = [];
	/** Positions in `labels` of each emotion: all of one emotion weigh the same. */
	readonly #counts = EMOTIONS.map(() => 0);
	#adapter = PLAIN;
	/** Labels that the adapter was fitted to; 0 while there are too few. */
	#fitted = 0;
	/** Σ ln model(chosen) − ln own(chosen), each before it had seen that label. */
	#modelsLead = 0;

	/** What was learned, or null as long as there are too few labels. */
	get learned(): Learned | null {
		if (this.#fitted === 0) return null;
		return { notes: this.#fitted, weight: 1 / (1 + Math.exp(this.#modelsLead)), adapter: this.#adapter };
	}

	/** How this person's note is to be read, or null as long as there are too few labels. */
	read(scores: readonly EmotionScore[]): PersonalReading | null {
		const { learned } = this;
		if (!learned) return null;
		const { notes, weight, adapter } = learned;
		const logs = logsOf(scores);
		const own = adapted(adapter, logs);
		const modelShares = logs.map(Math.exp);
		const shares = modelShares.map((share, k) => (1 - weight) * share + weight * (own[k] ?? 0));
		return { shares, modelShares, notes, weight };
	}

	/** Takes the emotion that was chosen for a note, and whether that only repeats what was proposed. */
	learn(scores: readonly EmotionScore[], emotion: Emotion, isRepeated: boolean): void {
		const [logs, chosen] = [logsOf(scores), EMOTIONS.indexOf(emotion)];
		if (this.#fitted > 0)
			this.#modelsLead += (logs[chosen] ?? 0) - Math.log(adapted(this.#adapter, logs)[chosen] ?? 0);
		this.#labels.push({ logs, chosen, weight: isRepeated ? WEIGHT_OF_REPEATED : 1 });
		this.#counts[chosen] = (this.#counts[chosen] ?? 0) + 1;
		if (this.#isFitDue()) this.#fit();
	}

	#isFitDue(): boolean {
		const emotions = this.#counts.filter((count) => count > 0).length;
		if (this.#labels.length < ENOUGH.labels || emotions < ENOUGH.emotions) return false;
		return this.#labels.length - this.#fitted >= Math.max(1, Math.floor(this.#fitted / REFIT_SHARE));
	}

	/** Each emotion counts by the root of its labels, so that frequent moods do not drown rare ones. */
	#fit(): void {
		const labels = this.#labels.map(({ logs, chosen, weight }) => ({
			...{ logs, chosen },
			weight: weight / Math.sqrt(this.#counts[chosen] ?? 1),
		}));
		this.#adapter = fitAdapter(labels, this.#adapter);
		this.#fitted = labels.length;
	}
}

/** Half a percent more for each: what is shown as 0 % is not impossible. */
function logsOf(scores: readonly EmotionScore[]): number[] {
	const percents = new Map(scores.map(({ emotion, confidence }) => [emotion, confidence]));
	const smoothed = EMOTIONS.map((emotion) => (percents.get(emotion) ?? 0) + 0.5);
	const sum = smoothed.reduce((total, value) => total + value, 0);
	return smoothed.map((value) => Math.log(value / sum));
}
