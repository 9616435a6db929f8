import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";

export type Intervention = components["schemas"]["Intervention"];
export type InterventionBody = components["schemas"]["CreateInterventionBody"];
export type Report = components["schemas"]["InterventionReport"];
export type Comparison = Report["recovery"];

/** The account's interventions, newest first. */
export async function loadInterventions(signal: AbortSignal): Promise<Intervention[]> {
	const { data } = await ask((client) =>
		client.GET("/v1/interventions", { params: { query: { limit: 100 } }, signal }),
	);
	return data;
}

/** Makes an intervention, or changes the one with this id. */
export async function saveIntervention(body: InterventionBody, iid?: string): Promise<void> {
	if (iid === undefined) await ask((client) => client.POST("/v1/interventions", { body }));
	else await ask((client) => client.PATCH("/v1/interventions/{iid}", { params: { path: { iid } }, body }));
}

export async function switchIntervention(iid: string, active: boolean): Promise<void> {
	await ask((client) =>
		client.PATCH("/v1/interventions/{iid}", { params: { path: { iid } }, body: { active } }),
	);
}

export async function deleteIntervention(iid: string): Promise<void> {
	await ask((client) => client.DELETE("/v1/interventions/{iid}", { params: { path: { iid } } }));
}

/** What an intervention did. */
export const loadReport = (iid: string, signal: AbortSignal): Promise<Report> =>
	ask((client) => client.GET("/v1/interventions/{iid}/report", { params: { path: { iid } }, signal }));
