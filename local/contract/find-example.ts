import { transcriptParts } from '../transcripts/transcript-parts.ts'

const anyKey = '0'.repeat(64)
/** An example of a code, in place of the caller's own. */
export const anyCode = '7K3M-9QXW-2FDT'

/** Every command of the transcripts, with its method and path. */
const commands = transcriptParts
  .flatMap(({ steps }) => steps)
  .map((step) => {
    const command = step.command({ version: anyKey, rewrite: anyKey, code: anyCode })
    const method = / -X (\w+)/.exec(command)?.[1] ?? 'GET'
    const path = /https?:\/\/[^/]+(\/[^\s'?]*)/.exec(command)?.[1] ?? ''
    return { command, call: `${method} ${path}` }
  })

/** The first command of the transcripts that makes this call; undefined if there is none. */
export function findExample(call: string): string | undefined {
  const pattern = new RegExp(`^${call.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  return commands.find((one) => pattern.test(one.call))?.command
}
