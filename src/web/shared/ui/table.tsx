import type { ComponentChildren } from "preact";

export interface Column<Row> {
	name: string;
	/** Its name is for screen readers alone, as of a column of buttons. */
	isQuiet?: boolean;
	isNumber?: boolean;
	cell(row: Row): ComponentChildren;
}

interface TableProps<Row> {
	label: string;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	keyOf(row: Row): string;
}

/** A table; on a phone each row is a card with the names of its columns. The first column names the row. */
export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
	return (
		<table class="table" aria-label={label}>
			<thead>
				<tr>
					{columns.map(({ name, isQuiet, isNumber }) => (
						<th key={name} scope="col" class={isNumber ? "number" : undefined}>
							<span class={isQuiet ? "visually-hidden" : undefined}>{name}</span>
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={keyOf(row)}>
						{columns.map((column, i) => (
							<Cell key={column.name} column={column} row={row} isFirst={i === 0} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Cell<Row>({ column, row, isFirst }: { column: Column<Row>; row: Row; isFirst: boolean }) {
	const { name, isQuiet, isNumber, cell } = column;
	const content = (
		<>
			{!isFirst && !isQuiet && (
				<span class="cell-name" aria-hidden="true">
					{name}
				</span>
			)}
			<span class="cell-value">{cell(row)}</span>
		</>
	);
	const kind = isNumber ? "number" : undefined;
	return isFirst ? <th scope="row">{content}</th> : <td class={kind}>{content}</td>;
}
