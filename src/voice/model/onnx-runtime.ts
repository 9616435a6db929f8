import module from "onnxruntime-web/ort-wasm-simd-threaded.wasm";
import { env, InferenceSession } from "onnxruntime-web/wasm";
import { oneAtATime } from "../../mutex.ts";

/**
 * Workers may not compile WebAssembly from bytes; only a statically imported module can be instantiated, and the
 * runtime takes bytes or a URL. So it gets a placeholder, which is exchanged for the module where it is instantiated.
 */
const PLACEHOLDER = new TextEncoder().encode("the precompiled module of onnxruntime-web");

env.wasm.numThreads = 1;
env.wasm.wasmBinary = PLACEHOLDER;
env.logLevel = "error";

/** The runtime's calls share one WebAssembly stack and wait half-way, so they must not overlap. */
export const exclusively = oneAtATime();

/** A session on the CPU, with every graph optimisation. Fails when the bytes are no model. */
export function createSession(model: Uint8Array): Promise<InferenceSession> {
	return exclusively(() =>
		withPrecompiledModule(() => InferenceSession.create(model, { executionProviders: ["wasm"] })),
	);
}

type Instantiate = (source: unknown, imports?: WebAssembly.Imports) => Promise<unknown>;

/** While `start` runs, `WebAssembly.instantiate` knows the placeholder; every other call passes through. */
async function withPrecompiledModule<T>(start: () => Promise<T>): Promise<T> {
	const native: unknown = WebAssembly.instantiate;
	const exchange: Instantiate = async (source, imports) => {
		if (!isPlaceholder(source)) return (native as Instantiate).call(WebAssembly, source, imports);
		return { module, instance: new WebAssembly.Instance(module, imports) };
	};
	Object.assign(WebAssembly, { instantiate: exchange });
	try {
		return await start();
	} finally {
		Object.assign(WebAssembly, { instantiate: native });
	}
}

function isPlaceholder(source: unknown): boolean {
	if (!(source instanceof Uint8Array) || source.length !== PLACEHOLDER.length) return false;
	return source.every((byte, i) => byte === PLACEHOLDER[i]);
}
