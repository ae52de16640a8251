import { translate } from '@docusaurus/Translate'
import { useRef, useState, type ReactNode } from 'react'
import { rewritingMessage } from './messages.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { type Level, variants } from '../../../../../lib/contract/index.ts'
import type { Choice } from '../storage/choices.ts'
import type { SectionState } from '../state/lesson-state.ts'
import RadioRow from './RadioRow.tsx'
import styles from './section.module.css'

interface AdjustSectionProps {
  readonly id: string
  readonly section: SectionState
  readonly lesson: PersonalLesson
}

const levelChoices = (): { value: Level; label: string }[] => [
  { value: 'simpler', label: translate({ id: 'palimpsest.level.simpler', message: 'Simpler' }) },
  { value: 'as-is', label: translate({ id: 'palimpsest.level.as-is', message: 'As now' }) },
  { value: 'deeper', label: translate({ id: 'palimpsest.level.deeper', message: 'In more depth' }) },
]

/** How this one section is written: easier or harder, or the same in other words. The old text stays until the new one is complete. */
export default function AdjustSection({ id, section, lesson }: AdjustSectionProps): ReactNode {
  const [wanted, setWanted] = useState<Choice>({})
  const ask = useRef<HTMLButtonElement>(null)
  const { rewriting, rewritingError, level, variant } = section
  const shown = rewriting ? { level, variant, ...wanted } : { level, variant }
  const rewrite = (choice: Choice): void => {
    if (!rewriting) {
      setWanted(choice)
      lesson.rewrite(id, choice)
    }
  }
  // The button disappears with its line, so the focus moves to one that stays.
  const rewriteAgain = (): void => {
    ask.current?.focus()
    rewrite(wanted)
  }
  const label = translate({ id: 'palimpsest.level.label', message: 'Explain this' })
  return (
    <div className={styles.part}>
      <p className={styles.label}>{label}</p>
      <RadioRow
        label={label}
        choices={levelChoices()}
        chosen={shown.level}
        waiting={rewriting}
        onChoose={(chosen) => rewrite({ level: chosen, variant })}
      />
      <div className={styles.line}>
        <button
          ref={ask}
          type="button"
          className="button-text"
          aria-disabled={rewriting}
          onClick={() => rewrite({ level, variant: variants[(variant + 1) % variants.length] ?? 0 })}
        >
          {translate({ id: 'palimpsest.rewrite.another', message: 'Try another explanation' })}
        </button>
        <span className={styles.faint}>
          {rewriting ? rewritingMessage(section, section) : versionOf(shown.variant)}
        </span>
      </div>
      {rewritingError && !rewriting && (
        <p className={styles.error}>
          {rewritingMessage(section, section)}{' '}
          <button type="button" className="button-text" onClick={rewriteAgain}>
            {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
          </button>
        </p>
      )}
    </div>
  )
}

function versionOf(variant: number): string {
  return translate(
    { id: 'palimpsest.rewrite.version', message: 'Version {number} of {all}' },
    { number: variant + 1, all: variants.length },
  )
}
