/** The simulated model in a process of its own: started by `start-process.ts`, with its pace in the environment. */
import { startPacedModel } from './paced-model.ts'
import type { Pace } from './pace.ts'

const model = await startPacedModel(JSON.parse(process.env['PACE'] ?? '') as Pace)
process.send?.({ url: model.url })
process.once('disconnect', () => void model.close())
