export * from "./accounts.ts";
export * from "./vocabulary.ts";
