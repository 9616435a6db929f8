/** The model's input rate in Hz; every recording is resampled to it. */
export const SAMPLE_RATE = 16_000;

/** 10 MB. */
export const MAX_RECORDING_BYTES = 10 * 1024 * 1024;

/** The documented maximum length of a note, in seconds. */
export const MAX_SECONDS = 60;

/** A recorder stopped at 60 s still flushes pending frames; half a second covers every recorder observed. */
export const MAX_DECODED_SECONDS = MAX_SECONDS + 0.5;

/** Shorter recordings contain no word, and fewer frames than the model needs. Seconds. */
export const MIN_SECONDS = 0.5;

/** Hz. Rates outside this range come from damaged headers, and resampling a "1 Hz" WAV would take a minute. */
export const SAMPLE_RATE_RANGE = { lowest: 8_000, highest: 192_000 } as const;

export const MAX_CHANNELS = 8;

/**
 * Maximum number of reads by the demuxer, which can loop forever on a damaged WebM; nothing interrupts a busy Worker.
 * A valid 60 s note needs fewer than 10,000.
 */
export const MAX_READS = 100_000;

/** Maximum share of failed packets before a recording counts as damaged. */
export const MAX_DAMAGED_SHARE = 0.1;
