import { existsSync } from 'node:fs'

/** The only file below `local/` that reads or writes the environment. */
export type EnvironmentValues = Readonly<Record<string, string | undefined>>

/** The environment plus `.env` in the current folder; variables that are set take precedence. */
export function readEnvironment(): EnvironmentValues {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** Sets variables for the functions; undefined unsets one. */
export function setEnvironment(values: EnvironmentValues): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
