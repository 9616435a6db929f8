const ROOT = "recordings/";

/** Where all recordings of a person lie. Encoded, so that no id can reach into another person's folder. */
export const recordingsPrefix = (userId: string): string => `${ROOT}${encodeURIComponent(userId)}/`;

/** Where the recording of an entry lies. */
export const recordingKey = (userId: string, entryId: string): string => recordingsPrefix(userId) + entryId;

/** What every recording's key begins with. */
export const RECORDINGS_ROOT = ROOT;
