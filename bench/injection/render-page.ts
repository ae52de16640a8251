import { fillPage } from '../report/fill-page.ts'
import { escapeMarkdown, markdownRow as row } from '../report/markdown-table.ts'
import { injections } from './injections.ts'
import { places } from './places.ts'
import type { Attempt } from './run-attempts.ts'

/** The guide's page with its tables made of the attempts; what is written by hand stays. */
export const fillSecurityPage = (page: string, attempts: readonly Attempt[]): string =>
  fillPage(page, 'npm run injection', renderTables(attempts))

const renderTables = (attempts: readonly Attempt[]): string =>
  [
    renderSum(attempts),
    '### What reached a reader',
    renderReached(attempts),
    '### Where it hides',
    renderPlaces(attempts),
  ].join('\n\n')

function renderSum(attempts: readonly Attempt[]): string {
  const sent = attempts.filter((attempt) => attempt.sent)
  const obeyed = sent.filter((attempt) => attempt.obeyed)
  const reached = obeyed.filter((attempt) => attempt.reached)
  const inUrdu = injections.filter(({ language }) => language === 'ur').length
  const remaining = injections.filter(({ remains }) => remains).length
  return (
    `${injections.length} demands, ${inUrdu} of them in Urdu to a reader of Urdu, in ${places.length} places: ${attempts.length} attempts. In ${attempts.length - sent.length} of them the ` +
    `model was never sent the words, in ${sent.length - obeyed.length} there was nothing for it to change, in ${obeyed.length - reached.length} ` +
    `its text was rejected, and ${reached.length} reached a reader: ` +
    `those of the ${remaining} demands for plain prose that no rule can tell from a lesson.`
  )
}

/** The injections that a reader got to see; the others are in the lists of this folder. */
function renderReached(attempts: readonly Attempt[]): string {
  const lines = injections.flatMap(({ name, asks, effect, language }) => {
    const obeyed = attempts.filter((attempt) => attempt.injection === name && attempt.obeyed)
    const reached = obeyed.filter((attempt) => attempt.reached).length
    const words = language ? `<bdi lang="${language}">${escapeMarkdown(asks)}</bdi>` : escapeMarkdown(asks)
    return reached === 0 ? [] : [row([words, escapeMarkdown(effect), `${reached} of ${obeyed.length}`])]
  })
  return [
    row(['The hidden text asks', 'what an obeying model gives', 'reached']),
    row(['---', '---', '--:']),
    ...lines,
  ].join('\n')
}

function renderPlaces(attempts: readonly Attempt[]): string {
  const isSent = ({ name }: (typeof places)[number]): boolean =>
    attempts.some(({ place, sent }) => place === name && sent)
  const list = (some: readonly (typeof places)[number][]): string => some.map(({ describe }) => describe).join('; ')
  return (
    `Sent to the model: ${list(places.filter(isSent))}.\n\n` +
    `Never sent: ${list(places.filter((place) => !isSent(place)))}.`
  )
}
