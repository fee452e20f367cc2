// npm run build: what npm start would build, without starting.
import { prepareBuild } from "./prepare.mjs";

await prepareBuild();
