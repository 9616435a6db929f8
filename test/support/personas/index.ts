import type { MoodEvent, MoodModel } from "../../../src/session-mood/engine/types.ts";
import { HABITS } from "./habits.ts";
import { MOVES, type MoveName } from "./moves.ts";
import { type PersonaRandom, personaRandom } from "./random.ts";
import { Visitor } from "./visitor.ts";

/** A simulated session whose true mood is known, because it was made from it. */
export interface PersonaSession {
	mood: string;
	events: MoodEvent[];
}

/** Most visitors do things now and then that have nothing to do with their mood. */
const NOISE: readonly [least: number, most: number] = [0.05, 0.55];
/** Some are of two minds; the stronger one is the truth. */
const MIXED_CHANCE = 0.3;
const MIXED_SHARE: readonly [least: number, most: number] = [0.2, 0.45];
/** The snippet reports the page that a visitor arrives on; other clients may not. */
const ARRIVES_CHANCE = 0.7;
const MOVES_A_SESSION: readonly [least: number, most: number] = [1, 14];

/** `count` sessions of the model's moods, equally often, in no order. The same seed gives the same sessions. */
export function personaSessions(model: MoodModel, seed: number, count: number): PersonaSession[] {
	const random = personaRandom(seed);
	return Array.from({ length: count }, () => personaSession(model, random));
}

function personaSession(model: MoodModel, random: PersonaRandom): PersonaSession {
	const moods = Object.keys(habitsOf(model));
	const mood = random.pick(moods.map((name) => [name, 1]));
	const other = random.pick(moods.filter((name) => name !== mood).map((name) => [name, 1]));
	const otherShare = random.chance(MIXED_CHANCE) ? random.between(...MIXED_SHARE) : 0;
	const noise = random.between(...NOISE);
	const visitor = new Visitor(random, random.around(1, 0.35), new Set(model.types));
	if (random.chance(ARRIVES_CHANCE)) visitor.goTo("page_view");
	for (let moves = random.whole(...MOVES_A_SESSION); moves > 0 || visitor.events.length === 0; moves--) {
		const move = random.chance(noise)
			? anyMove(model, random)
			: habitualMove(model, random.chance(otherShare) ? other : mood, random);
		MOVES[move](visitor);
	}
	return { mood, events: visitor.events };
}

function habitsOf(model: MoodModel) {
	const habits = HABITS[model.id];
	if (habits === undefined) throw new Error(`No personas for the model ${model.id}`);
	return habits;
}

const habitualMove = (model: MoodModel, mood: string, random: PersonaRandom) =>
	random.pick(Object.entries(habitsOf(model)[mood] ?? {}) as [MoveName, number][]);

/** Noise: what anybody might do, each mood's moves as often as any other's. */
const anyMove = (model: MoodModel, random: PersonaRandom) =>
	habitualMove(model, random.pick(Object.keys(habitsOf(model)).map((name) => [name, 1])), random);
