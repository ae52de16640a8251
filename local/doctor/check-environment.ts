import type { SettingProblem } from '../../lib/runtime/index.ts'
import type { EnvironmentValues } from '../environment.ts'
import { namesModel } from '../read-settings.ts'
import { ok, warning, wrong, type Check } from './check.ts'

/** Every setting at once: those that a start would refuse, and those that a deployment would miss. */
export function checkEnvironment(environment: EnvironmentValues, problems: readonly SettingProblem[]): Check[] {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== ''
  return [
    ...problems.map(({ name, wrong: fault, wanted }) =>
      wrong('environment', `${name} ${fault}`, `Set ${name}: wanted ${wanted}`),
    ),
    ...(problems.length === 0 ? [ok('environment', 'every value that is set can be used')] : []),
    ...(isSet('DATABASE_URL')
      ? []
      : [warning('environment', 'DATABASE_URL is not set: PGlite stands in', 'A deployment needs it')]),
    ...(namesModel(environment)
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
