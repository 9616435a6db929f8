import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPath, scrubMessage } from "../../../src/sdk/mask.ts";

describe("maskPath", () => {
	it.each([
		["/", "/"],
		["/shop/coffee-cups", "/shop/coffee-cups"],
		["/top-10/v2", "/top-10/v2"],
		["/users/42", "/users/:id"],
		["/users/jane@example.org/edit", "/users/:id/edit"],
		["/users/jane%40example.org", "/users/:id"],
		["/o/9f1c2e7a-77aa-4b6e-9d0c-2f1e5a3b8c7d", "/o/:id"],
		["/reset/Zk3vQ9pLm2Xy7Wb4", "/reset/:id"],
		["/invoice-2026004711", "/:id"],
	])("%s becomes %s", (path, masked) => expect(maskPath(path)).toBe(masked));

	it("keeps the number of segments, and masks nothing twice", () => {
		fc.assert(
			fc.property(fc.webPath(), (path) => {
				const masked = maskPath(path);
				expect(masked.split("/")).toHaveLength(path.split("/").length);
				expect(maskPath(masked)).toBe(masked);
			}),
		);
	});
});

describe("scrubMessage", () => {
	it.each([
		[
			"Cannot read properties of undefined (reading 'total')",
			"Cannot read properties of undefined (reading 'total')",
		],
		[
			`Unexpected token 'J', "{"name":"Jane"}" is not valid JSON`,
			`Unexpected token 'J', "…" is not valid JSON`,
		],
		[
			"Failed to fetch https://api.example/users/4711?token=abc#x",
			"Failed to fetch https://api.example/users/:id",
		],
		["No route /search?q=secret+words here", "No route /search here"],
		["jane.doe+shop@mail.example.org is taken", "[email] is taken"],
		["Card 4111 1111-1111.1111 was declined", "Card [number] was declined"],
		["Call +47 (22) 33 44 55 now", "Call +[number] now"],
		["Bad token eyJhbGciOiJIUzI1NiIsInR5cCI6", "Bad token [token]"],
		["HTTP 503 after 3 attempts", "HTTP 503 after 3 attempts"],
	])("%s becomes %s", (message, scrubbed) => expect(scrubMessage(message)).toBe(scrubbed));

	it("never gives more than 512 characters, an address or a long number", () => {
		const part = fc.oneof(
			fc.string(),
			fc.emailAddress(),
			fc.nat().map(String),
			fc.webUrl({ withQueryParameters: true }),
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
				const scrubbed = scrubMessage(parts.join(" "));
				expect(scrubbed.length).toBeLessThanOrEqual(512);
				expect(scrubbed).not.toMatch(/\d{5}/);
				expect(scrubbed).not.toMatch(/\w@\w/);
			}),
		);
	});

	it("takes time in proportion to what it keeps, however long and odd the message", () => {
		for (const piece of ["a@", "1 ", "http://", "?a=", '"', "-", "a1"]) {
			expect(scrubMessage(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(512);
		}
	});
});
