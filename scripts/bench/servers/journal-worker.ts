import { createApp } from "../../../src/app.ts";

const app = createApp();

/** What the statements of one request cost, as D1 bills it. */
interface Cost {
	queries: number;
	rowsRead: number;
}

/** A statement that is counted when it runs. Rows without names carry no bill, so such a one is run for it too. */
function counted(statement: D1PreparedStatement, cost: Cost): D1PreparedStatement {
	const bill = async () => {
		const { meta } = await statement.all();
		cost.queries += 1;
		cost.rowsRead += meta.rows_read;
	};
	return new Proxy(statement, {
		get(target, name) {
			if (name === "bind") return (...values: unknown[]) => counted(target.bind(...values), cost);
			const member: unknown = Reflect.get(target, name);
			if (typeof member !== "function") return member;
			return async (...values: unknown[]) => {
				await bill();
				return member.apply(target, values);
			};
		},
	});
}

const counting = (database: D1Database, cost: Cost): D1Database =>
	new Proxy(database, {
		get(target, name) {
			if (name === "prepare") return (text: string) => counted(target.prepare(text), cost);
			const member: unknown = Reflect.get(target, name);
			return typeof member === "function" ? member.bind(target) : member;
		},
	});

export default {
	async fetch(request, env, execution) {
		if (!request.headers.has("X-Count")) return app.fetch(request, env, execution);
		const cost: Cost = { queries: 0, rowsRead: 0 };
		const answer = await app.fetch(request, { ...env, DB: counting(env.DB, cost) }, execution);
		const headers = new Headers(answer.headers);
		headers.set("X-Queries", String(cost.queries));
		headers.set("X-Rows-Read", String(cost.rowsRead));
		return new Response(answer.body, { status: answer.status, headers });
	},
} satisfies ExportedHandler<Env>;
