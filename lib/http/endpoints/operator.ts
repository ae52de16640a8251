import { Problem } from '../../errors/index.ts'
import { pathPart } from '../user-id.ts'
import { getInsights, type InsightsServices } from './insights.ts'
import { getSweep, type SweepServices } from './sweep.ts'

/** What the operator's tasks need, all together. */
export type OperatorServices = SweepServices & InsightsServices

/** Every task by the last part of its URL. Each one checks for itself who asks. */
const tasks: Readonly<Record<string, (request: Request, services: OperatorServices) => Promise<Response>>> = {
  sweep: getSweep,
  insights: getInsights,
}

/** `GET /api/operator/{task}`: what the operator, or a clock of the platform's, has done. One function for all tasks. */
export async function getOperatorTask(request: Request, services: OperatorServices): Promise<Response> {
  const name = pathPart(request, -1)
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (task) return task(request, services)
  throw new Problem('not-found', `There is no task "${name.slice(0, 80)}"; there is ${Object.keys(tasks).join(', ')}.`)
}
