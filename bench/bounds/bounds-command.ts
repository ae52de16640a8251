import { availableParallelism } from 'node:os'
import { readFile, writeFile } from 'node:fs/promises'
import { setEnvironment } from '../../local/environment.ts'
import { withRequestContext } from '../../local/request-context.ts'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { fillPage } from '../report/fill-page.ts'
import { measureCpu } from './measure-cpu.ts'
import { measureMarkdown } from './measure-markdown.ts'
import { renderBounds, type RequestCost } from './render-bounds.ts'
import { startServices } from './start-services.ts'
import { listWorstRequests, type WorstRequest } from './worst-requests.ts'
import { listWorstTexts } from './worst-texts.ts'

/** The CPU time that one request may use, in milliseconds. */
const millisecondsMax = 50
const page = 'docs/bounds.md'

/** Error codes of a function that did not do its work: its cost would mean nothing. */
const unmeasured = /"error":"(not-configured|database-unavailable|internal-error)"/

/** `npm run bounds`: sends the most expensive requests to the functions, and writes their CPU time to `docs/bounds.md`. Fails above 50 ms. */
await runToEnd(async () => {
  const services = await startServices()
  try {
    setEnvironment(services.settings)
    // The model refuses each time, which the functions log.
    console.error = () => {}
    const requests = [...listWorstRequests(services), ...listWorstTexts(services)]
    const costs: RequestCost[] = []
    for (const request of requests) {
      const milliseconds = await measureCpu(() => answer(request))
      costs.push({ ...request, milliseconds })
      if (milliseconds > millisecondsMax) print(`${milliseconds.toFixed(0)} ms: ${request.call}, ${request.what}`)
    }
    const markdown = await measureMarkdown(({ name, milliseconds }) => {
      if (milliseconds > millisecondsMax) print(`${milliseconds.toFixed(0)} ms: a text of ${name}`)
    })
    const text = renderBounds({ requests: costs, markdown, millisecondsMax, cores: availableParallelism() })
    await writeFile(page, fillPage(await readFile(page, 'utf8'), 'npm run bounds', text))
    print(`Wrote ${page}: ${costs.length} requests and ${markdown.length} kinds of text`)
    if ([...costs, ...markdown].some(({ milliseconds }) => milliseconds > millisecondsMax)) process.exitCode = 1
  } finally {
    await services.close()
  }
})

/** Reads the answer to its end, and waits for the work after it. */
async function answer({ call, what, send }: WorstRequest): Promise<void> {
  const work: Promise<unknown>[] = []
  const context = new Request('https://palimpsest.test/')
  const response = await withRequestContext(
    context,
    (promise) => void work.push(promise),
    async () => send(),
  )
  const text = await response.text()
  if (unmeasured.test(text)) throw new Error(`${call}, ${what}: ${text}`)
  await Promise.all(work)
}
