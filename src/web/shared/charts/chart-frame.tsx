import type { ComponentChildren, RefObject } from "preact";
import { useId } from "preact/hooks";
import { t } from "../messages/shared-texts.ts";

export interface Figures {
	head: readonly string[];
	rows: readonly (readonly string[])[];
}

interface ChartFrameProps {
	title: string;
	/** What there is to see, in words. */
	sentence: string;
	figures: Figures;
	box: RefObject<HTMLDivElement | null>;
	/** What the point says that is looked at. */
	shown: string | undefined;
	children: ComponentChildren;
}

/** What every chart has around its drawing: a title, a sentence that says it, and the figures as a table. */
export function ChartFrame({ title, sentence, figures, box, shown, children }: ChartFrameProps) {
	const id = useId();
	return (
		<figure class="chart" aria-labelledby={id}>
			<figcaption>
				<strong id={id}>{title}</strong>
				<p class="quiet">{sentence}</p>
			</figcaption>
			<div ref={box}>{children}</div>
			<p class="chart-readout" aria-hidden="true">
				{shown}
			</p>
			<details>
				<summary>{t("chart.table")}</summary>
				<FigureTable figures={figures} label={title} />
			</details>
		</figure>
	);
}

function FigureTable({ figures: { head, rows }, label }: { figures: Figures; label: string }) {
	return (
		<table class="figures" aria-label={label}>
			<thead>
				<tr>
					{head.map((name) => (
						<th key={name} scope="col">
							{name}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(([name, ...cells]) => (
					<tr key={name}>
						<th scope="row">{name}</th>
						{cells.map((cell, i) => (
							<td key={head[i + 1]}>{cell}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
