import { translate } from '@docusaurus/Translate'
import { useRef, type ReactNode, type RefObject } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { type FeedbackReason, feedbackReasons } from '../../../../../lib/profile/index.ts'
import type { Rating } from '../storage/ratings.ts'
import { ThumbDownIcon, ThumbUpIcon } from './icons.tsx'
import RadioRow from './RadioRow.tsx'
import { useRating } from './use-rating.ts'
import styles from './section.module.css'

interface RatingRowProps {
  readonly id: string
  readonly lesson: PersonalLesson
}

/** What the reader thinks of this rewrite. A thumb is sent at once; a reason may follow a thumb down; both can be undone. */
export default function RatingRow({ id, lesson }: RatingRowProps): ReactNode {
  const { rating, say, sayAgain } = useRating(lesson, id)
  const first = useRef<HTMLButtonElement>(null)
  const question = translate({ id: 'palimpsest.rating.ask', message: 'Did this help?' })
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <p className={styles.label}>{question}</p>
        <span role="group" aria-label={question} className={styles.thumbs}>
          <Thumb way="up" button={first} rating={rating} onSay={say} />
          <Thumb way="down" rating={rating} onSay={say} />
        </span>
        <output className={styles.faint}>{rating && !sayAgain && thanks()}</output>
      </div>
      {rating?.rating === 'down' && (
        <RadioRow
          label={translate({ id: 'palimpsest.rating.reason', message: 'What was wrong? (optional)' })}
          choices={feedbackReasons.map((value) => ({ value, label: reasonLabels[value]() }))}
          chosen={rating.reason}
          onChoose={(reason) => say({ rating: 'down', reason })}
        />
      )}
      {sayAgain && (
        <p className={styles.error} role="alert">
          {translate({ id: 'palimpsest.rating.failed', message: 'Your answer could not be sent.' })}{' '}
          <button
            type="button"
            className="button-text"
            onClick={() => {
              first.current?.focus()
              sayAgain()
            }}
          >
            {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
          </button>
        </p>
      )}
    </div>
  )
}

const thanks = () => translate({ id: 'palimpsest.rating.thanks', message: 'Thanks. Press again to undo.' })

const reasonLabels: Record<FeedbackReason, () => string> = {
  'too-simple': () => translate({ id: 'palimpsest.rating.too-simple', message: 'Too simple' }),
  'too-hard': () => translate({ id: 'palimpsest.rating.too-hard', message: 'Too hard' }),
  unclear: () => translate({ id: 'palimpsest.rating.unclear', message: 'Unclear' }),
  wrong: () => translate({ id: 'palimpsest.rating.wrong', message: 'Incorrect' }),
  other: () => translate({ id: 'palimpsest.rating.other', message: 'Something else' }),
}

interface ThumbProps {
  readonly way: Rating['rating']
  readonly button?: RefObject<HTMLButtonElement | null>
  readonly rating: Rating | undefined
  readonly onSay: (rating: Rating | undefined) => void
}

/** Pressed a second time, it withdraws the rating. */
function Thumb({ way, button, rating, onSay }: ThumbProps): ReactNode {
  const pressed = rating?.rating === way
  return (
    <button
      ref={button}
      type="button"
      className={styles.thumb}
      aria-pressed={pressed}
      aria-label={
        way === 'up'
          ? translate({ id: 'palimpsest.rating.up', message: 'Yes' })
          : translate({ id: 'palimpsest.rating.down', message: 'No' })
      }
      onClick={() => onSay(pressed ? undefined : { rating: way })}
    >
      {way === 'up' ? <ThumbUpIcon /> : <ThumbDownIcon />}
    </button>
  )
}
