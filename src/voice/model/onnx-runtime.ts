import module from "onnxruntime-web/ort-wasm-simd-threaded.wasm";
import { env, InferenceSession } from "onnxruntime-web/wasm";
import { oneAtATime } from "../../mutex.ts";

/**
 * Workers cannot compile WebAssembly from bytes, only instantiate a statically imported module, but the runtime accepts
 * only bytes or a URL. It therefore gets a placeholder, which is replaced by the module on instantiation.
 */
const PLACEHOLDER = new TextEncoder().encode("the precompiled module of onnxruntime-web");

env.wasm.numThreads = 1;
env.wasm.wasmBinary = PLACEHOLDER;
env.logLevel = "error";

/** Calls of the runtime share one WebAssembly stack and suspend half-way, so they must not overlap. */
export const runExclusive = oneAtATime();

/** An inference session on the CPU, with all graph optimisations. Rejects if the bytes are not a model. */
export function createSession(model: Uint8Array): Promise<InferenceSession> {
	return runExclusive(() =>
		withPrecompiledModule(() => InferenceSession.create(model, { executionProviders: ["wasm"] })),
	);
}

type Instantiate = (source: unknown, imports?: WebAssembly.Imports) => Promise<unknown>;

/** While `start` runs, `WebAssembly.instantiate` resolves the placeholder; all other calls pass through. */
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
