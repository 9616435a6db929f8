export const MAX_BLOCKS = 5_000;

export const MAX_SPEAKER = 100;

export const MAX_TEXT = 5_000;

export const FORMATS = ["text", "fountain", "srt"] as const;
