import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { assetsDirectory, SDK_LIMIT_BYTES } from "../../scripts/build.ts";

const asset = (name: string) => readFile(join(assetsDirectory, name), "utf8");

describe("the snippet", () => {
	it("weighs at most 6 kB, gzipped", async () => {
		expect(SDK_LIMIT_BYTES).toBe(6 * 1_024);
		expect(gzipSync(await asset("sdk.js"), { level: 9 }).length).toBeLessThanOrEqual(SDK_LIMIT_BYTES);
	});

	it("evaluates nothing, writes nothing to the console, and reads no text and no values", async () => {
		const forbidden = /\beval\b|new Function|console\.|\.value\b|innerText|textContent|innerHTML|\.data\b/;
		for (const name of ["sdk.js", "sdk.mjs"]) expect(await asset(name)).not.toMatch(forbidden);
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
