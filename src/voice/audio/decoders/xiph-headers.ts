/** Parses codec private data in Xiph lacing: 0x02, two lengths, then identification, comment and setup headers. */
export function xiphHeaders(bytes: Uint8Array): { identification: Uint8Array; setup: Uint8Array } {
	let at = 1;
	const lacedLength = () => {
		let length = 0;
		for (; bytes[at] === 255; at++) length += 255;
		return length + (bytes[at++] ?? 0);
	};
	const [identification, comment] = [lacedLength(), lacedLength()];
	return {
		identification: bytes.subarray(at, at + identification),
		setup: bytes.subarray(at + identification + comment),
	};
}
