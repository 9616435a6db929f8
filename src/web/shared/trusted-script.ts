/** The part of Trusted Types that is used here; the compiler's library does not know them yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string },
	): { createScriptURL(url: string): string };
}

/** The scripts that a page may add while it runs. Everything else is imported as a module. */
const SCRIPTS: readonly string[] = ["/sdk.js"];

const rules = {
	createScriptURL(url: string): string {
		if (SCRIPTS.includes(url)) return url;
		throw new TypeError(`${url} is no script of these pages`);
	},
};

const { trustedTypes } = globalThis as typeof globalThis & { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("undertone", rules) ?? rules;

/** The address of one of our own scripts, in the form that the pages' policy asks for. */
export const trustedScript = (url: string): string => policy.createScriptURL(url);
