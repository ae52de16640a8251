import { translate } from '@docusaurus/Translate'
import { codeInWords } from '../calls/code-in-words.ts'
import type { Trouble } from './lesson-state.ts'

/** Codes that mean no more than that nothing came back: without a network that is why. */
const withoutAnswer = new Set(['unreachable', 'ended-early'])

interface Circumstances {
  readonly online: boolean
  /** The language of the page. */
  readonly locale: string
}

/** What went wrong, and what is still there: of `arrived` sections what had arrived before it did. */
export function troubleInWords(
  trouble: Trouble | undefined,
  { arrived, ...circumstances }: Circumstances & { readonly arrived: number },
): string {
  const left =
    arrived > 0
      ? translate({
          id: 'palimpsest.trouble.some-here',
          message: 'What had arrived stays; the rest is the author’s text.',
        })
      : translate({ id: 'palimpsest.trouble.original-here', message: 'The author’s text is here in full.' })
  return `${whatHappened(trouble, circumstances)} ${left}`
}

/** The same of trouble from which the page goes on by itself. */
export function resumptionInWords(trouble: Trouble | undefined, circumstances: Circumstances): string {
  const next = circumstances.online
    ? translate({
        id: 'palimpsest.status.resuming',
        message: 'What is here stays; the page is asking for the rest.',
      })
    : translate({
        id: 'palimpsest.status.awaiting-network',
        message: 'What is here stays; the rest comes when the network is back.',
      })
  return `${whatHappened(trouble, circumstances)} ${next}`
}

function whatHappened(trouble: Trouble | undefined, { online, locale }: Circumstances): string {
  const { code, retryAfterSeconds } = trouble ?? { code: 'ended-early' }
  return codeInWords({ code: !online && withoutAnswer.has(code) ? 'offline' : code, retryAfterSeconds }, locale)
}
