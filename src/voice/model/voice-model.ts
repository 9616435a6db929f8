import { type InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { Emotion } from "../../emotions.ts";
import { sha256 } from "../../sha256.ts";
import { softmax } from "../scores/emotion-scores.ts";
import { assertReliability, assertSameFeatures, emotionsOf, type ModelSpec } from "./model-spec.ts";
import { ModelUnavailable } from "./model-unavailable.ts";
import { createSession, runExclusive } from "./onnx-runtime.ts";

/** Windows per run. The runtime's memory never shrinks, so it must not grow with the length of a recording. */
const BATCH_SIZE = 8;

/** A model that is loaded on first use, once per isolate. Keep it at module scope. */
export class VoiceModel {
	readonly spec: ModelSpec;
	readonly #weights: Uint8Array<ArrayBuffer>;
	#session: Promise<InferenceSession> | undefined;
	#emotions: Emotion[] = [];

	constructor(weights: ArrayBuffer, spec: ModelSpec) {
		this.#weights = new Uint8Array(weights);
		this.spec = spec;
	}

	/** The emotions, in the order of the probabilities from `classify`. */
	get emotions(): readonly Emotion[] {
		return this.#emotions;
	}

	/**
	 * Calibrated probabilities for each window of normalised log-mel cells ([frames, 64]; padded if too short). Windows
	 * are consumed lazily, so they are never all in memory. Throws `ModelUnavailable`; the next call retries loading.
	 */
	async classify(windows: Iterable<Float32Array>): Promise<number[][]> {
		const loaded = this.load();
		const session = await loaded;
		const results: number[][] = [];
		for (const batch of this.#batches(windows)) {
			results.push(...(await this.#run(session, batch).catch((cause) => this.#failed(loaded, cause))));
		}
		return results;
	}

	/** Drops the failed session, but not a newer one created by another recording in the meantime. */
	#failed(loaded: Promise<InferenceSession>, cause: unknown): never {
		if (this.#session === loaded) this.#session = undefined;
		throw new ModelUnavailable("The model could not run", { cause });
	}

	/** A failed load is not cached, so that the next recording retries it. */
	load(): Promise<InferenceSession> {
		this.#session ??= this.#open().catch((cause) => {
			this.#session = undefined;
			throw cause instanceof ModelUnavailable
				? cause
				: new ModelUnavailable("The model could not be loaded", { cause });
		});
		return this.#session;
	}

	async #open(): Promise<InferenceSession> {
		this.#emotions = emotionsOf(this.spec);
		assertSameFeatures(this.spec.features);
		assertReliability(this.spec.reliability);
		await this.#assertHash();
		const session = await createSession(this.#weights);
		this.#assertShape(session);
		return session;
	}

	async #assertHash(): Promise<void> {
		const found = await sha256(this.#weights);
		if (found !== this.spec.sha256)
			throw new ModelUnavailable(`The weights' SHA-256 is ${found}, not ${this.spec.sha256}`);
	}

	#assertShape({ inputMetadata: [input], outputMetadata: [output] }: InferenceSession): void {
		const [{ name, bands }, outputs] = [this.spec.input, this.spec.labels.length];
		const fits =
			input?.isTensor &&
			output?.isTensor &&
			input.name === name &&
			output.name === this.spec.output.name &&
			input.shape.length === 3 &&
			input.shape[2] === bands &&
			output.shape.at(-1) === outputs;
		if (!fits)
			throw new ModelUnavailable(
				`The model does not take ${name} [batch, frames, ${bands}] to ${outputs} logits`,
			);
	}

	#padded(window: Float32Array): Float32Array {
		const { minFrames, bands, padding } = this.spec.input;
		if (window.length >= minFrames * bands) return window;
		const padded = new Float32Array(minFrames * bands).fill(padding);
		padded.set(window);
		return padded;
	}

	/** In order, up to eight windows of the same length per batch. */
	*#batches(windows: Iterable<Float32Array>): Generator<Float32Array[]> {
		let batch: Float32Array[] = [];
		for (const window of windows) {
			const next = this.#padded(window);
			if (batch.length === BATCH_SIZE || (batch[0] && batch[0].length !== next.length)) {
				yield batch;
				batch = [];
			}
			batch.push(next);
		}
		if (batch.length) yield batch;
	}

	async #run(session: InferenceSession, windows: Float32Array[]): Promise<number[][]> {
		const { input, output, labels, temperature } = this.spec;
		const length = windows[0]?.length ?? 0;
		const cells = new Float32Array(length * windows.length);
		for (const [i, window] of windows.entries()) cells.set(window, i * length);
		const tensor = new Tensor("float32", cells, [windows.length, length / input.bands, input.bands]);
		const { [output.name]: result } = await runExclusive(() => session.run({ [input.name]: tensor }));
		const logits = Array.from(result?.data as Float32Array);
		if (logits.length !== windows.length * labels.length || !logits.every(Number.isFinite)) {
			throw new Error("The model's output is not one finite number per label");
		}
		return windows.map((_, i) =>
			softmax(logits.slice(i * labels.length, (i + 1) * labels.length), temperature),
		);
	}
}
