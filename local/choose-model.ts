import { demoModel } from '../lib/llm/demo-model.ts'
import { defaultModel } from '../lib/runtime/parse-environment.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'
import { listModels } from './list-models.ts'

export interface ModelChoice {
  /** What the functions are to read. */
  readonly settings: {
    readonly OPENAI_API_KEY: string | undefined
    readonly OPENAI_BASE_URL: string | undefined
    readonly OPENAI_MODEL: string
  }
  /** For people. */
  readonly description: string
  readonly demo: boolean
  /** Lines worth printing: what does not answer, or which server could be used. */
  readonly notes: readonly string[]
  readonly close: () => Promise<void>
}

export interface ChooseModelDeps {
  readonly startDemoWriter: () => Promise<{ readonly baseUrl: string; close(): Promise<void> }>
  readonly list?: typeof listModels
}

const openAiUrl = 'https://api.openai.com/v1'
/** Where Ollama and LM Studio listen unless told otherwise. */
const localModelServers = ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:1234/v1']
const checkMs = 3000
const lookAroundMs = 300
const idsShown = 5

/** The model that the environment names, or else the demo writer. Throws `CommandFailure` when its server refuses the key. */
export async function chooseModel(environment: EnvironmentValues, deps: ChooseModelDeps): Promise<ModelChoice> {
  const apiKey = environment['OPENAI_API_KEY']?.trim() || undefined
  const baseUrl = environment['OPENAI_BASE_URL']?.trim().replace(/\/+$/, '') || undefined
  const name = environment['OPENAI_MODEL']?.trim() || defaultModel
  if (apiKey === undefined && baseUrl === undefined) return chooseDemoWriter(deps)
  const server = baseUrl ?? openAiUrl
  return {
    settings: { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: name },
    description: `${name} at ${server}`,
    demo: false,
    notes: await checkServer({ server, apiKey, name, list: deps.list ?? listModels }),
    close: async () => {},
  }
}

interface ServerToCheck {
  readonly server: string
  readonly apiKey: string | undefined
  readonly name: string
  readonly list: typeof listModels
}

async function checkServer({ server, apiKey, name, list }: ServerToCheck): Promise<string[]> {
  const models = await list(server, { apiKey, timeoutMs: checkMs })
  if (models.answer === 'refused') {
    const what = apiKey === undefined ? 'wants a key: set OPENAI_API_KEY' : 'refuses OPENAI_API_KEY: check the key'
    throw new CommandFailure(`${server} ${what} (HTTP status ${models.status})`)
  }
  if (models.answer === 'none')
    return [`${server} does not answer (${models.reason}): sections stay as their author wrote them until it does`]
  if (models.ids.includes(name)) return []
  return [`${server} does not list the model "${name}": set OPENAI_MODEL to one that it has (${shorten(models.ids)})`]
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
  return `A model server answers at ${server} (${shorten(ids)}). To use it: OPENAI_BASE_URL=${server}${model} npm start`
}

function shorten(ids: readonly string[]): string {
  if (ids.length === 0) return 'no models'
  return ids.slice(0, idsShown).join(', ') + (ids.length > idsShown ? `, and ${ids.length - idsShown} more` : '')
}
