import { beforeAll, describe, expect, it } from "vitest";
import document from "../../src/web/openapi.json";
import { NOW, newAccount, publishableKey, testApi } from "../support/api.ts";
import { userToken } from "../support/tokens.ts";

const ORIGIN = "https://shop.example";

/** Who may pass: anybody, any key, secret keys, any person, or people with a permission. */
type Wall = "open" | "anyKey" | "secretKey" | "person" | `emotion:${string}`;

/** A new operation belongs in here; without a row the first test fails. */
const WALLS: Readonly<Record<string, Wall>> = {
	readHealth: "open",
	generateKey: "open",
	createPublishableKey: "secretKey",
	listKeys: "secretKey",
	revokeKey: "secretKey",
	changeKey: "secretKey",
	rotateKey: "secretKey",
	eraseAccount: "secretKey",
	recordEvents: "anyKey",
	readMood: "anyKey",
	recordFeedback: "secretKey",
	watchSession: "anyKey",
	watchAccount: "secretKey",
	recordOutcome: "anyKey",
	createIntervention: "secretKey",
	listInterventions: "secretKey",
	readIntervention: "secretKey",
	changeIntervention: "secretKey",
	deleteIntervention: "secretKey",
	readInterventionReport: "secretKey",
	createWebhook: "secretKey",
	listWebhooks: "secretKey",
	changeWebhook: "secretKey",
	deleteWebhook: "secretKey",
	testWebhook: "secretKey",
	listDeliveries: "secretKey",
	listSessions: "secretKey",
	readSessionTimeline: "secretKey",
	readMoodTimes: "secretKey",
	readUsage: "secretKey",
	eraseSession: "secretKey",
	readMoodAnalytics: "secretKey",
	readActionAnalytics: "secretKey",
	listEmotions: "person",
	createEmotion: "emotion:create",
	readEmotion: "person",
	replaceEmotion: "emotion:edit",
	updateEmotion: "emotion:edit",
	deleteEmotion: "emotion:delete",
	readTranslations: "person",
	correctTranslations: "emotion:edit",
	suggestEmotions: "person",
	listCategories: "person",
	createCategory: "emotion:category:create",
	listCategoriesWithEmotions: "person",
	readCategory: "person",
	replaceCategory: "emotion:category:edit",
	updateCategory: "emotion:category:edit",
	deleteCategory: "emotion:category:delete",
	correctCategoryName: "emotion:category:edit",
	listDialogs: "person",
	createDialog: "person",
	importDialog: "person",
	readDialog: "person",
	replaceDialog: "person",
	updateDialog: "person",
	deleteDialog: "person",
	insertBlock: "person",
	updateBlock: "person",
	deleteBlock: "person",
	reorderBlocks: "person",
	readArc: "person",
	drawArc: "person",
	compareArcs: "person",
	uploadEntry: "person",
	listEntries: "person",
	readTimeline: "person",
	readEntryOfDay: "person",
	updateEntry: "person",
	deleteEntry: "person",
	readSummary: "person",
	readCalendar: "person",
	readYear: "person",
	readWeekdayDistribution: "person",
	readMoodTrend: "person",
	countMoods: "person",
	readInsights: "person",
	writeReport: "person",
	listAlerts: "person",
	dismissAlert: "person",
	listActivities: "person",
	countActivities: "person",
	correlateMoods: "person",
	readSettings: "person",
	updateSettings: "person",
	answerConsent: "person",
	listConsents: "person",
	readReminderDevices: "person",
	addReminderDevice: "person",
	removeReminderDevice: "person",
	listRecordings: "person",
	playRecording: "person",
	createPlaybackLink: "person",
	deleteRecording: "person",
	exportJournal: "person",
	importJournal: "person",
	readAdjustment: "person",
	forgetAdjustment: "person",
	eraseEverything: "person",
};

const PERMISSIONS = [...new Set(Object.values(WALLS).filter((wall) => wall.startsWith("emotion:")))];

interface Operation {
	operationId: string;
	method: string;
	path: string;
	hasBody: boolean;
}

const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, operation]) => ({
		operationId: operation.operationId,
		method: method.toUpperCase(),
		path: path.replaceAll(/\{\w+\}/g, "00000000-0000-4000-8000-000000000000"),
		hasBody: "requestBody" in operation,
	})),
);

const api = testApi();
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
let credentials: Record<string, Record<string, string>>;
beforeAll(async () => {
	const key = await newAccount(api);
	const publishable = await publishableKey(api, key, ORIGIN);
	const stranger = await userToken("walls-editor", { permissions: [] });
	credentials = {
		none: {},
		"a key that is none": { "X-Api-Key": `sm_${"0".repeat(48)}` },
		"a publishable key": { "X-Api-Key": publishable, Origin: ORIGIN },
		"a publishable key, elsewhere": { "X-Api-Key": publishable, Origin: "https://evil.example" },
		"a publishable key without a page": { "X-Api-Key": publishable },
		"a secret key": { "X-Api-Key": key },
		"a person": bearer(stranger),
		"a person, expired": bearer(await userToken("walls", { exp: NOW / 1000 - 3_600 })),
		"a person of another issuer": bearer(await userToken("walls", { iss: "https://evil.example" })),
		"a person with a changed signature": bearer(`${stranger.slice(0, -6)}AAAAAA`),
	};
	for (const permission of PERMISSIONS)
		credentials[permission] = bearer(await userToken("walls-editor", { permissions: [permission] }));
});

function mayPass(wall: Wall, credential: string): boolean {
	switch (wall) {
		case "open":
			return true;
		case "anyKey":
			return credential === "a secret key" || credential === "a publishable key";
		case "secretKey":
			return credential === "a secret key";
		case "person":
			return credential === "a person" || PERMISSIONS.some((permission) => permission === credential);
		default:
			return credential === wall;
	}
}

/** Those who end their own credentials come last. */
const isLast = ({ operationId }: Operation): boolean => /^(rotateKey|eraseAccount)$/.test(operationId);

describe("walls", () => {
	it("stand before every operation of the document, and only those", () => {
		expect(OPERATIONS.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(WALLS).sort());
	});

	it("let exactly those pass who may", async () => {
		const wrong: string[] = [];
		for (const operation of OPERATIONS.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))) {
			const { operationId, method, path, hasBody } = operation;
			for (const [credential, headers] of Object.entries(credentials)) {
				const { status } = await api.request(method, path, { headers, ...(hasBody && { body: {} }) });
				const passed = status !== 401 && status !== 403;
				const wall = WALLS[operationId];
				if (wall === undefined || passed !== mayPass(wall, credential))
					wrong.push(`${operationId} with ${credential}: ${status}`);
			}
		}
		expect(wrong).toEqual([]);
	});
});
