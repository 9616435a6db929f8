export interface Good {
	readonly id: string;
	readonly name: string;
	/** Whole euros. */
	readonly price: number;
	readonly line: string;
	readonly text: string;
}

export const GOODS: readonly Good[] = [
	{
		id: "kettle",
		name: "Ninth Kettle",
		price: 84,
		line: "Pours a thread, and stops when you stop.",
		text: "Steel, 0.9 litres, with the spout that took nine attempts and one pair of wet boots.",
	},
	{
		id: "grinder",
		name: "Quiet Grinder",
		price: 129,
		line: "Forty turns for a cup, and nobody wakes.",
		text: "Conical steel burrs in an oak body. Forty clicks of adjustment, each one you can feel.",
	},
	{
		id: "dripper",
		name: "Drip & Jug",
		price: 46,
		line: "One piece of glass, one of paper.",
		text: "Hand-blown, holds half a litre. The rim is thick enough to be dropped once.",
	},
	{
		id: "cup",
		name: "Harbour Cup",
		price: 18,
		line: "Fits a mitten.",
		text: "Stoneware with a wide foot, made for a table that moves. Two hundred millilitres.",
	},
	{
		id: "scale",
		name: "Pocket Scale",
		price: 58,
		line: "A tenth of a gram, and a clock.",
		text: "Splash-proof, charged twice a year. It starts counting when it feels the first drop.",
	},
	{
		id: "beans",
		name: "Saturday Beans",
		price: 14,
		line: "Roasted Thursday, gone by Sunday.",
		text: "Washed, from one farm a season. Tastes of plums now; in spring it will be something else.",
	},
];

export const euros = (amount: number) => `€ ${amount}`;
