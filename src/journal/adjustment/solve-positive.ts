/**
 * Solves A · x = b for a positive definite A by Cholesky's decomposition (Golub and Van Loan, "Matrix Computations",
 * 4.2). A is row by row, and only its lower triangle is read.
 */
export function solvePositive(a: readonly number[], b: readonly number[]): number[] {
	const size = b.length;
	const lower = a.slice();
	const at = (row: number, column: number): number => lower[row * size + column] ?? 0;
	for (let row = 0; row < size; row++) {
		for (let column = 0; column <= row; column++) {
			let rest = at(row, column);
			for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
			lower[row * size + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
		}
	}
	const x = b.slice();
	for (let row = 0; row < size; row++) {
		for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - at(row, k) * (x[k] ?? 0);
		x[row] = (x[row] ?? 0) / at(row, row);
	}
	for (let row = size - 1; row >= 0; row--) {
		for (let k = row + 1; k < size; k++) x[row] = (x[row] ?? 0) - at(k, row) * (x[k] ?? 0);
		x[row] = (x[row] ?? 0) / at(row, row);
	}
	return x;
}
