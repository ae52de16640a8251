import type { EnvironmentValues } from './environment.ts'

const shown = '[hidden]'
/** Shorter values occur in any text. */
const lengthMin = 4

/**
 * Hides every secret of the settings in a text for the terminal, since messages of packages and servers may quote one.
 */
export function hideSecrets(text: string, environment: EnvironmentValues): string {
  const secrets = findSecrets(environment).filter((secret) => secret.length >= lengthMin)
  return secrets
    .toSorted((one, other) => other.length - one.length)
    .reduce((hidden, secret) => hidden.replaceAll(secret, shown), text)
}

function findSecrets(environment: EnvironmentValues): string[] {
  const valueOf = (name: string): string => environment[name] ?? ''
  const [, password = ''] = /^[^:]*:\/\/[^:/@]*:(.*)@/s.exec(valueOf('DATABASE_URL')) ?? []
  const headers = ['OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'].flatMap((name) =>
    valueOf(name)
      .split(',')
      .map((pair) => pair.slice(pair.indexOf('=') + 1)),
  )
  const secrets = [...['DATABASE_URL', 'OPENAI_API_KEY', 'CRON_SECRET'].map(valueOf), password, ...headers]
  return secrets.flatMap((secret) => [secret, decode(secret)])
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
