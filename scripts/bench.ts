import { describeMachine } from "./bench/machine.ts";

/** The parts of the benchmark, in the order they run. `npm run bench -- <part> …` runs some, nothing named all. */
const PARTS: Record<string, () => Promise<void>> = {
	"session-mood": async () => (await import("./bench/session-mood.ts")).benchSessionMood(),
	"long-session": async () => (await import("./bench/long-session.ts")).benchLongSession(),
	arc: async () => (await import("./bench/arc.ts")).benchArc(),
	journal: async () => (await import("./bench/journal.ts")).benchJournal(),
	moods: async () => (await import("./bench/moods.ts")).benchMoods(),
	live: async () => (await import("./bench/live.ts")).benchLive(),
	memory: async () => (await import("./bench/memory.ts")).benchMemory(),
	voice: async () => (await import("./bench/voice.ts")).benchVoice(),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join(", ")}; the parts are ${Object.keys(PARTS).join(", ")}.`);
	process.exit(1);
}
// Ending by `exit` lets every part stop its servers and take its files away.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
console.log(describeMachine());
for (const [name, run] of Object.entries(PARTS)) {
	if (named.length > 0 && !named.includes(name)) continue;
	console.log(`\n══ ${name} ══`);
	await run();
}
