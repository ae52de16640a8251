import Translate from '@docusaurus/Translate'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { useEnteredCode, type EnteredCode } from './use-entered-code.ts'
import styles from './transfer.module.css'

interface EnterCodeProps {
  /** The code that came with the address. */
  readonly given?: string | undefined
  /** Whether there is a profile on this device that would be replaced. */
  readonly replaces: boolean
  readonly onAdopted: (answers: Answers) => void
  readonly onCancel: () => void
}

/** Uses the profile of another device here; where there is one already, only after the reader has said so. */
export default function EnterCode({ given, replaces, onAdopted, onCancel }: EnterCodeProps): ReactNode {
  const entered = useEnteredCode({ given, replaces, onAdopted })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => (given === undefined ? undefined : heading.current?.focus()), [given])
  return (
    <form
      className={styles.enter}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        entered.submit()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        <Translate id="palimpsest.transfer.enter.title">Use your profile from another device</Translate>
      </h2>
      <Field entered={entered} takesFocus={given === undefined} />
      {entered.phase === 'asking' && <Question />}
      <div className={styles.actions}>
        <button type="submit" className="button-primary" disabled={entered.phase === 'sending'}>
          {entered.phase === 'asking' ? (
            <Translate id="palimpsest.transfer.replace">Replace my profile</Translate>
          ) : (
            <Translate id="palimpsest.transfer.use">Use it</Translate>
          )}
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Translate id="palimpsest.profile.cancel">Cancel</Translate>
        </button>
      </div>
    </form>
  )
}

/** The field, and under it what is wrong; it has the focus whenever there is something to mend. */
function Field({ entered, takesFocus }: { readonly entered: EnteredCode; readonly takesFocus: boolean }): ReactNode {
  const { text, setText, phase, problem } = entered
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const wanted = takesFocus || problem !== undefined
  useEffect(() => (wanted ? field.current?.focus() : undefined), [wanted])
  return (
    <>
      <label htmlFor={id}>
        <Translate id="palimpsest.transfer.enter.label">Code shown on the other device</Translate>
      </label>
      <input
        ref={field}
        id={id}
        className={styles.field}
        value={text}
        readOnly={phase !== 'entering'}
        dir="ltr"
        placeholder="7K3M-9QXW-2FDT"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={32}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
    </>
  )
}

function Question(): ReactNode {
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => text.current?.focus(), [])
  return (
    <p ref={text} tabIndex={-1} className={styles.sure}>
      <Translate id="palimpsest.transfer.confirm">
        This browser already has a profile. Its answers and saved lessons will be replaced and cannot be restored.
      </Translate>
    </p>
  )
}
