export * from "./accounts.ts";
export * from "./journal.ts";
export * from "./vocabulary.ts";
