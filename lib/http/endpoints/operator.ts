import { Problem } from '../../errors/index.ts'
import { pathPart } from '../user-id.ts'
import { getInsights, type InsightsServices } from './insights.ts'
import { getSweep, type SweepServices } from './sweep.ts'

/** The services that the operator's tasks need together. */
export type OperatorServices = SweepServices & InsightsServices

/** The tasks by the last part of their URL. Each checks the caller itself. */
const tasks: Readonly<Record<string, (request: Request, services: OperatorServices) => Promise<Response>>> = {
  sweep: getSweep,
  insights: getInsights,
}

/** `GET /api/operator/{task}`: tasks for the operator or the platform's cron. One function for all of them. */
export async function getOperatorTask(request: Request, services: OperatorServices): Promise<Response> {
  const name = pathPart(request, -1)
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (task) return task(request, services)
  throw new Problem('not-found', `There is no task "${name.slice(0, 80)}"; there is ${Object.keys(tasks).join(', ')}.`)
}
