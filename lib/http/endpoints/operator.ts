import { Problem } from '../../errors/index.ts'
import { pathPart } from '../user-id.ts'
import { getInsights, type InsightsDeps } from './insights.ts'
import { getSweep, type SweepDeps } from './sweep.ts'

/** What the operator's tasks need, all together. */
export type OperatorDeps = SweepDeps & InsightsDeps

/** Every task by the last part of its URL. Each one checks for itself who asks. */
const tasks: Readonly<Record<string, (request: Request, deps: OperatorDeps) => Promise<Response>>> = {
  sweep: getSweep,
  insights: getInsights,
}

/** `GET /api/operator/{task}`: what the operator, or a clock of the platform's, has done. One function for all tasks. */
export async function getOperatorTask(request: Request, deps: OperatorDeps): Promise<Response> {
  const name = pathPart(request, -1)
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (task) return task(request, deps)
  throw new Problem('not-found', `There is no task "${name.slice(0, 80)}"; there is ${Object.keys(tasks).join(', ')}.`)
}
