import { describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config.ts";

const config = (vars: Partial<Record<keyof Env, string>>) => readConfig(vars as unknown as Env);
const LOCAL_JWKS = '{"keys":[]}';

describe("where tokens come from", () => {
	it("is Clerk for an https issuer", () => {
		expect(config({ CLERK_ISSUER: "https://clerk.example.com" }).tokenIssuer).toEqual({
			kind: "clerk",
			issuer: "https://clerk.example.com",
			jwksUrl: "https://clerk.example.com/.well-known/jwks.json",
		});
	});

	it("is Clerk alone in a deployment, even when a local key set is set there by mistake", () => {
		expect(config({ CLERK_ISSUER: "https://clerk.example.com", LOCAL_JWKS }).tokenIssuer.kind).toBe("clerk");
	});

	it("is the local key set for a loopback issuer only", () => {
		for (const CLERK_ISSUER of ["http://127.0.0.1/undertone-local", "http://localhost:8787"]) {
			expect(config({ CLERK_ISSUER, LOCAL_JWKS }).tokenIssuer.kind).toBe("local");
		}
		for (const CLERK_ISSUER of [
			"http://127.0.0.1.evil.example/",
			"http://localhost.evil.example",
			"http://clerk.example.com",
		]) {
			expect(config({ CLERK_ISSUER, LOCAL_JWKS }).tokenIssuer.kind).toBe("none");
		}
	});

	it("is nowhere when nothing is configured", () => {
		expect(config({}).tokenIssuer.kind).toBe("none");
		expect(config({ CLERK_ISSUER: "http://127.0.0.1/x" }).tokenIssuer.kind).toBe("none");
	});
});

describe("the other variables", () => {
	it("have defaults", () => {
		expect(config({})).toMatchObject({ webOrigins: [], eventRetentionMs: 30 * 86_400_000 });
	});

	it("are read", () => {
		const { webOrigins, eventRetentionMs } = config({
			WEB_ORIGINS: " https://a.example, https://b.example ,",
			EVENT_RETENTION_DAYS: "7",
		});
		expect(webOrigins).toEqual(["https://a.example", "https://b.example"]);
		expect(eventRetentionMs).toBe(7 * 86_400_000);
	});

	it.each(["0", "-1", "soon"])("refuse a retention of %j days", (EVENT_RETENTION_DAYS) => {
		expect(() => config({ EVENT_RETENTION_DAYS })).toThrow();
	});
});
