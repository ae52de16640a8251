import { describeFailure } from './command-failure.ts'
import { readEnvironment } from './environment.ts'
import { hideSecrets } from './hide-secrets.ts'

/** Runs a command; prints a failure and sets the exit code to 1. */
export async function runToEnd(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${hideSecrets(describeFailure(error), readEnvironment())}\n`)
    process.exitCode = 1
  }
}

/** Prints one line to the terminal. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
