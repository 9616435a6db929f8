/** Tells whoever built the page what keeps the snippet from working. */
export function warn(reason: string): void {
	// biome-ignore lint/suspicious/noConsole: there is no other place where a developer would look
	console.warn(`Undertone captures nothing: ${reason}`);
}
