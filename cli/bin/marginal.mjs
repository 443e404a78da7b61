#!/usr/bin/env node
import { pathToFileURL } from "node:url";
import { buildCli } from "../../tools/build-cli.mjs";

// A reader that closes early ("marginal … | head") has what it wanted.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const folder = await buildCli();
const { main } = await import(pathToFileURL(`${folder}/marginal.js`).href);
process.exitCode = await main(process.argv.slice(2), pathToFileURL(`${folder}/chain-worker.js`));
