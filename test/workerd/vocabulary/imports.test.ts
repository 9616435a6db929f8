import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import { type Ask, signedIn } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
beforeAll(async () => {
	ask = await signedIn(api, "user_imports");
});
const importing = (body: Record<string, unknown>) => ask("POST", "/dialogs/import", body);
const said = (dialog: { blocks: { speaker: string; text: string }[] }) =>
	dialog.blocks.map(({ speaker, text }) => [speaker, text]);

describe("POST /api/dialogs/import", () => {
	it("makes a dialog of plain text", async () => {
		const { status, body } = await importing({
			format: "text",
			content: "АННА: Привіт!\nБОРИС: Я щасливий.",
			title: "Зустріч",
		});
		expect(status).toBe(201);
		expect(body).toMatchObject({ title: "Зустріч", lang: "uk" });
		expect(said(body)).toEqual([
			["АННА", "Привіт!"],
			["БОРИС", "Я щасливий."],
		]);
		expect((await ask("GET", `/dialogs/${body.id}`)).body).toEqual(body);
	});

	it("makes a dialog of a Fountain screenplay", async () => {
		const content = "INT. STATION - NIGHT\n\nRain.\n\nANNA (V.O.)\n(softly)\nYou came.\n\nBEN\nI did.\n";
		const { status, body } = await importing({ format: "fountain", content });
		expect(status).toBe(201);
		expect(body.title).toBe("Untitled");
		expect(said(body)).toEqual([
			["ANNA", "(softly)\nYou came."],
			["BEN", "I did."],
		]);
	});

	it("makes a dialog of subtitles", async () => {
		const content =
			"1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Estoy triste.</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- ¿Por qué?\r\n- No sé.\r\n";
		const { status, body } = await importing({ format: "srt", content });
		expect(status).toBe(201);
		expect(body.lang).toBe("es");
		expect(said(body)).toEqual([
			["", "Estoy triste."],
			["", "¿Por qué?"],
			["", "No sé."],
		]);
	});

	it.each([
		["an unknown format", { format: "pdf", content: "x" }, "format"],
		["no content", { format: "text" }, "content"],
		["an empty text", { format: "text", content: " \n " }, "content"],
		["subtitles without times", { format: "srt", content: "Hello" }, "content"],
		["a screenplay without dialogue", { format: "fountain", content: "INT. HOUSE\n\nRain." }, "content"],
		["more than 5,000 blocks", { format: "text", content: "A: x\n".repeat(5_001) }, "content"],
		[
			"a speech of more than 5,000 characters",
			{ format: "text", content: `A: ${"x".repeat(5_001)}` },
			"content",
		],
		["Russian", { format: "text", content: "АННА: Мы были очень счастливы" }, "lang"],
	])("refuses %s with 400 and stores nothing", async (_, body, field) => {
		const before = (await ask("GET", "/dialogs")).body.length;
		const answer = await importing(body);
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({
			error: "Bad Request",
			code: "invalid_input",
			message: expect.any(String),
			field,
		});
		expect((await ask("GET", "/dialogs")).body).toHaveLength(before);
	});
});
