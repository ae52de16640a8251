import { translate } from '@docusaurus/Translate'
import { useRef, useState, type ReactNode } from 'react'
import { retellingInWords } from './messages.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { type Dial, takes } from '../../../../../lib/contract/index.ts'
import type { Choice } from '../storage/choices.ts'
import type { SectionState } from '../state/lesson-state.ts'
import RadioRow from './RadioRow.tsx'
import styles from './section.module.css'

interface RetellingProps {
  readonly id: string
  readonly section: SectionState
  readonly lesson: PersonalLesson
}

const dialChoices = (): { value: Dial; label: string }[] => [
  { value: 'simpler', label: translate({ id: 'palimpsest.dial.simpler', message: 'Simpler' }) },
  { value: 'as-is', label: translate({ id: 'palimpsest.dial.as-is', message: 'As it is' }) },
  { value: 'deeper', label: translate({ id: 'palimpsest.dial.deeper', message: 'Deeper' }) },
]

/** How this one section is told: easier or harder, or the same in other words. The old text stands until the new one is whole. */
export default function Retelling({ id, section, lesson }: RetellingProps): ReactNode {
  const [wanted, setWanted] = useState<Choice>({})
  const ask = useRef<HTMLButtonElement>(null)
  const { retelling, failedRetelling, dial, take } = section
  const shown = retelling ? { dial, take, ...wanted } : { dial, take }
  const retell = (choice: Choice): void => {
    if (!retelling) {
      setWanted(choice)
      lesson.retell(id, choice)
    }
  }
  // The button goes with its line, so the focus goes on to one that stays.
  const retellAgain = (): void => {
    ask.current?.focus()
    retell(wanted)
  }
  const label = translate({ id: 'palimpsest.dial.label', message: 'Tell this section' })
  return (
    <div className={styles.part}>
      <p className={styles.label}>{label}</p>
      <RadioRow
        label={label}
        choices={dialChoices()}
        chosen={shown.dial}
        waiting={retelling}
        onChoose={(chosen) => retell({ dial: chosen, take })}
      />
      <div className={styles.line}>
        <button
          ref={ask}
          type="button"
          className="button-text"
          aria-disabled={retelling}
          onClick={() => retell({ dial, take: takes[(take + 1) % takes.length] ?? 0 })}
        >
          {translate({ id: 'palimpsest.retelling.ask', message: 'Write it differently' })}
        </button>
        <span className={styles.faint}>{retelling ? retellingInWords(section, section) : telling(shown.take)}</span>
      </div>
      {failedRetelling && !retelling && (
        <p className={styles.trouble}>
          {retellingInWords(section, section)}{' '}
          <button type="button" className="button-text" onClick={retellAgain}>
            {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
          </button>
        </p>
      )}
    </div>
  )
}

function telling(take: number): string {
  return translate(
    { id: 'palimpsest.retelling.number', message: 'Telling {number} of {all}' },
    { number: take + 1, all: takes.length },
  )
}
