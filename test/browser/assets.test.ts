import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

/** What a page's script needs before it can run: itself and what it imports, gzipped, each file once. */
async function scriptBytes(page: string): Promise<number> {
	const wanted = [...(await asset(page)).matchAll(/src="\/([^"]+\.js)"/g)].map(([, file]) => file ?? "");
	const sizes = new Map<string, number>();
	for (let file = wanted.pop(); file; file = wanted.pop()) {
		if (sizes.has(file)) continue;
		const text = await asset(file);
		sizes.set(file, gzipSync(text, { level: 9 }).length);
		for (const [, name] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
			if (name) wanted.push(`assets/${name}`);
	}
	return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

describe("the pages", () => {
	it("need nothing from elsewhere and nothing inline", async () => {
		for (const page of ["index.html", "demo.html", "console.html"]) {
			expect(await asset(page)).not.toMatch(/\s(style|on\w+)=|<style|<script(?![^>]*\ssrc=)/);
			expect(await asset(page)).not.toMatch(/(src|href)="(https?:)?\/\//);
		}
		for (const style of (await readdir(join(assetsDirectory, "assets"))).filter((file) =>
			file.endsWith(".css"),
		)) {
			expect(await asset(`assets/${style}`)).not.toMatch(/url\(|@import/);
		}
	});

	it("are served under a policy that allows neither", async () => {
		const { headers } = await fetch(`${inject("api")}/demo`);
		const policy = headers.get("Content-Security-Policy") ?? "";
		expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
		expect(policy).not.toContain("unsafe");
	});

	it("take no script address but their own, in all pages but the docs", async () => {
		for (const [path, isStrict] of [
			["/", true],
			["/demo", true],
			["/console", true],
			["/docs", false],
			["/docs/snippet", false],
		] as const) {
			const { headers } = await fetch(inject("api") + path);
			const policy = headers.get("Content-Security-Policy") ?? "";
			expect(policy.includes("require-trusted-types-for 'script'; trusted-types undertone")).toBe(isStrict);
			expect(policy.match(/default-src/g)).toHaveLength(1);
		}
	});

	it("are asked for again, and what they load is kept for good", async () => {
		const page = await (await fetch(`${inject("api")}/console`)).text();
		const loaded = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
		expect(loaded.length).toBeGreaterThan(1);
		for (const path of loaded) {
			expect(path).toMatch(/-[\w-]{8}\.(js|css)$/);
			const { headers } = await fetch(inject("api") + path);
			expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
		}
		for (const path of ["/", "/demo", "/console", "/docs", "/theme.js"]) {
			expect((await fetch(inject("api") + path)).headers.get("Cache-Control")).toBe("no-cache");
		}
	});

	it("weigh little: what each loads before it can be used, gzipped", async () => {
		for (const [page, limit] of [
			["index.html", 40_000],
			["demo.html", 60_000],
			["console.html", 60_000],
		] as const) {
			expect(await scriptBytes(page)).toBeLessThanOrEqual(limit);
			const html = await asset(page);
			const files = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? "");
			const sizes = await Promise.all(
				files.map(async (file) => gzipSync(await asset(file), { level: 9 }).length),
			);
			expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit);
		}
	});

	it("with routes of their own get every address below theirs, without running the Worker", async () => {
		for (const path of ["/console", "/console/keys", "/console/any/thing"]) {
			const answer = await fetch(inject("api") + path);
			expect(answer.status).toBe(200);
			expect(await answer.text()).toContain("<title>Undertone console</title>");
			expect(answer.headers.has("X-Request-Id")).toBe(false);
		}
	});
});
