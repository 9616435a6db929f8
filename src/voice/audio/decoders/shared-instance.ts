/** What the decoders of @wasm-audio-decoders share beneath their typed surface. */
interface Internals {
	_decoder: number;
	_common: { wasm: Record<string, (pointer: number) => void>; free(): void };
}

/** Statics that the packages read when a decoder is made; they exist for the packages' own web workers. */
interface Statics {
	module?: WebAssembly.Module;
	EmscriptenWASM?: new () => { instantiate(): unknown };
}

interface Decoder {
	ready: Promise<unknown>;
}

/** Their typed surface leaves the internals out; this is the one place that reaches beneath it. */
const beneath = <To>(surface: unknown): To => surface as To;

/** The Vorbis decoder leaks about 90 KB a file; a new instance every so often gives it back. */
const FILES_PER_INSTANCE = 50;

/**
 * Decoders of one class on one WebAssembly instance. An instance reserves 16 to 28 MB and an isolate has 128, so
 * an instance a recording would end it.
 */
export class SharedInstance<D extends Decoder, Options extends unknown[]> {
	readonly #make: new (
		...options: Options
	) => D;
	readonly #statics: Statics;
	readonly #destroy: string;
	#opened = 0;

	/** `destroy` names the function of the wasm that frees a decoder's state. */
	constructor(make: new (...options: Options) => D, module: WebAssembly.Module, destroy: string) {
		this.#make = make;
		this.#statics = beneath<Statics>(make);
		this.#statics.module = module;
		this.#destroy = destroy;
	}

	async open(...options: Options): Promise<D> {
		this.#opened += 1;
		if (this.#opened % FILES_PER_INSTANCE === 0) this.drop();
		const decoder = new this.#make(...options);
		await decoder.ready;
		const { wasm } = beneath<Internals>(decoder)._common;
		this.#statics.EmscriptenWASM ??= class {
			instantiate = () => wasm;
		};
		return decoder;
	}

	/** The packages' own free() frees the state twice, which corrupts the heap of an instance that lives on. */
	close(decoder: D): void {
		const { _common, _decoder } = beneath<Internals>(decoder);
		_common.wasm[this.#destroy]?.(_decoder);
		_common.free();
	}

	/** After a trap the instance is not to be trusted; the next recording gets a new one. */
	drop(): void {
		delete this.#statics.EmscriptenWASM;
	}
}
