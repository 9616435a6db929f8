import { t } from "./texts.ts";

type MoodName = Parameters<typeof t>[0] extends infer Key
	? Key extends `mood.${infer Name}`
		? Name
		: never
	: never;

/** The name of a mood as the API has it, in the chosen language. */
export const moodName = (mood: string): string => t(`mood.${mood as MoodName}`);

/** A mood with its colour. */
export const Mood = ({ mood }: { mood: string }) => (
	<span class="mood">
		<span class="mood-dot" style={{ background: `var(--mood-${mood})` }} aria-hidden="true" />
		{moodName(mood)}
	</span>
);
