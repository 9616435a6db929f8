import "swagger-ui-dist/swagger-ui.css";
import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const followScheme = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", followScheme);
followScheme();

SwaggerUI({
	url: "/openapi.json",
	dom_id: "#reference",
	deepLinking: true,
	displayRequestDuration: true,
	defaultModelsExpandDepth: 0,
	docExpansion: "list",
	tryItOutEnabled: true,
	// The default asks a server on the internet about the document.
	validatorUrl: null,
});
