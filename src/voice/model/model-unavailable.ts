/** The model could not be loaded or run. The recording is not at fault; retrying later may succeed. */
export class ModelUnavailable extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "ModelUnavailable";
	}
}
