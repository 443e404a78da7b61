/** Runs Stan by R's rstan; skips loudly where it is absent, fails in CI (decisions §11). */

import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** A describe block that needs Rscript and rstan. */
export function describeRstan(title: string, body: () => void): void {
  if (hasRstan()) {
    describe(title, body);
    return;
  }
  if (process.env.CI === "true") throw new Error(`CI needs Rscript and rstan for: ${title}`);
  process.stderr.write(`SKIPPED: ${title}: Rscript or rstan is absent\n`);
  describe.skip(title, () => {
    it("needs rstan", () => undefined);
  });
}

function hasRstan(): boolean {
  try {
    execFileSync("Rscript", ["-e", "stopifnot(requireNamespace('rstan', quietly = TRUE))"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs an R script.
 *
 * @param script - path from the repository's root.
 * @returns what it wrote on standard output.
 * @throws Error with what it wrote on standard error.
 */
export function rscript(script: string, args: readonly string[]): string {
  return execFileSync("Rscript", [resolve(script), ...args], { encoding: "utf8", stdio: "pipe" });
}

/**
 * Compiles a Stan program.
 *
 * @param program - path of the source.
 * @param compiled - path of the .rds file to write.
 * @param speed - "slow" compiles in half a minute what will be evaluated a few times, "fast" takes a minute.
 */
export function compileStan(program: string, compiled: string, speed: "slow" | "fast"): void {
  rscript("tests/reference/stan/compile.R", [program, compiled, speed === "slow" ? "-O0" : "-O2"]);
}

/** A number, a vector, or a matrix as [row][column]. */
type RValue = number | readonly number[] | readonly (readonly number[])[];

/**
 * R source of a list, so that R needs no package to read JSON.
 *
 * @returns e.g. "list(T = 2, y = array(c(1, 2)), x = matrix(c(1, 2), ncol = 1))" for `{ T: 2, y: [1, 2], x: [[1], [2]] }`.
 */
export function rList(entries: Readonly<Record<string, RValue>>): string {
  const texts = Object.entries(entries).map(([name, value]) => `${name} = ${rValue(value)}`);
  return `list(${texts.join(",\n")})`;
}

function rValue(value: RValue): string {
  if (typeof value === "number") return `${value}`;
  if (!isMatrix(value)) return `array(c(${value.join(", ")}))`;
  return `matrix(c(${value.flat().join(", ")}), ncol = ${value[0].length}, byrow = TRUE)`;
}

function isMatrix(
  value: readonly number[] | readonly (readonly number[])[],
): value is readonly (readonly number[])[] {
  return Array.isArray(value[0]);
}
