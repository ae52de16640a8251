import { findProblems, parseSettings, type Setting, type SettingProblem } from '../lib/runtime/index.ts'
import type { EnvironmentValues } from './environment.ts'

/** Stands in for a connection string that is not set: locally there need be none. */
export const anyDatabase = 'postgresql://unset@unset/unset'

/** Every setting that cannot be used: those of the functions, where a database need not be named, and others. */
export function findUnusable(
  environment: EnvironmentValues,
  others: Readonly<Record<string, Setting<unknown>>> = {},
): readonly SettingProblem[] {
  return [
    ...findProblems({ ...environment, DATABASE_URL: environment['DATABASE_URL'] || anyDatabase }),
    ...parseSettings(others, environment).problems,
  ]
}
