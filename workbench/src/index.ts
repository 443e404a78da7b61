export { type Cell, Engine } from "./engine/engine.ts";
export { registerFunction } from "./engine/functions.ts";
