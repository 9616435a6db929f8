import ipaddr from "ipaddr.js";

/** Names that lead into a network of one's own. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/i;
/** RFC 6761: loopback, as a name or an address. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Why messages may not be sent to this address, in words; undefined if they may. `mayBeLocal`: plain http to a loopback
 * address too, where the server itself runs on a developer's machine.
 */
export function faultOfAddress(text: string, mayBeLocal: boolean): string | undefined {
	if (!URL.canParse(text)) return "Not a URL";
	const { protocol, hostname, username, password } = new URL(text);
	if (username || password)
		return "A URL with a user name or password would end up in logs; use the signature instead";
	if (mayBeLocal && LOOPBACK.test(hostname)) return protocol.startsWith("http") ? undefined : "Use https";
	if (protocol !== "https:") return "Use https";
	return faultOfName(hostname);
}

/** The parser has written out every spelling of an address (`0x7f.1` is `127.0.0.1`). */
function faultOfName(hostname: string): string | undefined {
	const address = hostname.replace(/^\[|\]$/g, "");
	if (ipaddr.isValid(address))
		return isPublic(ipaddr.process(address)) ? undefined : "This address is not on the public internet";
	const isLocal = LOCAL_NAME.test(hostname) || !hostname.includes(".");
	return isLocal ? "This name is not on the public internet" : undefined;
}

/** Of version 6, only 2000::/3 is handed out (RFC 4291, 2.4). */
const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
	address.range() === "unicast" &&
	(!(address instanceof ipaddr.IPv6) || ((address.parts[0] ?? 0) & 0xe000) === 0x2000);
