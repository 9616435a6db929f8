import "./worker-stand-in.ts";
import { OggVorbisDecoder } from "@wasm-audio-decoders/ogg-vorbis";
import type { InputAudioTrack } from "mediabunny";
import module from "../../../../.build/wasm/vorbis.wasm";
import { type Chunk, chunkOf } from "./chunk.ts";
import { descriptionOf, packetsOf } from "./packets.ts";
import { SharedInstance } from "./shared-instance.ts";
import { xiphHeaders } from "./xiph-headers.ts";

/** The package's packet decoder, which it does not export. */
interface PacketDecoder {
	ready: Promise<unknown>;
	sendSetupHeader(header: Uint8Array): void;
	initDsp(): void;
	decodePackets(packets: Uint8Array[]): Parameters<typeof chunkOf>[0];
}

export const vorbisInstance = new SharedInstance<PacketDecoder, []>(
	packetDecoder(),
	module,
	"destroy_decoder",
);

export async function* decodeVorbis(
	track: InputAudioTrack,
	config: AudioDecoderConfig,
): AsyncGenerator<Chunk> {
	const { identification, setup } = xiphHeaders(descriptionOf(config));
	const decoder = await vorbisInstance.open();
	try {
		decoder.sendSetupHeader(identification);
		decoder.sendSetupHeader(setup);
		decoder.initDsp();
		for await (const packet of packetsOf(track)) yield chunkOf(decoder.decodePackets([packet]));
	} finally {
		vorbisInstance.close(decoder);
	}
}

/** The package's constructor passes the class to a symbol-named method; overriding that method captures it. */
function packetDecoder(): new () => PacketDecoder {
	const [setDecoderClass] = Object.getOwnPropertySymbols(OggVorbisDecoder.prototype);
	let caught: (new () => PacketDecoder) | undefined;
	const catcher = Object.create(OggVorbisDecoder.prototype, {
		[setDecoderClass ?? "absent"]: {
			value: (decoder: new () => PacketDecoder) => {
				caught = decoder;
			},
		},
	});
	Reflect.construct(
		OggVorbisDecoder,
		[],
		Object.assign(function Catcher() {}, { prototype: catcher }),
	);
	if (!caught) throw new Error("ogg-vorbis no longer passes its packet decoder to the symbol-named method");
	return caught;
}
