import { cpus, loadavg, release, totalmem } from "node:os";

/** What the numbers were measured on, and what else it was doing. */
export function describeMachine(): string {
	const [processor] = cpus();
	const load = loadavg().map((average) => average.toFixed(1));
	return [
		`${cpus().length} × ${processor?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`,
		`Node ${process.versions.node}, SQLite ${process.versions.sqlite} · load average ${load.join(", ")} when the run began`,
	].join("\n");
}
