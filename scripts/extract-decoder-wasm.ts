import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../.build/wasm");
let extraction: Promise<void> | undefined;

/**
 * The decoder packages carry their WebAssembly as an encoded string and compile it at run time, which workerd
 * forbids. Node allows it: each package compiles once here and the bytes it compiled are kept as a file that
 * the Worker imports statically. The bytes belong to the package's version, so they are never committed.
 */
export function extractDecoderWasm(): Promise<void> {
	extraction ??= extractAll();
	return extraction;
}

async function extractAll(): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [name, start] of Object.entries(decoders)) {
		const file = join(folder, `${name}.wasm`);
		const module = await largestModuleCompiledBy(name, start);
		const old = await readFile(file).catch(() => undefined);
		if (old?.equals(module)) continue;
		// In one step: somebody else may be reading it.
		const part = `${file}.${process.pid}`;
		await writeFile(part, module);
		await rename(part, file);
	}
}

const decoders: Record<string, () => Promise<unknown>> = {
	opus: async () => new (await import("opus-decoder")).OpusDecoder().ready,
	mpg123: async () => new (await import("mpg123-decoder")).MPEGDecoder().ready,
	vorbis: async () => new (await import("@wasm-audio-decoders/ogg-vorbis")).OggVorbisDecoder().ready,
};

/** Node has it, but its types do not. */
interface Compiler {
	compile(source: ArrayBuffer | ArrayBufferView): Promise<unknown>;
}
const compiler = Reflect.get(globalThis, "WebAssembly") as Compiler;

/** The packages also compile a small inflater (puff); the decoder is the largest module of the two. */
async function largestModuleCompiledBy(name: string, start: () => Promise<unknown>): Promise<Uint8Array> {
	const native = compiler.compile;
	let largest = new Uint8Array();
	compiler.compile = (source) => {
		const view = ArrayBuffer.isView(source) ? source : new Uint8Array(source);
		const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
		if (bytes.length > largest.length) largest = bytes.slice();
		return native(source);
	};
	try {
		await start();
	} finally {
		compiler.compile = native;
	}
	if (!largest.length)
		throw new Error(`${name}: the package no longer compiles its WebAssembly by WebAssembly.compile`);
	return largest;
}

if (import.meta.main) await extractDecoderWasm();
