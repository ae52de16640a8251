import Translate, { translate } from '@docusaurus/Translate'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { problemMessage } from '../transport/messages.ts'
import { transferMinutes } from '../../../../../lib/profile/index.ts'
import { siteApi as api } from '../transport/site-api.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import { buildCodeAddress } from './code-address.ts'
import { makeCode } from './make-code.ts'
import QrCode from './QrCode.tsx'
import { minutesAndSeconds, useSecondsLeft } from './use-seconds-left.ts'
import styles from './transfer.module.css'

type Phase =
  | { readonly at: 'asking' }
  | { readonly at: 'shown'; readonly code: string; readonly until: number }
  | { readonly at: 'failed'; readonly message: string }

/** Asks for a code and shows it, as text and as a square for a camera; then for another one, at each press. */
export default function ShowCode(): ReactNode {
  const [phase, setPhase] = useState<Phase>({ at: 'asking' })
  const button = useRef<HTMLButtonElement>(null)
  const locale = usePageLanguage().code
  const asking = phase.at === 'asking'
  useEffect(() => {
    if (!asking) {
      return
    }
    // By this device's clock from the answer on: the two clocks may differ.
    const show = (code: string) => setPhase({ at: 'shown', code, until: Date.now() + transferMinutes * 60_000 })
    const fail = (error: unknown) => setPhase({ at: 'failed', message: problemMessage(error, locale) })
    makeCode({ api, storage: browserStorage, randomness: window.crypto }).then(show, fail)
  }, [asking, locale])
  useEffect(() => (phase.at === 'failed' ? button.current?.focus() : undefined), [phase])
  return (
    <>
      {phase.at === 'shown' && <Code key={phase.code} code={phase.code} until={phase.until} />}
      {phase.at === 'failed' && (
        <p className={styles.problem} role="alert">
          {translate(
            { id: 'palimpsest.transfer.notMade', message: 'No code could be made: {problem}' },
            { problem: phase.message },
          )}
        </p>
      )}
      <button
        ref={button}
        type="button"
        className="button-quiet"
        disabled={asking}
        onClick={() => setPhase({ at: 'asking' })}
      >
        {phase.at === 'shown' ? (
          <Translate id="palimpsest.transfer.another">Make a new code</Translate>
        ) : (
          <Translate id="palimpsest.transfer.show">Show a code</Translate>
        )}
      </button>
    </>
  )
}

interface CodeProps {
  readonly code: string
  /** By this device's clock. */
  readonly until: number
}

function Code({ code, until }: CodeProps): ReactNode {
  const left = useSecondsLeft(until)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  if (left === 0) {
    return (
      <p role="alert">
        <Translate id="palimpsest.transfer.expired">This code has expired.</Translate>
      </p>
    )
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.shown}>
      <div className={styles.frame}>
        <QrCode text={buildCodeAddress(window.location, code)} />
      </div>
      <div>
        <p>
          <Translate id="palimpsest.transfer.how">
            Point the other device’s camera at the square, or open this site’s profile page there, press “Enter a code”
            and type:
          </Translate>
        </p>
        <code className={styles.code} translate="no">
          {code}
        </code>
        <p className={styles.left}>
          <Translate
            id="palimpsest.transfer.valid"
            values={{ time: <time role="timer">{minutesAndSeconds(left)}</time> }}
          >
            {'It works once, within the next {time}.'}
          </Translate>
        </p>
      </div>
    </div>
  )
}
