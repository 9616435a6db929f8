import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Kills a process and all it started, at once and without a chance to tidy up. */
export function killTree({ pid }: ChildProcess): void {
	for (const each of pid ? [pid, ...descendantsOf(pid)] : []) {
		try {
			process.kill(each, "SIGKILL");
		} catch {
			// It has ended by itself.
		}
	}
}

function descendantsOf(pid: number): number[] {
	const children = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
		.map(Number);
	return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function parentOf(pid: string): number {
	try {
		return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
	} catch {
		return 0;
	}
}
