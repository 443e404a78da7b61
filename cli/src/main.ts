/** The command line: `marginal clean | audit | fit | defend | simulate`. */

import { Command, CommanderError } from "commander";
import { auditCommand } from "./commands/audit.ts";
import { cleanCommand } from "./commands/clean.ts";
import { defendCommand } from "./commands/defend.ts";
import { EXIT_BAD_INPUT, type Exit } from "./commands/exit.ts";
import { fitCommand } from "./commands/fit.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { type Console, processConsole } from "./io/console.ts";

/**
 * Runs one command.
 *
 * @param args - what follows "marginal".
 * @param worker - the bundled thread that walks chains.
 * @returns the exit code of decisions §6: 0 done, 2 bad input, 3 a gate refused.
 */
export async function main(
  args: readonly string[],
  worker: URL,
  console: Console = processConsole(),
): Promise<Exit> {
  let exit: Exit = 0;
  const setExit = (code: Exit): void => {
    exit = code;
  };
  const program = new Command("marginal")
    .description("Marketing mix modeling: what the last dollar returned, and where the next should go.")
    .version("0.1.0")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => console.result(text.trimEnd()),
      writeErr: (text) => console.say(text.trimEnd()),
    });
  for (const command of [
    cleanCommand(console, setExit),
    auditCommand(console, setExit),
    fitCommand(console, worker, setExit),
    defendCommand(console, worker, setExit),
    simulateCommand(console, setExit),
  ]) {
    program.addCommand(command.exitOverride());
  }
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : EXIT_BAD_INPUT;
  }
  return exit;
}
