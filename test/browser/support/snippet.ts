import type { Page, Request } from "playwright-core";
import { expect, inject } from "vitest";
import type { CapturedEvent, Status, Undertone } from "../../../src/sdk/public.d.ts";

/** The one tag that a site puts into its page. */
export const tag = (key: string) => `<script src="${inject("api")}/sdk.js" data-key="${key}" async></script>`;

/** Keeps every event that a page of this context captures, from before the snippet loads. Call before `goto`. */
export async function recordEvents(page: Page): Promise<CapturedEvent[]> {
	const events: CapturedEvent[] = [];
	await page.exposeFunction("keepEvent", (event: CapturedEvent) => events.push(event));
	await page.addInitScript(() => {
		const keep = (window as unknown as { keepEvent(event: CapturedEvent): void }).keepEvent;
		window.undertone ??= { q: [] };
		window.undertone.q.push((undertone) => undertone.onEvent(keep));
	});
	return events;
}

/** Waits until the snippet runs. */
export const untilStarted = (page: Page) =>
	page.waitForFunction(() => (window.undertone as Undertone | undefined)?.status?.().state === "running");

export const statusOf = (page: Page): Promise<Status> =>
	page.evaluate(() => (window.undertone as Undertone).status());

/** Waits until the snippet's status is as wanted. */
export async function until(page: Page, isWanted: (status: Status) => boolean): Promise<Status> {
	await expect.poll(async () => isWanted(await statusOf(page)), { timeout: 20_000 }).toBe(true);
	return statusOf(page);
}

/** Waits until the API has everything that was captured. */
export const untilDelivered = (page: Page): Promise<Status> =>
	until(page, ({ captured, delivered }) => captured > 0 && captured === delivered);

/** Every request for the API's events that the page makes, as it is made. */
export function watchRequests(page: Page): Request[] {
	const requests: Request[] = [];
	page.context().on("request", (request) => {
		if (request.url().includes("/v1/sessions/")) requests.push(request);
	});
	return requests;
}

/** The events in the bodies of requests, each batch once however often it was sent. */
export function eventsSent(requests: readonly Request[]): CapturedEvent[] {
	const batches = new Map(requests.map((request) => [idempotencyKeyOf(request), request.postDataJSON()]));
	return [...batches.values()].flatMap(({ events }) => events);
}

export const idempotencyKeyOf = (request: Request) =>
	new URL(request.url()).searchParams.get("idempotency_key");
