/** Whether the bytes from `at` on are these characters, one byte each. */
export function hasMagic(bytes: Uint8Array, magic: string, at = 0): boolean {
	for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
	return true;
}
