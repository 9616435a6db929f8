import spec from "../../models/voice-emotion.json";
import type { Reliability } from "../emotions.ts";
import { reliabilityAt } from "./reliability/estimate-reliability.ts";
import type { VoiceReading } from "./voice-reading.ts";

export { MAX_RECORDING_BYTES } from "./audio/limits.ts";
export { RecordingRefused } from "./audio/recording-refused.ts";
export { audioTypeOf } from "./audio/sniff-container.ts";
export { ModelUnavailable } from "./model/model-unavailable.ts";
export { emotionScores } from "./scores/emotion-scores.ts";
export type { VoiceReading, WindowReading } from "./voice-reading.ts";

/** The model that reads recordings now. */
export const MODEL_VERSION: string = spec.version;

/** How far scores can be relied on whose highest is right with this probability. */
export const reliabilityOf = (probability: number): Reliability =>
	reliabilityAt(probability, spec.reliability);

/**
 * Recognises the emotions in a recording (WebM, Ogg, MP3 or WAV; at most 10 MB and 60 s). The audio stays in memory.
 * Throws `RecordingRefused` with a message for the sender, or `ModelUnavailable`.
 *
 * Decoders and model runtime are loaded with the first recording, to keep the start-up of other requests fast.
 */
export async function analyseRecording(file: Uint8Array<ArrayBuffer>): Promise<VoiceReading> {
	const [{ analyseVoice }, { installedModel }] = [
		await import("./analyse-voice.ts"),
		await import("./model/installed-model.ts"),
	];
	return analyseVoice(file, installedModel);
}
