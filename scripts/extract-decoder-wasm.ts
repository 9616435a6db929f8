import { mkdir, writeFile } from "node:fs/promises";

/**
 * The decoder packages carry their WebAssembly as an encoded string and compile it at run time, which workerd
 * forbids. Node allows it: each package compiles once here and the bytes it compiled are kept as a file that
 * the Worker imports statically. The bytes belong to the package's version, so they are never committed.
 */
export async function extractDecoderWasm(root: URL): Promise<void> {
	const folder = new URL(".build/wasm/", root);
	await mkdir(folder, { recursive: true });
	for (const [name, start] of Object.entries(decoders)) {
		await writeFile(new URL(`${name}.wasm`, folder), await largestModuleCompiledBy(name, start));
	}
}

const decoders: Record<string, () => Promise<unknown>> = {
	opus: async () => new (await import("opus-decoder")).OpusDecoder().ready,
	mpg123: async () => new (await import("mpg123-decoder")).MPEGDecoder().ready,
	vorbis: async () => new (await import("@wasm-audio-decoders/ogg-vorbis")).OggVorbisDecoder().ready,
};

/** The packages also compile a small inflater (puff); the decoder is the largest module of the two. */
async function largestModuleCompiledBy(name: string, start: () => Promise<unknown>): Promise<Uint8Array> {
	const native = WebAssembly.compile;
	let largest = new Uint8Array();
	WebAssembly.compile = (source) => {
		const bytes = ArrayBuffer.isView(source)
			? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
			: new Uint8Array(source);
		if (bytes.length > largest.length) largest = bytes.slice();
		return native(source);
	};
	try {
		await start();
	} finally {
		WebAssembly.compile = native;
	}
	if (!largest.length)
		throw new Error(`${name}: the package no longer compiles its WebAssembly by WebAssembly.compile`);
	return largest;
}

if (import.meta.main) await extractDecoderWasm(new URL("..", import.meta.url));
