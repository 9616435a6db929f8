/**
 * What an event can mean by what came before it. A single event says little: an error that nobody acted for, a stillness
 * that ends in more reading, a click that the page answers.
 */
export const FACTS = [
	"failed_act",
	"repeated_errors",
	"retry",
	"gave_way",
	"quick_clicks",
	"same_spot_again",
	"steady_clicking",
	"key_hammering",
	"submitted_again",
	"form_returned",
	"form_reentry",
	"form_done",
	"doubt_in_form",
	"field_progress",
	"field_filled",
	"field_touched",
	"blur_alone",
	"writing",
	"click_answered",
	"quick_navigation",
	"new_page",
	"going_round",
	"same_page_again",
	"short_visit",
	"long_visit",
	"reading_pace",
	"hurried_scroll",
	"repeated_backtracks",
	"hover_run",
	"stillness",
	"watching",
	"resumed",
	"reading_on",
	"working_on",
	"calm",
] as const;

export type Fact = (typeof FACTS)[number];
