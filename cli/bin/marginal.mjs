#!/usr/bin/env node
import { pathToFileURL } from "node:url";
import { buildCli } from "../../tools/build-cli.mjs";

const folder = await buildCli();
const { main } = await import(pathToFileURL(`${folder}/marginal.js`).href);
process.exitCode = await main(process.argv.slice(2), pathToFileURL(`${folder}/chain-worker.js`));
