/**
 * The decoder packages extend the global Worker class when loaded, which workerd lacks. It is never instantiated. Must
 * be imported before them.
 */
class WorkerStandIn {}
if (!("Worker" in globalThis)) Object.assign(globalThis, { Worker: WorkerStandIn });

/** Removes the stand-in once the packages are loaded, so that no other library detects it. */
export function removeWorkerStandIn(): void {
	if (Reflect.get(globalThis, "Worker") === WorkerStandIn) Reflect.deleteProperty(globalThis, "Worker");
}
