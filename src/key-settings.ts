/** How eager a key's readings are to suggest an action. */
export const SENSITIVITIES = ["low", "normal", "high"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What a site knows of its own pages: it holds for the events and readings that its key is used for. */
export interface KeySettings {
	/** CSS selectors of elements, such as a game's board, of which the snippet reports nothing. */
	ignore: string[];
	/** Whether rapid repeated clicks count as rage. */
	rage_clicks: boolean;
	sensitivity: Sensitivity;
}

const DEFAULT: KeySettings = { ignore: [], rage_clicks: true, sensitivity: "normal" };

/** All settings of a key, of which only the changed ones are stored. */
export const settingsOf = (changed: Partial<KeySettings> | null): KeySettings => ({ ...DEFAULT, ...changed });
