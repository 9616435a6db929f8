import { readFileSync, readSync, writeSync } from "node:fs";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";

/*
 * node scripts/run-onnx.ts <model.onnx>, for the training in Python, which has no ONNX runtime of its own. Reads
 * batches from standard input (two int32, windows and frames, then float32 [windows, frames, bands]) and writes the
 * float32 logits of each to standard output, all little-endian.
 */
const BANDS = 64;
const [STDIN, STDOUT] = [0, 1];

env.wasm.numThreads = 1;
env.logLevel = "error";

/** The next `size` bytes, or nothing when the input has ended. */
function read(size: number): ArrayBuffer | undefined {
	const bytes = new Uint8Array(size);
	for (let at = 0; at < size; ) {
		const count = readSync(STDIN, bytes, at, size - at, null);
		if (!count) return undefined;
		at += count;
	}
	return bytes.buffer;
}

function write(floats: Float32Array): void {
	const bytes = new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
	for (let at = 0; at < bytes.length; ) at += writeSync(STDOUT, bytes, at);
}

const [path = ""] = process.argv.slice(2);
const session = await InferenceSession.create(readFileSync(path), { executionProviders: ["wasm"] });
const [input = "", output = ""] = [session.inputNames[0], session.outputNames[0]];
for (let header = read(8); header; header = read(8)) {
	const [windows = 0, frames = 0] = new Int32Array(header);
	const cells = read(windows * frames * BANDS * Float32Array.BYTES_PER_ELEMENT);
	if (!cells) throw new Error("The input ended within a batch");
	const tensor = new Tensor("float32", new Float32Array(cells), [windows, frames, BANDS]);
	const { [output]: result } = await session.run({ [input]: tensor });
	write(result?.data as Float32Array);
}
