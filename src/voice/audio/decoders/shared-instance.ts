/** Internals that the decoders of @wasm-audio-decoders share but do not declare in their types. */
interface Internals {
	_decoder: number;
	_common: { wasm: Record<string, (pointer: number) => void>; free(): void };
}

/** Static fields that the packages read when creating a decoder; meant for their own web workers. */
interface Statics {
	module?: WebAssembly.Module;
	EmscriptenWASM?: new () => { instantiate(): unknown };
}

interface Decoder {
	ready: Promise<unknown>;
}

/** The only cast to the untyped internals. */
const untyped = <To>(surface: unknown): To => surface as To;

/** The Vorbis decoder leaks about 90 KB per file; replacing the instance regularly frees it. */
const FILES_PER_INSTANCE = 50;

/**
 * Shares one WebAssembly instance between decoders of one class. An instance reserves 16 to 28 MB, so one per recording
 * would exceed the isolate's 128 MB.
 */
export class SharedInstance<D extends Decoder, Options extends unknown[]> {
	readonly #make: new (
		...options: Options
	) => D;
	readonly #statics: Statics;
	readonly #destroy: string;
	#opened = 0;

	/** `destroy` is the exported wasm function that frees a decoder's state. */
	constructor(make: new (...options: Options) => D, module: WebAssembly.Module, destroy: string) {
		this.#make = make;
		this.#statics = untyped<Statics>(make);
		this.#statics.module = module;
		this.#destroy = destroy;
	}

	async open(...options: Options): Promise<D> {
		this.#opened += 1;
		if (this.#opened % FILES_PER_INSTANCE === 0) this.drop();
		const decoder = new this.#make(...options);
		await decoder.ready;
		const { wasm } = untyped<Internals>(decoder)._common;
		this.#statics.EmscriptenWASM ??= class {
			instantiate = () => wasm;
		};
		return decoder;
	}

	/** The packages' own free() frees the state twice, which corrupts the heap of a shared instance. */
	close(decoder: D): void {
		const { _common, _decoder } = untyped<Internals>(decoder);
		_common.wasm[this.#destroy]?.(_decoder);
		_common.free();
	}

	/** After a trap the instance cannot be trusted; the next recording gets a new one. */
	drop(): void {
		delete this.#statics.EmscriptenWASM;
	}
}
