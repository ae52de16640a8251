import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { headingWords } from '../text/heading-words.ts'
import type { SectionState } from '../state/lesson-state.ts'
import { formatProof, rewritingMessage } from './messages.ts'
import { writerName } from '../messages/summary-messages.ts'
import { useEmoji } from '../text/lesson-markup.ts'
import { PeelIcon, PilcrowIcon } from './icons.tsx'
import RatingRow from './RatingRow.tsx'
import AdjustSection from './AdjustSection.tsx'
import { useDisclosure } from './use-disclosure.ts'
import WhyItDiffers from './WhyItDiffers.tsx'
import styles from './section.module.css'

interface SectionMarginProps {
  readonly id: string
  readonly section: SectionState
  readonly lesson: PersonalLesson
  /** The section shows which of its words changed. */
  readonly comparing: boolean
  readonly onCompare: (comparing: boolean) => void
}

/**
 * The margin of a rewritten section: a button for the original, and one that opens everything else there is to know and to
 * choose. Where the margin is too narrow, they are under the section.
 */
export default function SectionMargin({ id, section, lesson, comparing, onCompare }: SectionMarginProps): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const mark = useRef<HTMLButtonElement>(null)
  const { open, toggle, over } = useDisclosure(root, mark)
  const panelId = useId()
  const { order } = lesson.getState()
  const author = order.find((one) => one.id === id)?.heading
  const heading = headingWords({ translated: section.heading, author }, useEmoji()) ?? opening()
  const name = translate({ id: 'palimpsest.section.about', message: 'About this section: {heading}' }, { heading })
  return (
    <div ref={root} role="group" aria-label={name} className={styles.margin}>
      <div className={styles.marks}>
        <button
          ref={mark}
          type="button"
          className={styles.mark}
          aria-expanded={open}
          aria-controls={panelId}
          onClick={toggle}
        >
          <PilcrowIcon />
          <span>{translate({ id: 'palimpsest.section.adjust', message: 'Adjust this section' })}</span>
        </button>
        <button
          type="button"
          className={styles.mark}
          aria-pressed={section.originalShown}
          onClick={() => {
            onCompare(false)
            lesson.showOriginal(id, !section.originalShown)
          }}
        >
          <PeelIcon />
          <span>
            {section.originalShown
              ? translate({ id: 'palimpsest.section.show-version', message: 'Back to my version' })
              : translate({ id: 'palimpsest.section.show-original', message: 'Show the original' })}
          </span>
        </button>
        <div id={panelId} hidden={!open} className={styles.panel} data-over={over || undefined}>
          {open && <Panel id={id} section={section} lesson={lesson} comparing={comparing} onCompare={onCompare} />}
        </div>
      </div>
      <RewritingNews section={section} />
    </div>
  )
}

const opening = () => translate({ id: 'palimpsest.section.opening', message: 'the introduction' })

function Panel({ id, section, lesson, comparing, onCompare }: SectionMarginProps): ReactNode {
  const { model, language = 'en' } = lesson.getState()
  const { currentLocale } = useDocusaurusContext().i18n
  const writing = { writer: writerName(model), writtenAt: section.writtenAt, locale: currentLocale }
  const compare = (wanted: boolean): void => {
    if (wanted) {
      lesson.showOriginal(id, false)
    }
    onCompare(wanted)
  }
  return (
    <>
      <WhyItDiffers section={section} language={language} comparing={comparing} onCompare={compare} />
      <AdjustSection id={id} section={section} lesson={lesson} />
      {section.key !== null && <RatingRow key={section.key} id={id} lesson={lesson} />}
      <p className={styles.proof}>{formatProof(section.proof, writing)}</p>
    </>
  )
}

/** Announces to a screen reader how a new rewrite turned out, also when the panel is closed. */
function RewritingNews({ section }: { readonly section: SectionState }): ReactNode {
  const before = useRef(section)
  const [said, setSaid] = useState('')
  useEffect(() => {
    setSaid((last) => rewritingMessage(section, before.current) || last)
    before.current = section
  }, [section])
  return <output className="visually-hidden">{said}</output>
}
