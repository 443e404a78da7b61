/** Where words go: results to one stream, everything said on the way to the other. */

/** The two streams of a command line; tests hand in their own. */
export interface Console {
  /** The result: plain text, or one JSON value with --json. */
  readonly result: (text: string) => void;
  /** Everything else. */
  readonly say: (text: string) => void;
  /** Rewrites the last line when the stream is a terminal; null when it is not. */
  readonly redraw: ((line: string) => void) | null;
  /** Seconds from any origin. */
  readonly clock: () => number;
  /** ISO date and ISO timestamp of now. */
  readonly today: string;
  readonly now: string;
}

/** The process's own streams and clock. */
export function processConsole(): Console {
  const now = new Date().toISOString();
  return {
    result: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    redraw: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\x1b[2K${line}`) : null,
    clock: () => performance.now() / 1000,
    today: now.slice(0, 10),
    now,
  };
}
