// The arrows of ARCHITECTURE.md: a room sees only the rooms named here (its own files always).
const rooms = require("./tools/rooms.cjs");

const roomRules = Object.entries(rooms).map(([room, sees]) => ({
  name: `core/${room} sees only ${sees.join(", ") || "itself"}`,
  severity: "error",
  from: { path: `^core/src/${room}/` },
  to: { path: "^core/src/", pathNot: `^core/src/(${[room, ...sees].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core stands alone",
      severity: "error",
      from: { path: "^core/" },
      to: { pathNot: "^core/|^node_modules/(ml-matrix|@noble/hashes)/" },
    },
    {
      name: "products enter core by its front door",
      severity: "error",
      from: { path: "^(worker|cli)/" },
      to: { path: "^core/src/", pathNot: "^core/src/index\\.ts$" },
    },
    { name: "worker sees core only", severity: "error", from: { path: "^worker/" }, to: { path: "^cli/" } },
    {
      // its data are CC BY-SA: our own table ships, this one only judges it
      name: "date-holidays is an oracle of the tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "node_modules/date-holidays/" },
    },
    {
      // LGPL (decisions §13): one door, in the workbench only, so that it never reaches what we ship
      name: "o-spreadsheet stays behind the workbench's engine",
      severity: "error",
      from: { pathNot: "^workbench/src/engine/|^node_modules/" },
      to: { path: "node_modules/@odoo/" },
    },
    {
      name: "no product sees the workbench",
      severity: "error",
      from: { path: "^(core|worker|cli|excel-addin)/" },
      to: { path: "^workbench/" },
    },
    {
      // decisions §11: who writes the dirty exports must not know how they are read
      name: "the generator of dirty exports knows the simulator only",
      severity: "error",
      from: { path: "^tests/exports/" },
      to: {
        path: "^(core|cli|worker|tests)/",
        pathNot: "^(tests/exports/|cli/src/simulate/simulate-history\\.ts$)",
      },
    },
    {
      name: "production imports no tests or benches",
      severity: "error",
      from: { path: "^(core|worker|cli|workbench)/" },
      to: { path: "^(tests|bench)/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    // our own output only: a package's dist is what a rule must see
    exclude: { path: "^[a-z-]*/?(\\.types|dist|out)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types"],
      extensions: [".ts", ".js", ".mjs"],
    },
  },
};
