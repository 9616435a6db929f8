import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What one forward pass over 60 s took. */
export interface PeerRun {
	/** Seconds of CPU. */
	cpu: number;
	wall: number;
	peakMb: number;
	parameters: number;
	torch: string;
	threads: number;
}

const SCRIPT = join(import.meta.dirname, "wav2vec2_large.py");
/** Debian puts torch beside its own Python, which need not be the first one in the path. */
const PYTHONS = ["python3", "/usr/bin/python3"];

/** Runs the published architecture in Python, or says why it cannot. */
export function runWav2Vec2(): PeerRun | string {
	const python = PYTHONS.find((path) => spawnSync(path, ["-c", "import torch"]).status === 0);
	if (!python) return "no Python here has torch (Debian: apt-get install python3-torch)";
	const { status, stdout, stderr } = spawnSync(python, [SCRIPT], { encoding: "utf8" });
	if (status !== 0) return stderr.trim().split("\n").at(-1) || "it ended without a word";
	return JSON.parse(stdout) as PeerRun;
}
