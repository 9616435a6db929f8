import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../src/seeded-random.ts";
import { freePort } from "../free-port.ts";
import { type LocalServer, startLocalServer } from "../local-server.ts";
import { type Actor, newActors, WrongAnswer } from "./actors.ts";
import { killTree } from "./kill-tree.ts";
import type { Report } from "./report.ts";
import { newSecretKey } from "./world.ts";

interface KillOptions {
	kills: number;
	seed: number;
}

/** The longest that the server works before it is killed. */
const MAX_LIFE_MS = 3_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Kills the server (SIGKILL, at a random moment) while changes of all kinds are under way, starts it again, and
 * compares what it has with what it acknowledged. A change that got no answer is repeated: it must be stored once.
 */
export async function killRepeatedly(options: KillOptions): Promise<Report> {
	const state = await mkdtemp(join(tmpdir(), "undertone-kills-"));
	try {
		return await killOn(state, options);
	} finally {
		await rm(state, { recursive: true, force: true });
	}
}

async function killOn(state: string, { kills, seed }: KillOptions): Promise<Report> {
	const random = seededRandom(seed);
	const failures: string[] = [];
	let acknowledged = 0;
	let repeated = 0;
	let server = await start(state);
	const actors = await newActors(await newSecretKey(server.url), seed);
	for (let kill = 0; kill < kills; kill++) {
		const outcome = await workUntilKilled(server, actors, 200 + random() * MAX_LIFE_MS);
		acknowledged += outcome.acknowledged;
		await server.stop();
		server = await start(state);
		const told = await Promise.all(
			actors.map(async (actor, i) => {
				if (outcome.unanswered.has(i)) {
					repeated++;
					await actor.step(server.url);
				}
				return actor.difference(server.url);
			}),
		).catch((error: Error) => [`${error.name}: ${error.message}`]);
		const wrong = [...outcome.wrong, ...told.filter((each) => each !== undefined)];
		failures.push(...wrong.map((each) => `after kill ${kill + 1}: ${each}`));
	}
	await server.stop();
	return {
		name: `kills (seed ${seed})`,
		figures: { kills, "changes acknowledged": acknowledged, "changes repeated": repeated },
		failures,
	};
}

const start = async (state: string): Promise<LocalServer> =>
	startLocalServer({ port: await freePort(), state, output: "ignore" });

interface Outcome {
	acknowledged: number;
	/** Indexes of the actors whose last change got no answer. */
	unanswered: ReadonlySet<number>;
	wrong: readonly string[];
}

async function workUntilKilled(
	server: LocalServer,
	actors: readonly Actor[],
	lifeMs: number,
): Promise<Outcome> {
	let isKilled = false;
	let acknowledged = 0;
	const unanswered = new Set<number>();
	const wrong: string[] = [];
	async function work(actor: Actor, index: number): Promise<void> {
		while (!isKilled) {
			try {
				await actor.step(server.url);
				acknowledged++;
			} catch (error) {
				if (error instanceof WrongAnswer || !isKilled) wrong.push(String(error));
				unanswered.add(index);
				return;
			}
		}
	}
	const working = Promise.all(actors.map(work));
	await sleep(lifeMs);
	isKilled = true;
	killTree(server.process);
	await working;
	return { acknowledged, unanswered, wrong };
}
