declare module "swagger-ui-dist/swagger-ui.css";

declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
	/** Renders the reference; the options used here, of https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/ */
	export default function SwaggerUI(options: {
		url: string;
		dom_id: string;
		deepLinking: boolean;
		displayRequestDuration: boolean;
		defaultModelsExpandDepth: number;
		docExpansion: "list" | "full" | "none";
		tryItOutEnabled: boolean;
		validatorUrl: string | null;
	}): void;
}
