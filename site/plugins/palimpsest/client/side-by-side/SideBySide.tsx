import { translate } from '@docusaurus/Translate'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import Blocks from '../text/Blocks.tsx'
import { directionOf } from '../languages/direction-of.ts'
import { findSlots, type SlotElements } from '../text/find-slots.ts'
import { useLesson } from '../page/lesson-context.ts'
import { isAtRest, isResolved, pendingSection, type SectionState } from '../state/lesson-state.ts'
import { pairSection, type PairedStretch } from './pair-section.ts'
import PairSwitch from './PairSwitch.tsx'
import SectionNotice from '../section/SectionNotice.tsx'
import { withoutIds } from './without-ids.ts'
import styles from './side-by-side.module.css'

interface SideBySideProps {
  readonly id: string
  /** Undefined before the plan is known, and where nothing is coming. */
  readonly section: SectionState | undefined
  readonly lesson: PersonalLesson
  /** The author's own elements. */
  readonly children: ReactNode
}

/**
 * A section in two columns, the author's text and its rewrite, with what no rewrite may change once across both. Where
 * two columns have no room, one of them shows and a switch turns it. A section that shows the original has one text only.
 */
export default function SideBySide({ id, section = pendingSection, lesson, children }: SideBySideProps): ReactNode {
  const coming = useSyncExternalStore(
    lesson.subscribe,
    () => !isAtRest(lesson.getState()),
    () => true,
  )
  const written = useLesson()?.page.language
  const { language } = lesson.getState()
  const slots = useMemo(
    () => new Map([...findSlots(children)].map(([slot, element]) => [slot, withoutIds(element)])),
    [children],
  )
  const { blocks, phase, originalShown } = section
  const rows = useMemo(() => pairSection(children, { blocks, whole: phase === 'rewritten' }), [children, blocks, phase])
  const hasRewrite = blocks.length > 0
  const asWritten = phase === 'original' || phase === 'changed'
  if (asWritten || (!hasRewrite && !coming)) {
    return (
      <div className={styles.single}>
        <div data-spoken>{children}</div>
        {asWritten && <SectionNotice section={section} lesson={lesson} />}
      </div>
    )
  }
  const shown = originalShown || !hasRewrite ? 'original' : 'yours'
  return (
    <div className={styles.pair} data-shown={shown} aria-busy={!isResolved(section)}>
      <PairSwitch
        hasRewrite={hasRewrite}
        originalShown={originalShown}
        onShowOriginal={(original) => lesson.showOriginal(id, original)}
      />
      {rows.map((row, place) =>
        'shared' in row ? (
          <div key={row.id} className={styles.shared} lang={written} dir={directionOf(written)}>
            {row.shared}
          </div>
        ) : (
          <Stretch key={row.id} section={id} {...{ row, shown, slots, written, language }}>
            {place === 0 && !hasRewrite && <Coming waiting={phase === 'waiting'} />}
          </Stretch>
        ),
      )}
    </div>
  )
}

interface StretchProps {
  readonly section: string
  readonly row: PairedStretch
  /** Which of both shows where there is room for one; that one is read aloud. */
  readonly shown: 'original' | 'yours'
  readonly slots: SlotElements
  readonly written: string | undefined
  readonly language: string | undefined
  /** Shown where the rewrite will be. */
  readonly children: ReactNode
}

/** A stretch of prose beside its rewrite. */
function Stretch({ section, row, shown, slots, written, language, children }: StretchProps): ReactNode {
  const spoken = shown === 'yours'
  return (
    <div className={styles.row}>
      <div className={styles.original} data-spoken={!spoken || undefined} lang={written} dir={directionOf(written)}>
        {row.original}
      </div>
      <div className={styles.version}>
        {row.blocks.length > 0 && (
          <Blocks {...{ section, spoken, slots, language }} blocks={row.blocks} before={row.before} />
        )}
        {children}
      </div>
    </div>
  )
}

function Coming({ waiting }: { readonly waiting: boolean }): ReactNode {
  return (
    <p className={styles.word}>
      {waiting
        ? translate({
            id: 'palimpsest.pair.waiting',
            message: 'Already being written. It will appear here when it is ready.',
          })
        : translate({ id: 'palimpsest.pair.coming', message: 'Your version will appear here.' })}
    </p>
  )
}
