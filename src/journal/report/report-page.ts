import { html } from "hono/html";
import { emotionOf } from "../../emotions.ts";
import type { CalendarDay, Period } from "../days/calendar-day.ts";
import type { EntryActivity } from "../entries/contract.ts";
import { activityName } from "../insights/insight-in-words.ts";
import type { Language } from "../language.ts";
import { type CountedEntry, moodDistribution } from "../progress/distributions.ts";
import type { ReportPart } from "./contract.ts";
import { lowDays, weeksOf } from "./figures.ts";
import { type ReportWords, reportWords } from "./report-in-words.ts";

interface ReportEntry {
	date: CalendarDay;
	emoji: string | null;
	activities: EntryActivity[];
	note: string | null;
}

/** All that a report is made of. */
export interface Report {
	language: Language;
	period: Period;
	include: readonly ReportPart[];
	/** From the first day to the last. */
	days: number;
	/** Oldest first. */
	entries: readonly ReportEntry[];
	/** What can be said of activities and moods, in words. */
	findings: readonly string[];
}

type Markup = ReturnType<typeof html>;

const STYLE = `
@page { size: A4; margin: 15mm }
body { font: 11pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 180mm; margin: 0 auto; padding: 4mm }
h1 { font-size: 18pt; margin: 0 } h2 { font-size: 13pt; margin: 6mm 0 2mm }
p { margin: 1mm 0 } table { border-collapse: collapse; width: 100% }
th, td { text-align: start; padding: 0.5mm 2mm; border-bottom: 0.2mm solid #999; vertical-align: top }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums }
tr { break-inside: avoid } th[scope=row] { white-space: nowrap } td.note { white-space: pre-wrap; overflow-wrap: anywhere }
`;

const dayInWords = (day: CalendarDay, language: Language): string =>
	new Intl.DateTimeFormat(`${language}-IN`, { dateStyle: "long", timeZone: "UTC" }).format(
		new Date(`${day}T00:00:00Z`),
	);

const percentInWords = (percentage: number, language: Language): string =>
	new Intl.NumberFormat(`${language}-IN`, { style: "percent" }).format(percentage / 100);

function moodsSection(counted: readonly CountedEntry[], report: Report, words: ReportWords): Markup {
	const { language, period } = report;
	const { days, longestRun } = lowDays(counted);
	const name = (emoji: string): string => {
		const emotion = emotionOf(emoji);
		return emotion ? `${emoji} ${words.emotions[emotion]}` : emoji;
	};
	return html`<h2>${words.moods}</h2>
<table><thead><tr><th scope="col">${words.mood}</th><th scope="col" class="number">${words.daysColumn}</th><th scope="col" class="number">${words.share}</th></tr></thead>
<tbody>${moodDistribution(counted).map(
		({ emoji, count, percentage }) =>
			html`<tr><td>${name(emoji)}</td><td class="number">${count}</td><td class="number">${percentInWords(percentage, language)}</td></tr>`,
	)}</tbody></table>
<p>${words.low(days, longestRun)}</p>
<h2>${words.weeks}</h2>
<table><thead><tr><th scope="col">${words.week}</th><th scope="col" class="number">${words.daysColumn}</th><th scope="col" class="number">${words.level}</th></tr></thead>
<tbody>${weeksOf(counted, period).map(
		(week) =>
			html`<tr><td>${dayInWords(week.first, language)}</td><td class="number">${week.days}</td><td class="number">${week.level === null ? "–" : week.level.toFixed(1)}</td></tr>`,
	)}</tbody></table>`;
}

function activitiesSection({ entries, findings, language }: Report, words: ReportWords): Markup {
	const counts = new Map<string, number>();
	for (const { key, label, icon } of entries.flatMap(({ activities }) => activities)) {
		const name = `${icon} ${activityName(key, label, language)}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const rows = [...counts].sort(([, a], [, b]) => b - a);
	return html`<h2>${words.activities}</h2>
<table><thead><tr><th scope="col">${words.activity}</th><th scope="col" class="number">${words.daysColumn}</th></tr></thead>
<tbody>${rows.map(([name, count]) => html`<tr><td>${name}</td><td class="number">${count}</td></tr>`)}</tbody></table>
<h2>${words.compared}</h2>
${findings.map((text) => html`<p>${text}</p>`)}`;
}

function notesSection({ entries, language }: Report, words: ReportWords): Markup {
	const noted = entries.filter(({ note }) => note !== null);
	return html`<h2>${words.notes}</h2>
<table><tbody>${noted.map(
		({ date, note }) =>
			html`<tr><th scope="row">${dayInWords(date, language)}</th><td class="note">${note}</td></tr>`,
	)}</tbody></table>`;
}

/** A report as one page to print, without scripts and without anything from elsewhere. Everything said is escaped. */
export async function reportPage(report: Report, nonce: string): Promise<string> {
	const { language, period, include, entries } = report;
	const words = reportWords[language];
	const counted = entries.flatMap(({ date, emoji }) => (emoji === null ? [] : [{ date, emoji }]));
	const sections: Record<ReportPart, () => Markup> = {
		moods: () => moodsSection(counted, report, words),
		activities: () => activitiesSection(report, words),
		notes: () => notesSection(report, words),
	};
	const parts =
		entries.length === 0 ? [html`<p>${words.nothing}</p>`] : include.map((part) => sections[part]());
	const page = await html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${words.title}</h1>
<p>${dayInWords(period.first, language)} – ${dayInWords(period.last, language)}. ${words.days(counted.length, report.days)}</p>
<p>${words.about}</p>
${parts}
</main></body></html>`;
	return page.toString();
}
