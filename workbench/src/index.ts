/** The front door of the workbench. */

export { type Cell, Engine } from "./engine/engine.ts";
export { registerFunction } from "./engine/functions.ts";
export { registerTable } from "./engine/register-table.ts";
