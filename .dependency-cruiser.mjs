const CAPABILITIES = ["accounts", "session-mood", "voice", "journal", "vocabulary"];
const either = (names) => `(${names.join("|")})`;
const below = (...names) => `^src/${either(names)}/`;

/** Files right below src that every layer may use: all but those that put the service together. */
const TOP = "^src/(all-tables|app|index|scheduled)\\.ts$";
const GROUND = "^src/(?!(all-tables|app|index|scheduled)\\.ts$)[^/]+\\.ts$";
const PURE = [
	"^src/session-mood/(engine|models)/",
	"^src/vocabulary/(words|arcs/analysis|arcs/drawing)/",
	"^src/voice/(features|reliability|scores|windows)/",
	"^src/journal/(insights/(?!find-)|days/)",
	"^src/journal/adjustment/(?!read-|forget-)(?!.*(routes|contract))",
	"^src/journal/progress/(?!read-)(?!.*(routes|contract))",
];
const HTTP_FILES = [
	"^src/app\\.ts$",
	"^src/(http|auth|api|web)/",
	"(routes|contract)[^/]*\\.ts$",
	"/limit-[^/]+\\.ts$",
];
const SQL_FREE = [
	"^src/(app|index|scheduled)\\.ts$",
	"^src/(http|api)/",
	"(routes|contract)[^/]*\\.ts$",
	"-object\\.ts$",
];
const packages = (...names) => `(^|node_modules/)${either(names)}`;

const layer = (name, from, mayNotImport, comment) => ({
	name,
	comment,
	severity: "error",
	from: { path: from },
	to: { path: mayNotImport },
});

/** Who may import whom: ground < db < http < auth < api < capabilities < app. Each sentence says the way out. */
export default {
	forbidden: [
		{
			name: "no-circle",
			comment: "Two files import each other. Move what both need into a third file that imports neither.",
			severity: "error",
			from: { path: "^src/" },
			to: { circular: true },
		},
		{
			...layer(
				"ground-imports-nothing-above",
				GROUND,
				below("db", "http", "auth", "api", "web", "sdk", ...CAPABILITIES),
				"The files right below src know no layer above. Move the shared type down here, or the code up to its user.",
			),
			from: { path: GROUND, pathNot: "^src/context\\.ts$" },
		},
		layer(
			"context-knows-the-database-alone",
			"^src/context\\.ts$",
			below("http", "auth", "api", "web", "sdk", ...CAPABILITIES),
			"The context hands out bindings and the database. Declare the type of a binding in src/context.ts itself.",
		),
		layer(
			"db-knows-no-layer-above",
			"^src/db/",
			below("http", "auth", "api", "web", "sdk", ...CAPABILITIES),
			"db/ runs statements and knows no table. A table belongs into the tables.ts of its capability.",
		),
		layer(
			"http-knows-no-layer-above",
			"^src/http/",
			below("auth", "api", "web", "sdk", ...CAPABILITIES),
			"http/ knows neither actors nor capabilities. Let the caller (src/app.ts) hand in what differs.",
		),
		layer(
			"auth-knows-no-layer-above",
			"^src/auth/",
			below("api", "web", "sdk", ...CAPABILITIES),
			"auth/ says who calls and what they may do. Managing keys belongs into accounts/, error bodies into api/.",
		),
		layer(
			"api-knows-no-capability",
			"^src/api/",
			below("web", "sdk", ...CAPABILITIES),
			"api/ is what the routes of a contract share. What only one capability needs belongs into its contract.ts.",
		),
		...CAPABILITIES.map((capability) => ({
			...layer(
				`${capability}-imports-no-other-capability`,
				`^src/${capability}/`,
				below("web", "sdk", ...CAPABILITIES.filter((other) => other !== capability)),
				"No capability imports another. Move what both need right below src; journal may call voice/analyse-recording.ts.",
			),
			...(capability === "journal" && {
				to: {
					path: below("web", "sdk", ...CAPABILITIES.filter((other) => other !== "journal")),
					pathNot: "^src/voice/analyse-recording\\.ts$",
				},
			}),
		})),
		{
			name: "nobody-imports-the-top",
			comment:
				"app.ts, scheduled.ts and index.ts put the service together. Take what you need as an argument.",
			severity: "error",
			// The generated types of the bindings name the entry point.
			from: { path: "^src/", pathNot: [TOP, "^src/bindings\\.d\\.ts$"] },
			to: { path: TOP },
		},
		{
			name: "runtime-in-objects-only",
			comment:
				"Only index.ts and the Durable Objects touch the runtime. Take what you need through src/context.ts.",
			severity: "error",
			from: { path: "^src/", pathNot: ["^src/index\\.ts$", "^src/session-mood/.*-object\\.ts$"] },
			to: { path: "^cloudflare:" },
		},
		{
			name: "http-in-routes-only",
			comment:
				"HTTP stays in app.ts, http/, auth/, api/, routes and contracts. Return a value or throw a Fault.",
			severity: "error",
			from: { path: "^src/", pathNot: HTTP_FILES },
			// hono/html is a template that escapes; it knows nothing of HTTP.
			to: { path: packages("hono", "@hono"), pathNot: "^hono/html$" },
		},
		{
			name: "sql-in-verbs-only",
			comment: "SQL stays in db/, tables.ts and verbs. Call a verb instead.",
			severity: "error",
			from: { path: SQL_FREE },
			to: { path: [packages("drizzle-orm"), "/tables\\.ts$"] },
		},
		{
			name: "onnx-in-voice-model-only",
			comment: "The ONNX runtime stays in voice/model. Call analyseRecording instead.",
			severity: "error",
			from: { path: "^src/", pathNot: "^src/voice/model/" },
			to: { path: packages("onnxruntime-web") },
		},
		{
			name: "pure-code-imports-pure-code",
			comment: "This folder computes and touches nothing. Pass the data in as an argument.",
			severity: "error",
			from: { path: PURE },
			to: {
				path: [
					"^src/(db|http|auth|api)/",
					"^src/(context|config)\\.ts$",
					packages("drizzle-orm"),
					"/tables\\.ts$",
				],
			},
		},
		{
			name: "pages-and-snippet-know-no-server",
			comment:
				"The snippet and the pages run in browsers. What they share with the server stands right below src.",
			severity: "error",
			from: { path: below("sdk", "web") },
			to: {
				path: [
					"^src/(app|index|scheduled|context|config)\\.ts$",
					below("db", "http", "auth", "api", ...CAPABILITIES),
				],
			},
		},
		{
			name: "pages-import-no-other-page",
			comment: "A page knows shared/ and itself. Move what two pages need into src/web/shared.",
			severity: "error",
			from: { path: "^src/web/([^/]+)/", pathNot: "^src/web/shared/" },
			to: { path: "^src/web/", pathNot: "^src/web/(shared|$1)/" },
		},
		{
			name: "shared-knows-no-page",
			comment: "What pages share knows none of them. Take what differs as an argument.",
			severity: "error",
			from: { path: "^src/web/shared/" },
			to: { path: "^src/web/", pathNot: "^src/web/shared/" },
		},
		{
			name: "plain-pages-stay-plain",
			comment: "The front page, the demo and the docs load fast without a framework. Use the DOM itself.",
			severity: "error",
			from: { path: "^src/web/(demo|docs|site)/" },
			to: { path: packages("preact", "@preact", "preact-iso") },
		},
		{
			name: "service-imports-no-tool",
			comment:
				"The service imports neither tests nor scripts, nor a package for development. Move the code to scripts/.",
			severity: "error",
			from: { path: "^src/", pathNot: "^src/(web|sdk)/" },
			to: {
				path: ["^(test|scripts)/", packages("vitest", "esbuild", "miniflare", "wrangler", "playwright-core")],
			},
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
	},
};
