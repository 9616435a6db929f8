import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const ICON = join(import.meta.dirname, "../../src/web/public/icon.svg");
const SIZE = 48;

const wasm = readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm"));
let ready: Promise<void> | undefined;

/** The icon as `favicon.ico` holds it: a directory with one entry, and a PNG (ICO format, 6 + 16 bytes of header). */
export async function faviconIco(): Promise<Uint8Array> {
	ready ??= initWasm(wasm);
	await ready;
	const svg = await readFile(ICON, "utf8");
	const png = new Resvg(svg, { fitTo: { mode: "width", value: SIZE } }).render().asPng();
	const header = Buffer.alloc(22);
	header.writeUInt16LE(1, 2); // an icon
	header.writeUInt16LE(1, 4); // with one image
	header.writeUInt8(SIZE, 6);
	header.writeUInt8(SIZE, 7);
	header.writeUInt16LE(1, 10); // colour planes
	header.writeUInt16LE(32, 12); // bits a pixel
	header.writeUInt32LE(png.length, 14);
	header.writeUInt32LE(header.length, 18);
	return Buffer.concat([header, png]);
}
