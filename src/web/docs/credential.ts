/** Where the key or token of a reader is kept: in the tab, so that it survives a reload and nothing else. */
const keyOf = (name: string): string => `undertone-docs-${name}`;

/** Fills the form with what was kept before, keeps what is typed, and forgets it on reset. */
export function keepCredential(form: HTMLFormElement | null): void {
	const name = form?.dataset.credential;
	const input = form?.querySelector("input");
	if (!form || !name || !input) return;
	input.value = sessionStorage.getItem(keyOf(name)) ?? "";
	input.addEventListener("input", () => sessionStorage.setItem(keyOf(name), input.value.trim()));
	form.addEventListener("reset", () => sessionStorage.removeItem(keyOf(name)));
	form.addEventListener("submit", (event) => event.preventDefault());
}

/** The headers that a request needs by the security scheme of its operation. */
export function credentialHeaders(security: string): Record<string, string> {
	if (security === "apiKey") return { "X-Api-Key": sessionStorage.getItem(keyOf("apiKey")) ?? "" };
	if (security === "bearer")
		return { Authorization: `Bearer ${sessionStorage.getItem(keyOf("token")) ?? ""}` };
	return {};
}
