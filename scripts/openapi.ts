import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import ts from "typescript";
import { extractDecoderWasm } from "./extract-decoder-wasm.ts";

const OPENAPI = "src/web/openapi.json";
const TYPES = "src/client/api.d.ts";
const BUNDLE = ".build/openapi.mjs";

/** The document as the app generates it. Models and WebAssembly are left out: no schema depends on them. */
export async function generateOpenApi(): Promise<string> {
	// A fresh checkout has not been built yet, and an import of what is not there is an error, left out or not.
	await extractDecoderWasm();
	await build({
		stdin: {
			contents: `export { createApp } from "./src/app.ts"; export { openApiDocument } from "./src/http/openapi-document.ts"; export { TAG_GROUPS } from "./src/api/tag-groups.ts";`,
			resolveDir: process.cwd(),
		},
		bundle: true,
		format: "esm",
		platform: "node",
		conditions: ["workerd", "worker", "browser"],
		external: ["cloudflare:*", "node:*"],
		loader: { ".wasm": "empty", ".onnx": "empty", ".txt": "text", ".html": "text" },
		outfile: BUNDLE,
		logLevel: "error",
	});
	const { createApp, openApiDocument, TAG_GROUPS } = await import(pathToFileURL(BUNDLE).href);
	return `${JSON.stringify(openApiDocument(createApp(), TAG_GROUPS), null, 2)}\n`;
}

/** The document as types, for the typed client: files are `Blob`s there. */
export async function generateClientTypes(document: string): Promise<string> {
	const blob = ts.factory.createTypeReferenceNode("Blob");
	const types = await openapiTS(document, {
		defaultNonNullable: false,
		transform: (schema) => ("contentMediaType" in schema ? blob : undefined),
	});
	return `${COMMENT_HEADER}${astToString(types)}`;
}

export const committed = {
	openApi: () => readFile(OPENAPI, "utf8"),
	clientTypes: () => readFile(TYPES, "utf8"),
};

if (import.meta.main) {
	const document = await generateOpenApi();
	await writeFile(OPENAPI, document);
	await writeFile(TYPES, await generateClientTypes(document));
}
