import { EnvironmentError, parseEnvironment } from '../../lib/runtime/parse-environment.ts'
import type { EnvironmentValues } from '../environment.ts'
import { ok, warning, wrong, type Check } from './check.ts'

/** Stands in for a connection string that is not set: locally there need be none. */
const anyDatabase = 'postgresql://unset@unset/unset'

/** Every setting at once: those with a value that cannot be used, and those that a deployment would miss. */
export function checkEnvironment(environment: EnvironmentValues): Check[] {
  const isSet = (name: string): boolean => (environment[name] ?? '').trim() !== ''
  const problems = findProblems(isSet('DATABASE_URL') ? environment : { ...environment, DATABASE_URL: anyDatabase })
  return [
    ...problems.map((problem) => {
      const [name = '', ...wanted] = problem.split(': ')
      return wrong('environment', `${name} cannot be used`, `Set ${name}: ${wanted.join(': ')}`)
    }),
    ...(problems.length === 0 ? [ok('environment', 'every value that is set can be used')] : []),
    ...(isSet('DATABASE_URL')
      ? []
      : [warning('environment', 'DATABASE_URL is not set: PGlite stands in', 'A deployment needs it')]),
    ...(isSet('OPENAI_API_KEY') || isSet('OPENAI_BASE_URL')
      ? []
      : [
          warning(
            'environment',
            'OPENAI_API_KEY is not set: the demo writer stands in',
            'A deployment needs it, or OPENAI_BASE_URL',
          ),
        ]),
    ...(isSet('CRON_SECRET')
      ? []
      : [
          warning(
            'environment',
            'CRON_SECRET is not set: nothing is swept by itself',
            'Set it where the site is deployed, at least 16 characters',
          ),
        ]),
  ]
}

function findProblems(environment: EnvironmentValues): readonly string[] {
  try {
    parseEnvironment(environment)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
}
