import type { VoiceReading } from "./voice-reading.ts";

export { MAX_RECORDING_BYTES } from "./audio/limits.ts";
export { RecordingRefused } from "./audio/refusal.ts";
export { ModelUnavailable } from "./model/model-unavailable.ts";
export type { VoiceReading, WindowReading } from "./voice-reading.ts";

/**
 * What a recording (WebM, Ogg, MP3 or WAV; at most 10 MB and 60 s) sounds like. The audio stays in memory.
 * Throws `RecordingRefused` with a sentence for the person who sent it, or `ModelUnavailable`.
 *
 * Decoders and model runtime are evaluated on the first recording, so that other requests start without them.
 */
export async function analyseRecording(file: Uint8Array<ArrayBuffer>): Promise<VoiceReading> {
	const [{ readVoice }, { installedModel }] = [
		await import("./read-voice.ts"),
		await import("./model/installed-model.ts"),
	];
	return readVoice(file, installedModel);
}
