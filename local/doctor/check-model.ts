import { openaiUrl } from '../../lib/llm/openai-url.ts'
import { defaultModel } from '../../lib/runtime/parse-environment.ts'
import { findPrice, type Price } from '../../lib/spend/model-prices.ts'
import type { EnvironmentValues } from '../environment.ts'
import { listModels } from '../list-models.ts'
import { ok, warning, wrong, type Check } from './check.ts'

/** How long the model's server may take, in milliseconds. */
const timeoutMs = 5_000

/** Whether the model's server answers, takes the key and has the model; asks for its list of models, which costs nothing. */
export async function checkModel(environment: EnvironmentValues): Promise<Check> {
  const valueOf = (name: string): string | undefined => environment[name]?.trim() || undefined
  const [apiKey, baseUrl] = [valueOf('OPENAI_API_KEY'), valueOf('OPENAI_BASE_URL')?.replace(/\/+$/, '')]
  if (apiKey === undefined && baseUrl === undefined) return ok('model', 'the demo writer: rules, not a model')
  const [server, name] = [baseUrl ?? openaiUrl, valueOf('OPENAI_MODEL') ?? defaultModel]
  const models = await listModels(server, { apiKey, timeoutMs })
  const place = withoutSecrets(server)
  if (models.answer === 'refused')
    return wrong('model', `${place} refuses the key (HTTP ${models.status})`, 'Check OPENAI_API_KEY')
  if (models.answer === 'none')
    return wrong('model', `${place} does not answer (${models.reason})`, 'Check OPENAI_BASE_URL and the network')
  if (!models.ids.includes(name))
    return warning('model', `${place} answers, but does not list "${name}"`, 'Set OPENAI_MODEL to one that it has')
  return ok('model', `${place} answers and has "${name}" (asking for its list costs nothing)`)
}

/** An address may hold a user and a password, and a key in its query. */
function withoutSecrets(server: string): string {
  const url = URL.parse(server)
  return url === null ? 'the address in OPENAI_BASE_URL' : `${url.origin}${url.pathname}`
}

/** Whether it is known what the model's tokens cost. */
export function checkPrice(environment: EnvironmentValues, set: Price | undefined): Check {
  const name = environment['OPENAI_MODEL']?.trim() || defaultModel
  const price = findPrice(name, set)
  if (!price) return warning('price', `what "${name}" costs is not known`, 'Set OPENAI_PRICE=input/cached input/output')
  const { input, cachedInput, output } = price
  return ok('price', `"${name}": $${input}, cached $${cachedInput}, output $${output} for a million tokens`)
}
