import { existsSync } from 'node:fs'

/** The only file below `local/` that reads or writes the environment. */
export type EnvironmentValues = Readonly<Record<string, string | undefined>>

/** The environment with `.env` in the current folder added to it, if there is one; what is set already wins. */
export function readEnvironment(): EnvironmentValues {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** Sets what the functions will read; undefined unsets. */
export function setEnvironment(values: EnvironmentValues): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
