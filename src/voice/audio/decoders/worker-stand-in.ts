/**
 * The decoder packages extend the global Worker class while they load; workerd has none. Nobody ever makes one.
 * Must be imported before them.
 */
class WorkerStandIn {}
if (!("Worker" in globalThis)) Object.assign(globalThis, { Worker: WorkerStandIn });

/** Takes the stand-in away once the packages are loaded, so that no other library believes in it. */
export function removeWorkerStandIn(): void {
	if (Reflect.get(globalThis, "Worker") === WorkerStandIn) Reflect.deleteProperty(globalThis, "Worker");
}
