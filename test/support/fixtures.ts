import { env } from "cloudflare:workers";

const { FIXTURES } = env as Env & { FIXTURES: Fetcher };

/** A recording of test/voice/fixtures; how each is made stands in generate.ts beside them. */
export async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
	const response = await FIXTURES.fetch(`http://fixtures/${name}`);
	if (!response.ok) throw new Error(`There is no fixture ${name}`);
	return new Uint8Array(await response.arrayBuffer());
}
