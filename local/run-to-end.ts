import { describeFailure } from './command-failure.ts'
import { readEnvironment } from './environment.ts'
import { hideSecrets } from './hide-secrets.ts'

/** Runs a command to its end; a failure is printed and makes the exit code 1. */
export async function runToEnd(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${hideSecrets(describeFailure(error), readEnvironment())}\n`)
    process.exitCode = 1
  }
}

/** One line to the terminal. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
