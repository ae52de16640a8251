import { openLimits } from '../../local/open-limits.ts'
import { startApiServer, type ApiServer } from './start-api-server.ts'

/** What must be in no span and no line of the log. */
export const secrets = {
  modelKey: 'sk-canary-key-91bd',
  database: 'canary-database-7f3a',
  collector: 'canary-collector-5e0c',
  browser: 'canary-browser-20d4',
}

/** A server of the functions whose log is read. */
export interface LoggedServer extends ApiServer {
  readonly lines: readonly string[]
  /** Waits until its log has so many lines of this event. */
  logged(event: string, count: number): Promise<void>
}

/** With `secrets` in its settings. The model does as the script says. */
export async function startLoggedServer(
  { database, model }: { database: { connectionString: string }; model: { baseUrl: string } },
  environment: Readonly<Record<string, string>>,
  script = 'mends',
): Promise<LoggedServer> {
  const lines: string[] = []
  let hearLine = (): void => {}
  const settings = {
    ...openLimits,
    DATABASE_URL: `${database.connectionString}?application_name=${secrets.database}`,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: secrets.modelKey,
    OPENAI_MODEL: `${script}:${crypto.randomUUID()}`,
    OTEL_EXPORTER_OTLP_HEADERS: `x-key=${secrets.collector}%20x`,
  }
  const started = await startApiServer({ ...settings, ...environment }, (line) => {
    lines.push(line)
    hearLine()
  })
  return {
    ...started,
    lines,
    async logged(event, count) {
      while (lines.filter((line) => line.includes(`"event":"${event}"`)).length < count)
        await new Promise<void>((resolve) => {
          hearLine = resolve
        })
    },
  }
}
