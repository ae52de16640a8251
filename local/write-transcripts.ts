import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { sitePaths } from './build-site.ts'
import { runDocusaurusBuild } from './run-docusaurus.ts'
import { print, runToEnd } from './run-to-end.ts'
import { openStage } from './transcripts/open-stage.ts'
import { renderTranscripts, type RenderedPart } from './transcripts/render-transcripts.ts'
import { runStep } from './transcripts/run-step.ts'
import { shortenAnswer } from './transcripts/shorten-answer.ts'
import type { SeenKeys } from './transcripts/transcript-step.ts'
import { transcriptParts } from './transcripts/transcript-parts.ts'

const page = 'site/guide/transcripts.md'

/** `npm run transcripts`: sends every request of the transcript with curl and writes the guide's page of them. */
async function writeTranscripts(): Promise<void> {
  if (!existsSync(sitePaths.manifest)) await runDocusaurusBuild('.')
  const closers: (() => Promise<void>)[] = []
  try {
    const origin = await openStage((close) => closers.push(close))
    await writeFile(page, renderTranscripts(await runParts(origin)))
    print(`Wrote ${page}`)
  } finally {
    for (const close of closers.toReversed()) await close()
  }
}

async function runParts(origin: string): Promise<RenderedPart[]> {
  const parts: RenderedPart[] = []
  let seen: SeenKeys = { version: '', rewrite: '', code: '' }
  for (const { heading, steps } of transcriptParts) {
    const rendered = []
    for (const { title, text, command: buildCommand } of steps) {
      const command = buildCommand(seen)
      const printed = await runStep(command, origin)
      seen = {
        version: seen.version || findKey(/"key":"([0-9a-f]{64})"/, printed),
        rewrite: seen.rewrite || findKey(/"source":"rewrite".*?"key":"([0-9a-f]{64})"/, printed),
        code: seen.code || findKey(/"code":"([0-9A-Z-]+)"/, printed),
      }
      rendered.push({ title, text, command, answer: shortenAnswer(printed) })
    }
    parts.push({ heading, steps: rendered })
  }
  return parts
}

const findKey = (pattern: RegExp, printed: string): string => pattern.exec(printed)?.[1] ?? ''

await runToEnd(writeTranscripts)
