import { createRoute } from "@hono/zod-openapi";
import {
	refusal,
	sending,
	signedIn,
	succeeded,
	success,
	successMessage,
	unauthenticated,
} from "../../api/journal.ts";
import { jsonBody } from "../../http/openapi.ts";
import { createRouter, type Router } from "../../http/router.ts";
import {
	addPushSubscription,
	listPushSubscriptions,
	removePushSubscription,
} from "../reminders/push-subscriptions.ts";
import { CONSENT_WORDINGS, CURRENT_WORDING } from "./consent-wording.ts";
import * as contract from "./contract.ts";
import { listConsents } from "./list-consents.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { recordConsent } from "./record-consent.ts";
import { updateSettings } from "./update-settings.ts";

const tags = ["Voice journal: settings"];
const REMOVED = "Push subscription removed successfully";

const read = createRoute({
	method: "get",
	path: "/",
	tags,
	...signedIn,
	summary: "Read the settings",
	responses: { 200: success("Defaults where nothing was chosen", contract.Settings), ...unauthenticated },
});

const update = createRoute({
	method: "patch",
	path: "/",
	tags,
	...sending,
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
	method: "post",
	path: "/consent",
	tags,
	...sending,
	summary: "Answer whether recordings may be kept",
	request: { body: jsonBody(contract.ConsentBody) },
	responses: {
		200: success("Recorded", contract.ConsentState),
		400: refusal("Neither true nor false"),
		...unauthenticated,
	},
});

const consents = createRoute({
	method: "get",
	path: "/consents",
	tags,
	...signedIn,
	summary: "Read back every consent given and refused",
	responses: { 200: success("Oldest first", contract.ConsentLedger), ...unauthenticated },
});

const push = createRoute({
	method: "get",
	path: "/push",
	tags,
	...signedIn,
	summary: "See which browsers are reminded, and the key to subscribe with",
	responses: { 200: success("Oldest first", contract.PushState), ...unauthenticated },
});

const subscribe = createRoute({
	method: "post",
	path: "/push",
	tags,
	...sending,
	summary: "Have a browser reminded",
	request: { body: jsonBody(contract.PushSubscriptionBody) },
	responses: {
		201: success("Stored", contract.StoredPush),
		400: refusal("Not a push subscription"),
		...unauthenticated,
		409: refusal("Too many browsers"),
	},
});

const unsubscribe = createRoute({
	method: "delete",
	path: "/push",
	tags,
	...sending,
	summary: "Stop reminding a browser",
	request: { body: jsonBody(contract.PushRemoval) },
	responses: {
		200: successMessage(REMOVED),
		400: refusal("No endpoint given"),
		...unauthenticated,
		404: refusal("No such subscription of yours"),
	},
});

const told = (settings: Settings) => ({
	...settings,
	consentGivenAt: settings.consentGivenAt?.toISOString() ?? null,
});

/** `/api/settings` */
export function settingsRoutes(): Router {
	const routes = createRouter();

	routes.openapi(read, async (c) =>
		c.json(succeeded(told(await readSettings(c.var.context, c.var.user.userId))), 200),
	);

	routes.openapi(update, async (c) => {
		const settings = await updateSettings(c.var.context, c.var.user.userId, c.req.valid("json"));
		return c.json(succeeded(told(settings)), 200);
	});

	routes.openapi(consent, async (c) => {
		const { consent: isGranted } = c.req.valid("json");
		const settings = told(await recordConsent(c.var.context, c.var.user.userId, isGranted));
		const { audioStorageConsent, audioStorageEnabled, consentGivenAt } = settings;
		return c.json(succeeded({ audioStorageConsent, audioStorageEnabled, consentGivenAt }), 200);
	});

	routes.openapi(consents, async (c) => {
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

	routes.openapi(push, async (c) => {
		const publicKey = c.var.context.config.pushIdentity?.publicKey ?? null;
		const subscriptions = await listPushSubscriptions(c.var.context, c.var.user.userId);
		return c.json(succeeded({ publicKey, subscriptions }), 200);
	});

	routes.openapi(subscribe, async (c) => {
		const { endpoint, keys } = c.req.valid("json");
		const target = { endpoint, p256dh: keys.p256dh, auth: keys.auth };
		return c.json(succeeded(await addPushSubscription(c.var.context, c.var.user.userId, target)), 201);
	});

	routes.openapi(unsubscribe, async (c) => {
		await removePushSubscription(c.var.context, c.var.user.userId, c.req.valid("json").endpoint);
		return c.json({ success: true as const, message: REMOVED }, 200);
	});

	return routes;
}
