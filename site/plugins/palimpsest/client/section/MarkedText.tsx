import { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import type { SlotElements } from '../lesson/find-slots.ts'
import type { TextRun } from './compare-texts.ts'
import { cutIntoLines, type MarkedPiece } from './cut-into-lines.ts'
import { partInWords } from './part-in-words.ts'
import styles from './section.module.css'

interface MarkedTextProps {
  readonly runs: readonly TextRun[]
  readonly slots: SlotElements
}

/** A compared text in lines. What was added is underlined and what was removed struck through; both are also said in words. */
export default function MarkedText({ runs, slots }: MarkedTextProps): ReactNode {
  return (
    <div className={styles.marked}>
      {cutIntoLines(runs).map(({ id, item, pieces }) => (
        <p key={id} data-item={item || undefined}>
          {pieces.map((piece) => (
            <Piece key={piece.id} piece={piece} slots={slots} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Piece({ piece, slots }: { readonly piece: MarkedPiece; readonly slots: SlotElements }): ReactNode {
  const { change, spaced, tokens } = piece
  const text = tokens.map((token, place) => {
    const space = token.spaced && place > 0 ? ' ' : ''
    return token.kind === 'word' ? (
      space + token.text
    ) : (
      <span key={token.id} className={styles.chip}>
        {partInWords(slots.get(token.id))}
      </span>
    )
  })
  return (
    <>
      {spaced && ' '}
      {change === 'kept' ? text : <Change change={change}>{text}</Change>}
    </>
  )
}

function Change({
  change,
  children,
}: {
  readonly change: 'added' | 'removed'
  readonly children: ReactNode
}): ReactNode {
  const Mark = change === 'added' ? 'ins' : 'del'
  const name =
    change === 'added'
      ? translate({ id: 'palimpsest.changes.added', message: 'added:' })
      : translate({ id: 'palimpsest.changes.removed', message: 'removed:' })
  return (
    <Mark>
      <span className="visually-hidden">{name} </span>
      {children}
      <span className="visually-hidden">{translate({ id: 'palimpsest.changes.end', message: ', end' })}</span>
    </Mark>
  )
}
