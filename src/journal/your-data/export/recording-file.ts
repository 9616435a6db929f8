import type { CalendarDay } from "../../days/calendar-day.ts";

const EXTENSIONS: readonly [RegExp, string][] = [
	[/wav/i, "wav"],
	[/webm/i, "webm"],
	[/ogg/i, "ogg"],
	[/mpeg|mp3/i, "mp3"],
];

/** Where a recording lies in an archive: `recordings/2026-05-04.webm` */
export function recordingFile(day: CalendarDay, contentType: string): string {
	const extension = EXTENSIONS.find(([type]) => type.test(contentType))?.[1] ?? "audio";
	return `recordings/${day}.${extension}`;
}
