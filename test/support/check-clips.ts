import { env } from "cloudflare:workers";
import { FEATURE_SPEC } from "../../src/voice/features/feature-spec.ts";
import type { LogMel } from "../../src/voice/features/log-mel.ts";

const { MODELS } = env as Env & { MODELS: Fetcher };
const { melBands } = FEATURE_SPEC;

/** One recording of models/check, as models/training/write_check.py chose and coded it. */
export interface CheckClip {
	corpus: string;
	language: string;
	/** `f`, `m`, or empty where nobody noted it. */
	sex: string;
	/** A number that stands for the speaker. */
	speaker: number;
	label: string;
	frames: number;
}

export interface CheckRecording extends CheckClip {
	recording: LogMel;
}

interface CheckFile {
	/** A cell is `lowest + step * byte`, so it is off by half a step at most. */
	scale: { lowest: number; step: number };
	/** Corpora whose speakers are not known well enough to join what they said. */
	withoutNotes: string[];
	clips: CheckClip[];
}

/** A file of the folder models/. */
export async function modelFile(path: string): Promise<Uint8Array> {
	const response = await MODELS.fetch(`http://models/${path}`);
	if (!response.ok) throw new Error(`There is no models/${path}`);
	return new Uint8Array(await response.arrayBuffer());
}

/** A file of the folder models/, as UTF-8. */
export const modelText = async (path: string): Promise<string> =>
	new TextDecoder().decode(await modelFile(path));

/** The clips of models/check, and notes: what one speaker said in one emotion, joined in the file's order. */
export async function readCheckRecordings(): Promise<{ clips: CheckRecording[]; notes: CheckRecording[] }> {
	const { scale, withoutNotes, clips }: CheckFile = JSON.parse(await modelText("check/clips.json"));
	const codes = await modelFile("check/features.bin");
	const frames = clips.reduce((sum, clip) => sum + clip.frames, 0);
	if (codes.length !== frames * melBands)
		throw new Error(`${codes.length} bytes of features are not ${frames} frames of ${melBands} bands`);
	const cells = Float32Array.from(codes, (code) => scale.lowest + scale.step * code);
	const recordings = cut(clips, cells);
	const joinable = recordings.filter(({ corpus }) => !withoutNotes.includes(corpus));
	const notes = Map.groupBy(joinable, ({ speaker, label }) => `${speaker} ${label}`);
	return { clips: recordings, notes: Array.from(notes.values(), join) };
}

function cut(clips: readonly CheckClip[], cells: Float32Array): CheckRecording[] {
	let at = 0;
	return clips.map((clip) => {
		const from = at;
		at += clip.frames * melBands;
		return { ...clip, recording: logMelOf(cells.subarray(from, at)) };
	});
}

function join(clips: readonly CheckRecording[]): CheckRecording {
	const [first] = clips;
	if (!first) throw new Error("A note is made of one clip or more");
	const frames = clips.reduce((sum, clip) => sum + clip.frames, 0);
	const cells = new Float32Array(frames * melBands);
	let at = 0;
	for (const { recording } of clips) {
		cells.set(recording.cells, at);
		at += recording.cells.length;
	}
	return { ...first, frames, recording: logMelOf(cells) };
}

/** Cells [frames, 64] with the levels that belong to them. */
function logMelOf(cells: Float32Array): LogMel {
	const frames = cells.length / melBands;
	const levels = Float32Array.from({ length: frames }, (_, t) => {
		let energy = 0;
		for (let band = 0; band < melBands; band++) energy += Math.exp(cells[t * melBands + band] ?? 0);
		return 10 * Math.log10(energy / melBands);
	});
	return { frames, cells, levels };
}
