import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import { useId, type ReactNode } from 'react'
import type { InsightsAnswer } from '../../../../lib/contract/index.ts'
import type { Formats } from './formats.ts'
import styles from './styles.module.css'
import type { Table } from './table.ts'
import TableFile from './TableFile.tsx'

type Passage = InsightsAnswer['sections'][number]

/** How many are listed; the file has more. */
const listed = 20

const sayings = (): readonly (readonly [string, (passage: Passage) => number])[] => [
  [translate({ id: 'palimpsest.level.simpler', message: 'Simpler' }), ({ asked }) => asked.simpler],
  [translate({ id: 'palimpsest.rating.too-hard', message: 'Too hard' }), ({ reasons }) => reasons['too-hard']],
  [translate({ id: 'palimpsest.rating.unclear', message: 'Unclear' }), ({ reasons }) => reasons.unclear],
  [translate({ id: 'palimpsest.level.deeper', message: 'In more depth' }), ({ asked }) => asked.deeper],
  [translate({ id: 'palimpsest.rating.too-simple', message: 'Too simple' }), ({ reasons }) => reasons['too-simple']],
  [
    translate({ id: 'palimpsest.insights.differently', message: 'Another explanation' }),
    ({ asked }) => asked.differently,
  ],
  [translate({ id: 'palimpsest.rating.wrong', message: 'Incorrect' }), ({ reasons }) => reasons.wrong],
  [translate({ id: 'palimpsest.rating.other', message: 'Something else' }), ({ reasons }) => reasons.other],
  [translate({ id: 'palimpsest.insights.helped', message: 'Helped' }), ({ up }) => up],
  [translate({ id: 'palimpsest.insights.not-helped', message: 'Did not help' }), ({ down }) => down],
]

/** The author's most useful list: what readers said of which passage, the hardest ones first. */
export default function Passages({ passages, formats }: { passages: readonly Passage[]; formats: Formats }): ReactNode {
  const id = useId()
  const said = sayings()
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <h2 id={id}>
        {translate({ id: 'palimpsest.insights.passages', message: 'Which passages do readers want simpler?' })}
      </h2>
      {passages.length === 0 ? (
        <p className={styles.none}>
          {translate({
            id: 'palimpsest.insights.passages.none',
            message: 'Nobody has asked for another explanation of a passage yet, or rated one.',
          })}
        </p>
      ) : (
        <>
          <ol className={styles.passages}>
            {passages.slice(0, listed).map((passage) => (
              <li key={`${passage.lesson}#${passage.section}`}>
                <Link to={`/lessons/${passage.lesson}#${passage.section}`}>{nameOf(passage)}</Link>
                <cite dir="auto">{passage.lesson_title ?? passage.lesson}</cite>
                <p>
                  {said
                    .filter(([, read]) => read(passage) > 0)
                    .map(([name, read]) => (
                      <span key={name}>
                        {name} <b>{formats.count(read(passage))}</b>
                      </span>
                    ))}
                </p>
              </li>
            ))}
          </ol>
          <div className={styles.numbers}>
            <TableFile table={buildTable(passages, said)} />
          </div>
        </>
      )}
    </section>
  )
}

const nameOf = ({ heading, section }: Passage): string =>
  heading ??
  (section === 'for-you'
    ? translate({ id: 'palimpsest.note', message: 'For you' })
    : translate({ id: 'palimpsest.section.opening', message: 'the introduction' }))

const buildTable = (passages: readonly Passage[], said: ReturnType<typeof sayings>): Table => ({
  name: 'passages',
  columns: [
    translate({ id: 'palimpsest.insights.passage', message: 'Passage' }),
    translate({ id: 'palimpsest.insights.lesson', message: 'Lesson' }),
    ...said.map(([name]) => name),
  ],
  rows: passages.map((passage) => [
    nameOf(passage),
    `${passage.lesson}#${passage.section}`,
    ...said.map(([, read]) => ({ value: read(passage), text: String(read(passage)) })),
  ]),
})
