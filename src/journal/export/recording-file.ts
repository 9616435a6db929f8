import type { CalendarDay } from "../days/calendar-day.ts";

const EXTENSIONS: readonly [RegExp, string][] = [
	[/^audio\/(x-)?wav/, "wav"],
	[/^audio\/wave/, "wav"],
	[/^audio\/webm/, "webm"],
	[/^audio\/ogg/, "ogg"],
	[/^audio\/(mpeg|mp3)/, "mp3"],
];

/** Where a recording lies in an archive: `recordings/2026-05-04.webm` */
export function recordingFile(day: CalendarDay, contentType: string): string {
	const extension = EXTENSIONS.find(([type]) => type.test(contentType))?.[1] ?? "audio";
	return `recordings/${day}.${extension}`;
}
