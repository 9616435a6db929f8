import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";

type Schemas = components["schemas"];
export type Intervention = Schemas["Intervention"];
export type InterventionReport = Schemas["InterventionReport"];
export type InterventionBody = Schemas["CreateInterventionBody"];
type Changes = Schemas["ChangeInterventionBody"];

const pathOf = (iid: string) => ({ params: { path: { iid } } });

/** The account's interventions, newest first. It may have fifty. */
export async function loadInterventions(signal: AbortSignal): Promise<Intervention[]> {
	const query = { limit: 100 };
	const { data } = await ask((client) => client.GET("/v1/interventions", { params: { query }, signal }));
	return data;
}

/** What an intervention did, against the sessions that were held out. */
export const loadReport = (iid: string, signal: AbortSignal): Promise<InterventionReport> =>
	ask((client) => client.GET("/v1/interventions/{iid}/report", { ...pathOf(iid), signal }));

export const makeIntervention = (body: InterventionBody): Promise<Intervention> =>
	ask((client) => client.POST("/v1/interventions", { body }));

export const changeIntervention = (iid: string, body: Changes): Promise<Intervention> =>
	ask((client) => client.PATCH("/v1/interventions/{iid}", { ...pathOf(iid), body }));

export async function deleteIntervention(iid: string): Promise<void> {
	await ask((client) => client.DELETE("/v1/interventions/{iid}", pathOf(iid)));
}
