/** The model could not be loaded or could not run. The recording is not at fault; trying again later may work. */
export class ModelUnavailable extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "ModelUnavailable";
	}
}
