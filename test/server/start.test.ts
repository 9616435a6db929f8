import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "../../scripts/free-port.ts";

const start = (port: string) =>
	spawnSync(process.execPath, ["scripts/start.ts"], {
		env: { ...process.env, PORT: port },
		encoding: "utf8",
	});

it("says that a port is taken instead of pointing at whatever answers there", async () => {
	const port = await freePort();
	const other = createServer().listen(port, "127.0.0.1");
	await new Promise((resolve) => other.once("listening", resolve));
	const { status, stdout, stderr } = start(String(port));
	other.close();
	expect(status).toBe(1);
	expect(stderr).toContain(`Port ${port} is taken.`);
	expect(stdout).toBe("");
});

it("refuses what is not an origin, with a sentence that says why", () => {
	const { status, stderr } = spawnSync(process.execPath, ["scripts/start.ts"], {
		env: { ...process.env, WEB_ORIGINS: "localhost:5173" },
		encoding: "utf8",
	});
	expect(status).toBe(1);
	expect(stderr).toContain("WEB_ORIGINS is a list of origins such as http://localhost:5173");
});

it.each(["shop", "0", "70000", "87.5"])("refuses the port %s in a sentence", (port) => {
	const { status, stderr } = start(port);
	expect(status).toBe(1);
	expect(stderr.trim()).toBe(`PORT is a number from 1 to 65535, not ${port}.`);
});
