import type { Config } from "./config.ts";
import { readConfig } from "./config.ts";
import { type Database, openDatabase } from "./db/client.ts";
import { guardBucket } from "./outages.ts";

/** Returns the current Unix time in milliseconds. */
export type Clock = () => number;

/** The part of the Workers AI binding that is used. Its responses are validated before use. */
export interface TranslationModel {
	run(
		model: "@cf/meta/m2m100-1.2b",
		input: { text: string; source_lang: string; target_lang: string },
		options: { signal: AbortSignal },
	): Promise<unknown>;
}

/** The dependencies of every operation. Tests replace `now`. */
export interface Context {
	readonly config: Config;
	readonly db: Database;
	readonly now: Clock;
	readonly newId: () => string;
	readonly sessions: Env["SESSION"];
	readonly accounts: Env["ACCOUNT"];
	readonly outboxes: Env["OUTBOX"];
	readonly recordings: Env["RECORDINGS"];
	readonly keyGenerationLimit: Env["KEY_GENERATION_LIMIT"];
	readonly uploadLimit: Env["UPLOAD_LIMIT"];
	/** The Workers AI binding. Without it, the embedded lexicon translates. */
	readonly translationModel: TranslationModel | undefined;
}

export const systemClock: Clock = () => Date.now();
export const newId = (): string => crypto.randomUUID();

const contexts = new WeakMap<Env, Context>();

/** The context of this environment, created once per isolate. */
export function contextOf(env: Env): Context {
	let context = contexts.get(env);
	if (!context) {
		context = {
			config: readConfig(env),
			db: openDatabase(env.DB),
			now: systemClock,
			newId,
			sessions: env.SESSION,
			accounts: env.ACCOUNT,
			outboxes: env.OUTBOX,
			recordings: guardBucket(env.RECORDINGS),
			keyGenerationLimit: env.KEY_GENERATION_LIMIT,
			uploadLimit: env.UPLOAD_LIMIT,
			translationModel: (env as { AI?: TranslationModel }).AI,
		};
		contexts.set(env, context);
	}
	return context;
}
