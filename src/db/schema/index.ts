export * from "./accounts.ts";
export * from "./journal.ts";
