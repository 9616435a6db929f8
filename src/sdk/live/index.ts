/** What only pages load that ask for live moods, as `/sdk.live.mjs`. */
export { connect } from "./connection.ts";
