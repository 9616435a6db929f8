/** Serialises a body: as a form if any field is a file, otherwise as JSON. Null and undefined fields are omitted. */
export function serializeBody(body: unknown): string | FormData {
	if (body instanceof FormData) return body;
	const fields = typeof body === "object" && body !== null ? Object.entries(body) : [];
	if (!fields.some(([, value]) => value instanceof Blob)) return JSON.stringify(body);
	const form = new FormData();
	for (const [name, value] of fields) {
		if (value === undefined || value === null) continue;
		form.append(name, value instanceof Blob || typeof value === "string" ? value : JSON.stringify(value));
	}
	return form;
}
