/** Where words go: results to one stream, everything said on the way to the other. */

import { createInterface } from "node:readline";

/** The two streams of a command line; tests hand in their own. */
export interface Console {
  /** The result: plain text, or one JSON value with --json. */
  readonly result: (text: string) => void;
  /** Everything else. */
  readonly say: (text: string) => void;
  /** Rewrites the last line when the stream is a terminal; null when it is not. */
  readonly redraw: ((line: string) => void) | null;
  /** Asks the user at a terminal and waits for a line; null when nobody is there to answer, or the input has ended. */
  readonly ask?: ((prompt: string) => Promise<string | null>) | null;
  /** Seconds from any origin. */
  readonly clock: () => number;
  /** ISO date and ISO timestamp of now. */
  readonly today: string;
  readonly now: string;
}

/** Back to the start of the line, and nothing left on it. */
const CLEAR_LINE = "\r\x1b[2K";

/** One line from the terminal; null when its input ends. */
async function askLine(prompt: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve) => {
      lines.once("close", () => resolve(null));
      lines.question(prompt, resolve);
    });
  } finally {
    lines.close();
  }
}

/** The process's own streams and clock; a line that is being redrawn makes way for words. */
export function processConsole(): Console {
  const now = new Date().toISOString();
  let redrawn = false;
  const makeWay = (): void => {
    if (redrawn) process.stderr.write(CLEAR_LINE);
    redrawn = false;
  };
  const redraw = (line: string): void => {
    redrawn = true;
    process.stderr.write(`${CLEAR_LINE}${line}`);
  };
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    makeWay();
    stream.write(`${text}\n`);
  };
  return {
    result: (text) => write(process.stdout, text),
    say: (text) => write(process.stderr, text),
    redraw: process.stderr.isTTY ? redraw : null,
    ask: process.stdin.isTTY && process.stderr.isTTY ? askLine : null,
    clock: () => performance.now() / 1000,
    today: now.slice(0, 10),
    now,
  };
}
