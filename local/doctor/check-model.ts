import type { Settings } from '../../lib/runtime/index.ts'
import { findPrice } from '../../lib/quota/index.ts'
import { examineModel } from '../examine-model.ts'
import { listModels } from '../list-models.ts'
import { ok, warning, wrong, type Check } from './check.ts'

/** How long the model's server may take, in milliseconds. */
const timeoutMs = 5_000

/** What a start says of the model's server. */
export async function checkModel(model: Settings['model']): Promise<Check> {
  const { state, found, todo = '' } = await examineModel(model, { list: listModels, timeoutMs })
  if (state === 'ok') return ok('model', `${found} (asking for its list costs nothing)`)
  return (state === 'doubtful' ? warning : wrong)('model', found, `${todo.slice(0, 1).toUpperCase()}${todo.slice(1)}`)
}

/** Whether it is known what the model's tokens cost. */
export function checkPrice({ name, price: set }: Settings['model']): Check {
  const price = findPrice(name, set)
  if (!price) return warning('price', `what "${name}" costs is not known`, 'Set OPENAI_PRICE=input/cached input/output')
  const { input, cachedInput, output } = price
  return ok('price', `"${name}": $${input}, cached $${cachedInput}, output $${output} for a million tokens`)
}
