import { translate } from '@docusaurus/Translate'
import facets from 'palimpsest-facets'
import { useId, useState, type ReactNode } from 'react'
import { differenceMessage } from './messages.ts'
import type { Answers, QuestionId } from '../../../../../lib/profile/index.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { describeProfile } from '../profile/describe-profile.ts'
import { findProfile } from '../profile/stored-profile.ts'
import { useLesson } from '../page/lesson-context.ts'
import type { SectionState } from '../state/lesson-state.ts'
import { findDifferences } from './find-differences.ts'
import styles from './section.module.css'

interface WhyItDiffersProps {
  readonly section: SectionState
  /** The language of the rewrite. */
  readonly language: string
  readonly comparing: boolean
  readonly onCompare: (comparing: boolean) => void
}

/** Why a rewrite differs from the original, and how to compare their words. */
export default function WhyItDiffers({ section, language, comparing, onCompare }: WhyItDiffersProps): ReactNode {
  const label = useId()
  const [answers] = useState(() => findProfile(browserStorage)?.answers ?? {})
  const lesson = useLesson()
  const from = lesson?.page.language ?? language
  const differences = findDifferences({ answers, section, from, to: language })
  return (
    <div className={styles.part}>
      <p className={styles.label} id={label}>
        {translate({ id: 'palimpsest.difference.label', message: 'Why it’s different' })}
      </p>
      {differences.length > 0 && (
        <ul className={styles.reasons} aria-labelledby={label}>
          {differences.map((difference) => (
            <li key={difference.kind}>{differenceMessage(difference, describeReader(answers, difference.because))}</li>
          ))}
        </ul>
      )}
      {from === language ? (
        <button type="button" className="button-text" aria-pressed={comparing} onClick={() => onCompare(!comparing)}>
          {comparing
            ? translate({ id: 'palimpsest.changes.hide', message: 'Hide what changed' })
            : translate({ id: 'palimpsest.changes.show', message: 'Show what changed' })}
        </button>
      ) : (
        <p className={styles.faint}>
          {translate({
            id: 'palimpsest.changes.translated',
            message: 'A translation cannot be compared word by word.',
          })}{' '}
          <button type="button" className="button-text" onClick={() => lesson?.choose('side-by-side')}>
            {translate({ id: 'palimpsest.changes.side-by-side', message: 'Read both side by side' })}
          </button>
        </p>
      )}
    </div>
  )
}

function describeReader(answers: Partial<Answers>, because: readonly QuestionId[]): string {
  const named = Object.fromEntries(because.map((id) => [id, answers[id]]))
  return describeProfile(named, facets)
}
