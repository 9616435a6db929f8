interface WavOptions {
	sampleRate?: number;
	channels?: number;
	/** What the header says the data is long, where that is not the truth. */
	claimedBytes?: number;
}

/** A 16-bit PCM WAV file of samples in [-1, 1]; every channel gets the same. */
export function wav(samples: ArrayLike<number>, options: WavOptions = {}): Uint8Array<ArrayBuffer> {
	const { sampleRate = 16_000, channels = 1 } = options;
	const dataBytes = samples.length * channels * 2;
	const view = new DataView(new ArrayBuffer(44 + dataBytes));
	const text = (at: number, value: string) => {
		for (let i = 0; i < value.length; i++) view.setUint8(at + i, value.charCodeAt(i));
	};
	text(0, "RIFF");
	view.setUint32(4, 36 + dataBytes, true);
	text(8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, channels, true);
	view.setUint32(24, sampleRate, true);
	view.setUint32(28, sampleRate * channels * 2, true);
	view.setUint16(32, channels * 2, true);
	view.setUint16(34, 16, true);
	text(36, "data");
	view.setUint32(40, options.claimedBytes ?? dataBytes, true);
	for (let i = 0; i < samples.length * channels; i++) {
		const sample = Math.max(-1, Math.min(1, samples[Math.floor(i / channels)] ?? 0));
		view.setInt16(44 + i * 2, Math.round(sample * 32_767), true);
	}
	return new Uint8Array(view.buffer);
}

export const silence = (seconds: number, sampleRate = 16_000): Float32Array =>
	new Float32Array(Math.round(seconds * sampleRate));

/** A buzz at a voice's pitch, with harmonics, that rises and falls like syllables, four times a second. */
export const buzz = (seconds: number, sampleRate = 16_000): Float32Array =>
	Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
		const phase = (2 * Math.PI * 140 * i) / sampleRate;
		const syllables = 0.6 + 0.4 * Math.sin((2 * Math.PI * 4 * i) / sampleRate);
		return 0.1 * syllables * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.25 * Math.sin(5 * phase));
	});

/** A sine. */
export const tone = (seconds: number, frequency: number, gain: number, sampleRate = 16_000): Float32Array =>
	Float32Array.from(
		{ length: Math.round(seconds * sampleRate) },
		(_, i) => gain * Math.sin((2 * Math.PI * frequency * i) / sampleRate),
	);

/** What a microphone with a constant offset gives where nothing sounds. */
export const offset = (seconds: number, level: number, sampleRate = 16_000): Float32Array =>
	new Float32Array(Math.round(seconds * sampleRate)).fill(level);

/** Uniform white noise from a fixed seed. */
export function noise(seconds: number, gain: number, sampleRate = 16_000): Float32Array {
	let state = 1;
	return Float32Array.from({ length: Math.round(seconds * sampleRate) }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return gain * (state / 2 ** 31 - 1);
	});
}
