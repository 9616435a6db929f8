/** What the model hears: every recording is brought to this rate, in Hz. */
export const SAMPLE_RATE = 16_000;

/** Bytes of a recording: 10 MB. */
export const MAX_RECORDING_BYTES = 10 * 1024 * 1024;

/** Seconds of a note, as people are told. */
export const MAX_SECONDS = 60;

/** A recorder that is stopped at 60 s still writes the frames it was encoding; half a second covers all seen. */
export const MAX_DECODED_SECONDS = MAX_SECONDS + 0.5;

/** Less than this holds no word, and fewer frames than the model takes. Seconds. */
export const MIN_SECONDS = 0.5;

/** Rates outside this range come from damaged headers: a "1 Hz" WAV would be a minute of work. Hz. */
export const SAMPLE_RATE_RANGE = { lowest: 8_000, highest: 192_000 } as const;

export const MAX_CHANNELS = 8;

/**
 * Reads the demuxer may make. It can loop for ever on a damaged WebM, and nothing interrupts a busy Worker.
 * A good note of 60 s needs fewer than 10,000.
 */
export const MAX_READS = 100_000;

/** Share of packets that may fail before the recording counts as damaged; a listener would give up as well. */
export const MAX_DAMAGED_SHARE = 0.1;
