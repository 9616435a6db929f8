/**
 * The decoder packages extend the global Worker class while they load; workerd has none. Nobody ever makes one.
 * Must be imported before them.
 */
class WorkerStandIn {}
if (!("Worker" in globalThis)) Object.assign(globalThis, { Worker: WorkerStandIn });

/** Removes the stand-in once the packages are loaded, so that no other library finds it. */
export function removeWorkerStandIn(): void {
	if (Reflect.get(globalThis, "Worker") === WorkerStandIn) Reflect.deleteProperty(globalThis, "Worker");
}
