/** A body as it is sent: a form where a file is among its fields, else JSON. Fields without a value are left out. */
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
