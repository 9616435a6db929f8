interface HeapUsage {
	usedSize: number;
	/** Bytes of array buffers, which lie outside the heap. */
	backingStorageSize?: number;
}

const EVERY_MS = 10;
const MB = 1024 * 1024;

/** Watches the memory of the Worker's isolate through the runtime's inspector. */
export class IsolateHeap {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, (usage: HeapUsage) => void>();
	#sent = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.addEventListener("message", ({ data }) => {
			const { id, result } = JSON.parse(String(data));
			this.#waiting.get(id)?.(result);
			this.#waiting.delete(id);
		});
	}

	static async connect(inspectorPort: number): Promise<IsolateHeap> {
		// The inspector refuses clients of unknown origin; Node takes headers where browsers take protocols.
		const options = { headers: { Origin: "http://localhost" } };
		const socket = new WebSocket(`ws://127.0.0.1:${inspectorPort}/ws`, options as unknown as string[]);
		await new Promise((resolve, reject) => {
			socket.addEventListener("open", resolve);
			socket.addEventListener("error", reject);
		});
		return new IsolateHeap(socket);
	}

	#ask(method: string): Promise<HeapUsage> {
		const id = ++this.#sent;
		this.#socket.send(JSON.stringify({ id, method }));
		return new Promise((resolve) => this.#waiting.set(id, resolve));
	}

	/** What is in use now, in MB, garbage included: the runtime collects none on request. */
	async usedMb(): Promise<number> {
		const { usedSize, backingStorageSize = 0 } = await this.#ask("Runtime.getHeapUsage");
		return (usedSize + backingStorageSize) / MB;
	}

	/** The most that is in use while `work` goes on, in MB, garbage included. */
	async peakMb(work: () => Promise<void>): Promise<number> {
		let isDone = false;
		const working = work().finally(() => {
			isDone = true;
		});
		let peak = 0;
		while (!isDone) {
			peak = Math.max(peak, await this.usedMb());
			await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
		}
		await working;
		return peak;
	}

	close(): void {
		this.#socket.close();
	}
}
