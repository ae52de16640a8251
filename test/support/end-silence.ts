import { expect } from 'vitest'
import { stallLimits } from '../../lib/llm/create-writer.ts'
import type { Timers } from './create-timers.ts'
import type { HostileModel } from './hostile-model.ts'
import type { ModelFault } from './model-fault.ts'

/** Ends the silence of a model as its fault wants it, once the writer has heard what there is to hear. */
export async function endSilence(
  ending: NonNullable<ModelFault['ending']>,
  { model, timers }: { readonly model: HostileModel; readonly timers: Timers },
): Promise<void> {
  const limit = stallLimits[ending === 'cut' ? 'nextText' : ending]
  await model.silence()
  await expect.poll(() => timers.left()).toContain(limit)
  if (ending === 'cut') model.cut()
  else timers.ring(limit)
}
