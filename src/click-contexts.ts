/** Places on a page where quick repeated clicks are normal, as the snippet marks clicks there. */
export const CLICK_CONTEXTS = ["text_selection", "stepper", "calendar", "carousel"] as const;
export type ClickContext = (typeof CLICK_CONTEXTS)[number];
