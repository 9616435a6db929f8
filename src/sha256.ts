/** SHA-256 in hex of bytes, or of a string encoded as UTF-8. */
export async function sha256(content: string | BufferSource): Promise<string> {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
