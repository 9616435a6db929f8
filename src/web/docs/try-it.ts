import { credentialHeaders } from "./credential.ts";

interface Call {
	method: string;
	url: URL;
	headers: Record<string, string>;
	body: string | FormData | undefined;
}

const fieldsOf = (form: HTMLFormElement, place: string): (HTMLInputElement | HTMLTextAreaElement)[] => [
	...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[data-in="${place}"]`),
];

/** The request that a form of the reference describes. */
function callOf(form: HTMLFormElement): Call {
	const { method = "GET", path = "/", type = "", security = "" } = form.dataset;
	const filled = fieldsOf(form, "path").reduce(
		(text, { name, value }) => text.replace(`{${name}}`, encodeURIComponent(value)),
		path,
	);
	const url = new URL(filled, location.origin);
	for (const { name, value } of fieldsOf(form, "query")) if (value !== "") url.searchParams.set(name, value);
	const headers = credentialHeaders(security);
	if (type.startsWith("multipart/")) return { method, url, headers, body: formOf(form) };
	const body = fieldsOf(form, "body")[0]?.value;
	return { method, url, headers: body === undefined ? headers : { ...headers, "Content-Type": type }, body };
}

function formOf(form: HTMLFormElement): FormData {
	const data = new FormData();
	for (const field of fieldsOf(form, "form")) {
		const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined;
		if (file) data.set(field.name, file);
		else if (field.value !== "") data.set(field.name, field.value);
	}
	return data;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The same request for a terminal. A secret is named, not shown. */
function curlOf({ method, url, headers, body }: Call): string {
	const shown: Record<string, string> = { "X-Api-Key": "$API_KEY", Authorization: "Bearer $TOKEN" };
	const lines = Object.entries(headers).map(([name, value]) =>
		name in shown ? `-H "${name}: ${shown[name]}"` : `-H ${quoted(`${name}: ${value}`)}`,
	);
	const parts = body instanceof FormData ? [...body] : [];
	const fields = parts.map(
		([name, value]) => `-F ${quoted(`${name}=${value instanceof File ? `@${value.name}` : value}`)}`,
	);
	const data = typeof body === "string" ? [`-d ${quoted(body)}`] : fields;
	return [`curl -X ${method} ${quoted(url.href)}`, ...lines, ...data].join(" \\\n  ");
}

function block(label: string, text: string): HTMLElement[] {
	const title = document.createElement("p");
	title.textContent = label;
	const pre = document.createElement("pre");
	pre.tabIndex = 0;
	pre.setAttribute("role", "group");
	pre.setAttribute("aria-label", label);
	pre.textContent = text;
	return [title, pre];
}

async function textOf(answer: Response): Promise<string> {
	const type = answer.headers.get("Content-Type") ?? "";
	if (!/json|text|svg/.test(type)) return `${(await answer.blob()).size} bytes of ${type || "nothing"}`;
	const text = await answer.text();
	return type.includes("json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
}

/** Sends what a form describes, and shows the answer below it. */
export async function sendForm(form: HTMLFormElement): Promise<void> {
	const result = form.parentElement?.querySelector<HTMLElement>(".result");
	if (!result) return;
	const call = callOf(form);
	const { url, ...init } = call;
	try {
		const started = performance.now();
		const answer = await fetch(url, { ...init, body: init.body ?? null });
		const took = Math.round(performance.now() - started);
		const label = `${answer.status} ${answer.statusText}, ${took} ms`;
		result.replaceChildren(...block(label, await textOf(answer)), ...block("As a command", curlOf(call)));
	} catch (error) {
		result.replaceChildren(...block("No answer", String(error)), ...block("As a command", curlOf(call)));
	}
}
