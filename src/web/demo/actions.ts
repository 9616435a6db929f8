/** What a shop might do on each suggested action. */
export const ACTIONS: Readonly<Record<string, { title: string; text: string }>> = {
	show_live_chat: { title: "Shall we sort this out together?", text: "A person is here, and types fast." },
	show_tooltip: { title: "Looking for something?", text: "A hint beside the button usually does it." },
	show_recommendations: { title: "You may also like", text: "The Harbour Cup goes well with what you saw." },
	show_exit_offer: { title: "Before you go", text: "Your basket waits here, and shipping is on us." },
};
