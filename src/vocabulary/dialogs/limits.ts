export const MOST_BLOCKS = 5_000;

export const MOST_SPEAKER = 100;

export const MOST_TEXT = 5_000;

export const FORMATS = ["text", "fountain", "srt"] as const;
