/** What a webhook can be told. */
export const EVENT_TYPES = ["mood.changed", "intervention.due", "quota.reached"] as const;
export type EventType = (typeof EVENT_TYPES)[number];
