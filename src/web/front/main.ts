import { obtainKey } from "../shared/plain/page-key.ts";
import { wireFirstReading } from "./first-reading.ts";
import { readThisPage } from "./this-page.ts";

wireFirstReading(obtainKey);
await readThisPage();
