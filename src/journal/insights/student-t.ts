/**
 * The 97.5 % quantile of Student's t with `freedom` degrees (not necessarily whole): half the width of a 95 %
 * interval in standard errors. Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5) from 8 degrees on, error
 * under 1e-3; below that, between the tabled values.
 */
export function tQuantile975(freedom: number): number {
	if (freedom < SMALL.length) return betweenTabled(Math.max(1, freedom));
	const z = 1.959963985;
	const z3 = z ** 3;
	const z5 = z ** 5;
	const first = (z3 + z) / 4;
	const second = (5 * z5 + 16 * z3 + 3 * z) / 96;
	const third = (3 * z ** 7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
	return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

/** For 1 to 8 degrees of freedom. */
const SMALL = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306];

function betweenTabled(freedom: number): number {
	const below = Math.floor(freedom);
	const low = SMALL[below - 1] ?? 0;
	return low + (freedom - below) * ((SMALL[below] ?? low) - low);
}
