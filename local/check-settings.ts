import { describeProblem, type Setting } from '../lib/runtime/index.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'
import { findUnusable } from './find-unusable.ts'

/**
 * Before anything is opened or asked: throws `CommandFailure` with a line for each setting that cannot be used, and those of
 * `further`.
 */
export function checkSettings(
  environment: EnvironmentValues,
  others: Readonly<Record<string, Setting<unknown>>> = {},
  further: readonly string[] = [],
): void {
  const lines = [...findUnusable(environment, others).map(describeProblem), ...further]
  if (lines.length > 0) throw new CommandFailure(lines.join('\n'))
}
