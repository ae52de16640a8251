import { findProblems, parseSettings, type Setting, type SettingProblem } from '../lib/runtime/index.ts'
import type { EnvironmentValues } from './environment.ts'

/** Replaces an unset connection string, which is optional locally. */
export const anyDatabase = 'postgresql://unset@unset/unset'

/** Every invalid setting: those of the functions, without requiring a database, and others. */
export function findUnusable(
  environment: EnvironmentValues,
  others: Readonly<Record<string, Setting<unknown>>> = {},
): readonly SettingProblem[] {
  return [
    ...findProblems({ ...environment, DATABASE_URL: environment['DATABASE_URL'] || anyDatabase }),
    ...parseSettings(others, environment).problems,
  ]
}
