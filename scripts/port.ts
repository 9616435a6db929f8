import { createServer } from "node:net";

/** The port to serve on, from `PORT`, 8787 without it. Throws, with what to do, where nothing can be served. */
export async function servingPort(variable: string | undefined): Promise<number> {
	const port = Number(variable || 8787);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`PORT is a number from 1 to 65535, not ${variable}.`);
	}
	if (await isFree(port)) return port;
	throw new Error(`Port ${port} is taken. Stop what serves there, or choose another: PORT=9000 npm start`);
}

function isFree(port: number): Promise<boolean> {
	const probe = createServer();
	return new Promise((resolve) => {
		probe.once("error", () => resolve(false));
		probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
	});
}
