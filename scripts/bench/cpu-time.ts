import { readdirSync, readFileSync } from "node:fs";

interface Process {
	pid: number;
	parent: number;
}

/** Every process there is now. The parent is field 4 of proc(5)'s stat, the second after the name in brackets. */
function processes(): Process[] {
	return readdirSync("/proc").flatMap((name) => {
		const stat = /^\d+$/.test(name) && read(`/proc/${name}/stat`);
		return stat
			? [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) }]
			: [];
	});
}

/** What a file of /proc says; nothing when its process or thread has just ended. */
function read(file: string): string | undefined {
	try {
		return readFileSync(file, "latin1");
	} catch {
		return undefined;
	}
}

/** CPU time of a process in seconds: its threads' time on a processor, which schedstat counts in nanoseconds. */
function cpuSecondsOf(pid: number): number {
	const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
		Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0] ?? 0),
	);
	return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e9;
}

/** CPU time in seconds that these processes and all their descendants have used so far. */
export function cpuSeconds(roots: readonly number[]): number {
	const all = processes();
	const counted = new Set(roots);
	let size = 0;
	while (size < counted.size) {
		size = counted.size;
		for (const { pid, parent } of all) if (counted.has(parent)) counted.add(pid);
	}
	return [...counted].reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
}

/** The process that was started last by this one and whose command line holds `text`. */
export function childRunning(text: string): number {
	const pids = processes()
		.filter(({ pid, parent }) => parent === process.pid && read(`/proc/${pid}/cmdline`)?.includes(text))
		.map(({ pid }) => pid);
	if (pids.length === 0) throw new Error(`No child process runs ${text}`);
	return Math.max(...pids);
}
