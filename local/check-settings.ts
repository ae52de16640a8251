import { describeProblem, type Setting } from '../lib/runtime/index.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'
import { findUnusable } from './find-unusable.ts'

/**
 * Throws a `CommandFailure` with a line for each invalid setting, those of `further` included; called before anything
 * is opened.
 */
export function checkSettings(
  environment: EnvironmentValues,
  others: Readonly<Record<string, Setting<unknown>>> = {},
  further: readonly string[] = [],
): void {
  const lines = [...findUnusable(environment, others).map(describeProblem), ...further]
  if (lines.length > 0) throw new CommandFailure(lines.join('\n'))
}
