import { render } from "preact";
import { BarChart } from "../../../src/web/shared/charts/bar-chart.tsx";
import { LineChart } from "../../../src/web/shared/charts/line-chart.tsx";
import { PixelCalendar } from "../../../src/web/shared/charts/pixel-calendar.tsx";
import { StackChart } from "../../../src/web/shared/charts/stack-chart.tsx";
import { TimelineStrip } from "../../../src/web/shared/charts/timeline-strip.tsx";

const MOODS = ["frustrated", "confused", "decisive", "browsing", "focused", "disengaged", "neutral"];
const DAYS = Array.from({ length: 14 }, (_, i) => `${i + 1} May`);
const series = MOODS.map((name, n) => ({
	name,
	color: `var(--mood-${name})`,
	values: DAYS.map((_, i) => Math.round(14 + 9 * Math.sin(i / 2 + n * 1.7) + n)),
}));
const sure = series
	.slice(0, 3)
	.map((one, n) => ({ ...one, values: one.values.map((value, i) => (n === 1 && i === 5 ? null : value)) }));
const levels = [1, 2, 3, 4, 5].map((level) => ({ name: `level ${level}`, color: `var(--level-${level})` }));
const MINUTE = 60_000;
const start = Date.parse("2026-05-04T10:00:00Z");
const lengths = [4, 1, 2.5, 0.3, 6];
const stretches = lengths.map((length, i) => {
	const from = start + lengths.slice(0, i).reduce((sum, one) => sum + one, 0) * MINUTE;
	const name = MOODS[(i * 3) % MOODS.length] ?? "";
	return { name, color: `var(--mood-${name})`, from, to: from + length * MINUTE };
});

function Gallery() {
	const axes = { labelName: "Day", valueName: "Sessions", labels: DAYS };
	return (
		<>
			<h1>Charts</h1>
			<section class="card">
				<LineChart
					title="A line with a band"
					{...axes}
					series={sure}
					band={{
						low: DAYS.map((_, i) => (sure[0]?.values[i] ?? 0) * 0.8),
						high: DAYS.map((_, i) => (sure[0]?.values[i] ?? 0) * 1.2),
					}}
				/>
			</section>
			<section class="card">
				<StackChart title="Stacked bars" {...axes} series={series} />
			</section>
			<section class="card">
				<StackChart title="Stacked areas" {...axes} series={series} kind="areas" />
			</section>
			<section class="card">
				<BarChart
					title="Bars"
					nameOfNames="Mood"
					valueName="Sessions"
					amounts={series.map(({ name, color, values }) => ({ name, color, value: values[3] ?? 0 }))}
				/>
			</section>
			<section class="card">
				<PixelCalendar
					title="A year in pixels"
					dayName="Day"
					kindName="Level"
					start="2026-01-01"
					days={Array.from({ length: 330 }, (_, i) =>
						i % 9 === 4 ? null : Math.floor(2.5 + 2.4 * Math.sin(i / 7)),
					)}
					kinds={levels}
				/>
			</section>
			<section class="card">
				<TimelineStrip
					title="A session"
					nameOfNames="Mood"
					stretches={stretches}
					marks={[{ name: "Live chat offered", at: start + 5 * MINUTE }]}
				/>
			</section>
		</>
	);
}

const app = document.getElementById("app");
if (app) render(<Gallery />, app);
