import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { nextTab } from '../controls/next-tab.ts'
import styles from './section.module.css'

interface RadioRowProps<Value extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: Value | undefined
  /** Nothing can be chosen for now; the focus stays where it is. */
  readonly waiting?: boolean
  readonly onChoose: (value: Value) => void
}

const sameAs: Readonly<Record<string, string>> = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' }
const mirrored: Readonly<Record<string, string>> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }

/** Maps arrow keys to the direction of the text: from right to left, the next choice is on the left. */
function alongText({ key, currentTarget }: KeyboardEvent): string {
  return getComputedStyle(currentTarget).direction === 'rtl' ? (mirrored[key] ?? key) : key
}

/**
 * A row of ARIA radio buttons with one stop for the Tab key. Arrows move the focus only, Enter or Space chooses: a choice
 * may start a rewrite, so moving the focus makes none.
 */
export default function RadioRow<Value extends string>(props: RadioRowProps<Value>): ReactNode {
  const { label, choices, chosen, waiting = false, onChoose } = props
  const row = useRef<HTMLDivElement>(null)
  const stop = Math.max(
    choices.findIndex(({ value }) => value === chosen),
    0,
  )
  const move = (event: KeyboardEvent, index: number): void => {
    const key = alongText(event)
    const next = nextTab(sameAs[key] ?? key, index, choices.length)
    if (next !== undefined) {
      event.preventDefault()
      row.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
    }
  }
  return (
    <div ref={row} role="radiogroup" aria-label={label} aria-disabled={waiting} className={styles.radios}>
      {choices.map((choice, index) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === chosen}
          aria-disabled={waiting}
          tabIndex={index === stop ? 0 : -1}
          onClick={() => (waiting || choice.value === chosen ? undefined : onChoose(choice.value))}
          onKeyDown={(event) => move(event, index)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
