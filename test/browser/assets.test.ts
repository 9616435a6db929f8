import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { assetsDirectory, SDK_LIMIT_BYTES } from "../../scripts/build.ts";

const asset = (name: string) => readFile(join(assetsDirectory, name), "utf8");

const CONSUMER = `
import { onMood, start, status, type MoodReading } from "./sdk.mjs";
start({ key: "sm_pub_0" });
const stop: () => void = onMood(({ mood, confidence, suggested_action }: MoodReading) => {
	const text: string = mood + confidence.toFixed(2) + suggested_action;
	document.title = text + status().queued;
});
stop();
(window.undertone ??= { q: [] }).q.push((undertone) => undertone.optOut());
// @ts-expect-error a key is needed
start({});
`;

describe("the snippet", () => {
	it("weighs at most 8 kB, gzipped", async () => {
		expect(SDK_LIMIT_BYTES).toBe(8_000);
		expect(gzipSync(await asset("sdk.js"), { level: 9 }).length).toBeLessThanOrEqual(SDK_LIMIT_BYTES);
	});

	it("evaluates nothing, writes to the console only why it captures nothing, and reads no text and no values", async () => {
		const forbidden =
			/\beval\b|new Function|console\.(?!warn\b)|\.value\b|innerText|textContent|innerHTML|\.data\b/;
		for (const name of ["sdk.js", "sdk.mjs"]) expect(await asset(name)).not.toMatch(forbidden);
	});

	it("has types that a strict project can build against", async () => {
		const folder = await mkdtemp(join(assetsDirectory, "../consumer-"));
		const consumer = join(folder, "consumer.ts");
		await copyFile(join(assetsDirectory, "sdk.d.mts"), join(folder, "sdk.d.mts"));
		await writeFile(consumer, CONSUMER);
		const options = [
			"--ignoreConfig",
			"--noEmit",
			"--strict",
			"--module",
			"nodenext",
			"--lib",
			"es2022,dom",
			"--types",
			"",
		];
		const { status, stdout } = spawnSync(
			process.execPath,
			["node_modules/typescript-7/bin/tsc", ...options, consumer],
			{ encoding: "utf8" },
		);
		await rm(folder, { recursive: true });
		expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
	});

	it.each(["/sdk.js", "/sdk.mjs", "/sdk.d.ts"])("is served to any site as %s", async (path) => {
		const response = await fetch(inject("api") + path);
		expect(response.status).toBe(200);
		expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
		expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
		expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
		expect(response.headers.get("Cache-Control")).toContain("max-age=3600");
	});
});

describe("the pages", () => {
	it("need nothing from elsewhere and nothing inline", async () => {
		const demo = await asset("demo.html");
		expect(demo).not.toMatch(/\s(style|on\w+)=|<style|<script(?![^>]*\ssrc=)/);
		expect(demo).not.toMatch(/(src|href)="(https?:)?\/\//);
		expect(await asset("demo/demo.css")).not.toMatch(/url\(|@import/);
	});

	it("are served under a policy that allows neither", async () => {
		const { headers } = await fetch(`${inject("api")}/demo`);
		const policy = headers.get("Content-Security-Policy") ?? "";
		expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
		expect(policy).not.toContain("unsafe");
	});
});
