import { readFileSync, writeFileSync } from "node:fs";

/** Resident memory of a process in MB, from proc(5). */
export const memoryMb = (pid: number): number => field(pid, "VmRSS");

/** The most it has been since the process began, or since `resetPeakMemory`. */
export const peakMemoryMb = (pid: number): number => field(pid, "VmHWM");

export function resetPeakMemory(pid: number): void {
	writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function field(pid: number, name: string): number {
	const status = readFileSync(`/proc/${pid}/status`, "latin1");
	return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]) / 1024;
}
