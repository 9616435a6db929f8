import { Fault, invalidField } from "../../errors.ts";
import {
	analyseRecording,
	ModelUnavailable,
	RecordingRefused,
	type VoiceReading,
} from "../../voice/analyse-recording.ts";

/** What the recording sounds like. Throws `invalid_input` when it is at fault, `unavailable` when the model is. */
export async function hearRecording(bytes: Uint8Array<ArrayBuffer>): Promise<VoiceReading> {
	try {
		return await analyseRecording(bytes);
	} catch (error) {
		if (error instanceof RecordingRefused) throw invalidField("audio", error.message);
		if (!(error instanceof ModelUnavailable)) throw error;
		const message = "The voice model cannot run right now. Please try again in a moment.";
		throw new Fault({ code: "unavailable", message });
	}
}
