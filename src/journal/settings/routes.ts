import { createRoute } from "@hono/zod-openapi";
import { refusal, signedIn, succeeded, success, takesJson, unauthenticated } from "../../api/journal.ts";
import { jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { CONSENT_WORDINGS, CURRENT_WORDING, listConsents, recordConsent } from "./consents.ts";
import * as contract from "./contract.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { updateSettings } from "./update-settings.ts";

const tags = ["Settings"];

const read = createRoute({
	operationId: "readSettings",
	method: "get",
	path: "/",
	tags,
	...signedIn,
	summary: "Read the settings",
	responses: { 200: success("Defaults where nothing was chosen", contract.Settings), ...unauthenticated },
});

const update = createRoute({
	operationId: "updateSettings",
	method: "patch",
	path: "/",
	tags,
	...takesJson,
	summary: "Change settings",
	description: "A new time zone moves no entry. Switching audio storage off deletes every recording.",
	request: { body: jsonBody(contract.SettingsUpdate) },
	responses: {
		200: success("As they are now", contract.Settings),
		400: refusal("A value that cannot be"),
		...unauthenticated,
	},
});

const consent = createRoute({
	operationId: "answerConsent",
	method: "post",
	path: "/consent",
	tags,
	...takesJson,
	summary: "Answer whether recordings may be kept",
	request: { body: jsonBody(contract.ConsentBody) },
	responses: {
		200: success("Recorded", contract.ConsentState),
		400: refusal("Neither true nor false"),
		...unauthenticated,
	},
});

const consents = createRoute({
	operationId: "listConsents",
	method: "get",
	path: "/consents",
	tags,
	...signedIn,
	summary: "Read back every consent given and refused",
	responses: { 200: success("Oldest first", contract.ConsentLedger), ...unauthenticated },
});

const told = (settings: Settings) => ({
	...settings,
	consentGivenAt: settings.consentGivenAt?.toISOString() ?? null,
});

/** `/api/settings` */
export function settingsRoutes() {
	return createRouter()
		.openapi(read, async (c) =>
			c.json(succeeded(told(await readSettings(c.var.context, c.var.user.userId))), 200),
		)
		.openapi(update, async (c) => {
			const settings = await updateSettings(c.var.context, c.var.user.userId, c.req.valid("json"));
			return c.json(succeeded(told(settings)), 200);
		})
		.openapi(consent, async (c) => {
			const { consent: isGranted } = c.req.valid("json");
			const settings = told(await recordConsent(c.var.context, c.var.user.userId, isGranted));
			const { audioStorageConsent, audioStorageEnabled, consentGivenAt } = settings;
			return c.json(succeeded({ audioStorageConsent, audioStorageEnabled, consentGivenAt }), 200);
		})
		.openapi(consents, async (c) => {
			const { context, user } = c.var;
			const { preferredLanguage } = await readSettings(context, user.userId);
			const text = CONSENT_WORDINGS[CURRENT_WORDING]?.[preferredLanguage] ?? "";
			const ledger = {
				consents: await listConsents(context, user.userId),
				currentWording: { version: CURRENT_WORDING, text },
				wordings: CONSENT_WORDINGS,
			};
			return c.json(succeeded(ledger), 200);
		});
}
