import { analyseRecording } from "../../../src/voice/analyse-recording.ts";
import { decodeRecording } from "../../../src/voice/audio/decode-recording.ts";
import { logMel } from "../../../src/voice/features/log-mel.ts";

/** From bytes to scores and nothing else, so that what is measured is voice alone; `/decode` and `/features` stop early. */
export default {
	async fetch(request) {
		const { pathname } = new URL(request.url);
		const file = new Uint8Array(await request.arrayBuffer());
		if (pathname === "/scores") return Response.json(await analyseRecording(file));
		const { samples, seconds } = await decodeRecording(file);
		if (pathname === "/decode") return Response.json({ seconds });
		return Response.json({ frames: logMel(samples).frames });
	},
} satisfies ExportedHandler;
