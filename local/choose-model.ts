import { demoModel, openaiUrl } from '../lib/llm/index.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'
import { examineModel, nameServer, shortenIds } from './examine-model.ts'
import { listModels } from './list-models.ts'
import { namesModel, readModelSettings } from './read-settings.ts'

export interface ModelChoice {
  /** The settings for the functions. */
  readonly settings: {
    readonly OPENAI_API_KEY: string | undefined
    readonly OPENAI_BASE_URL: string | undefined
    readonly OPENAI_MODEL: string
  }
  /** For people. */
  readonly description: string
  readonly demo: boolean
  /** Lines to print: what does not answer, or which server could be used. */
  readonly notes: readonly string[]
  readonly close: () => Promise<void>
}

export interface ChooseModelDeps {
  readonly startDemoWriter: () => Promise<{ readonly baseUrl: string; close(): Promise<void> }>
  readonly list?: typeof listModels
}

/** The default addresses of Ollama and LM Studio. */
const localModelServers = ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:1234/v1']
const checkMs = 3000
const lookAroundMs = 300

/**
 * The model that the environment names, or else the demo writer. The settings must have been checked. Throws
 * `CommandFailure` if its server rejects the key.
 */
export async function chooseModel(environment: EnvironmentValues, deps: ChooseModelDeps): Promise<ModelChoice> {
  if (!namesModel(environment)) return chooseDemoWriter(deps)
  const model = readModelSettings(environment)
  const { state, found, todo } = await examineModel(model, { list: deps.list ?? listModels, timeoutMs: checkMs })
  if (state === 'refused') throw new CommandFailure(`${found}: ${todo}`)
  const until = state === 'away' ? '; sections stay as their author wrote them until it does' : ''
  return {
    settings: { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: model.name },
    description: `${model.name} at ${nameServer(model.baseUrl ?? openaiUrl)}`,
    demo: false,
    notes: todo === undefined ? [] : [`${found}: ${todo}${until}`],
    close: async () => {},
  }
}

async function chooseDemoWriter({ startDemoWriter, list = listModels }: ChooseModelDeps): Promise<ModelChoice> {
  const [writer, found] = await Promise.all([
    startDemoWriter(),
    Promise.all(
      localModelServers.map(async (server) => ({ server, models: await list(server, { timeoutMs: lookAroundMs }) })),
    ),
  ])
  return {
    settings: { OPENAI_API_KEY: 'demo', OPENAI_BASE_URL: writer.baseUrl, OPENAI_MODEL: demoModel },
    description: 'demo writer (rules, not a model)',
    demo: true,
    notes: found.flatMap(({ server, models }) => (models.answer === 'models' ? [offer(server, models.ids)] : [])),
    close: () => writer.close(),
  }
}

function offer(server: string, ids: readonly string[]): string {
  const model = ids[0] === undefined ? '' : ` OPENAI_MODEL=${ids[0]}`
  return `A model server answers at ${server} (${shortenIds(ids)}). To use it: OPENAI_BASE_URL=${server}${model} npm start`
}
