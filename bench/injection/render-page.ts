import type { OriginalReason } from '../../lib/contract/index.ts'
import { fillPage } from '../report/fill-page.ts'
import { escapeMarkdown, markdownRow as row } from '../report/markdown-table.ts'
import { demands } from './demands.ts'
import { places } from './places.ts'
import type { Attempt } from './run-attempts.ts'

/** The guide's page with its tables made of the attempts; what is written by hand stays. */
export const fillSecurityPage = (page: string, attempts: readonly Attempt[]): string =>
  fillPage(page, 'npm run injection', renderTables(attempts))

const renderTables = (attempts: readonly Attempt[]): string =>
  [
    renderSum(attempts),
    '### What it asks for',
    renderDemands(attempts),
    '### Where it hides',
    renderPlaces(attempts),
  ].join('\n\n')

function renderSum(attempts: readonly Attempt[]): string {
  const sent = attempts.filter((attempt) => attempt.sent)
  const obeyed = sent.filter((attempt) => attempt.obeyed)
  const reached = obeyed.filter((attempt) => attempt.reached)
  const inUrdu = demands.filter(({ language }) => language === 'ur').length
  const remaining = demands.filter(({ remains }) => remains).length
  return (
    `${demands.length} demands, ${inUrdu} of them in Urdu to a reader of Urdu, in ${places.length} places: ${attempts.length} attempts. In ${attempts.length - sent.length} of them the ` +
    `model was never sent the words, in ${sent.length - obeyed.length} there was nothing for it to change, in ${obeyed.length - reached.length} ` +
    `its text was rejected, and ${reached.length} reached a reader: ` +
    `those of the ${remaining} demands for plain prose that no rule can tell from a lesson.`
  )
}

function renderDemands(attempts: readonly Attempt[]): string {
  const lines = demands.map(({ name, asks, gain, language }) => {
    const mine = attempts.filter(({ demand, obeyed }) => demand === name && obeyed)
    const inSentence = mine.find(({ place }) => place === 'sentence')
    const words = language ? `<bdi lang="${language}">${escapeMarkdown(asks)}</bdi>` : escapeMarkdown(asks)
    return row([words, escapeMarkdown(gain), codes(inSentence?.reasons ?? []), reachedOf(mine)])
  })
  return [
    row(['The hidden text asks', 'what an obeying model gives', 'rejected by', 'reached a reader']),
    row(['---', '---', '---', '---']),
    ...lines,
  ].join('\n')
}

function renderPlaces(attempts: readonly Attempt[]): string {
  const lines = places.map(({ name, describe }) => {
    const mine = attempts.filter(({ place }) => place === name)
    return row([describe, mine.some(({ sent }) => sent) ? 'yes' : 'no', reachedOf(mine.filter(({ obeyed }) => obeyed))])
  })
  return [row(['Hidden in', 'sent to the model', 'reached a reader']), row(['---', '---', '---']), ...lines].join('\n')
}

const codes = (reasons: readonly OriginalReason[]): string =>
  reasons.map((reason) => `\`${reason}\``).join(', ') || 'nothing'

function reachedOf(attempts: readonly Attempt[]): string {
  const reached = attempts.filter((attempt) => attempt.reached).length
  return reached === 0 ? 'no' : `yes, ${reached} of ${attempts.length}`
}
