import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts CPU time in these, `getconf CLK_TCK`: 100 a second on every Linux. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
	pid: number;
	parent: number;
	ticks: number;
}

/** Fields 14 to 17 of proc(5): user and system time, of the process and of its children that have ended. */
function timesOf(pid: number): ProcessTimes | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
		return { pid, parent: Number(fields[1]), ticks };
	} catch {
		return undefined;
	}
}

/** CPU time in seconds that these processes and all their descendants have used so far. */
export function cpuSeconds(roots: readonly number[]): number {
	const processes = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => timesOf(Number(name)) ?? []);
	const counted = new Set(roots);
	let grew = true;
	while (grew) {
		const children = processes.filter(({ pid, parent }) => counted.has(parent) && !counted.has(pid));
		for (const { pid } of children) counted.add(pid);
		grew = children.length > 0;
	}
	const ticks = processes.filter(({ pid }) => counted.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0);
	return ticks / TICKS_PER_SECOND;
}

/** The process that was started last by this one and whose command line holds `text`. */
export function childRunning(text: string): number {
	const children = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => timesOf(Number(name)) ?? [])
		.filter(({ parent }) => parent === process.pid)
		.filter(({ pid }) => readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(text));
	const newest = children.sort((a, b) => b.pid - a.pid)[0];
	if (!newest) throw new Error(`No child process runs ${text}`);
	return newest.pid;
}
