/** Parts of a page where rapid repeated clicks are normal. The snippet labels clicks there. */
export const CLICK_CONTEXTS = ["text_selection", "stepper", "calendar", "carousel"] as const;
export type ClickContext = (typeof CLICK_CONTEXTS)[number];
