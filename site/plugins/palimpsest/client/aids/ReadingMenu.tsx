import { translate } from '@docusaurus/Translate'
import { useId, useSyncExternalStore, type ReactNode } from 'react'
import { termChoice } from './term-choice.ts'
import { textSizeChoice } from './text-size-choice.ts'
import { useDropdown } from './use-dropdown.ts'
import styles from './reading-menu.module.css'

const sizes = [
  ['smaller', translate({ id: 'palimpsest.reading.smaller', message: 'Smaller' })],
  ['regular', translate({ id: 'palimpsest.reading.regular', message: 'Regular' })],
  ['larger', translate({ id: 'palimpsest.reading.larger', message: 'Larger' })],
] as const

/** How the lesson is read, whatever its version: behind one small button beside the tabs. */
export default function ReadingMenu(): ReactNode {
  const { open, toggle, area } = useDropdown()
  const id = useId()
  return (
    <div ref={area} className={styles.menu}>
      <button
        type="button"
        className={styles.button}
        aria-label={translate({ id: 'palimpsest.reading.label', message: 'Reading aids' })}
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
      >
        A<span>a</span>
      </button>
      <div id={id} className={styles.panel} hidden={!open}>
        <TextSize />
        <TermSwitch />
        <button type="button" className="button-text" onClick={() => window.print()}>
          {translate({ id: 'palimpsest.reading.print', message: 'Print this lesson' })}
        </button>
      </div>
    </div>
  )
}

function TextSize(): ReactNode {
  const chosen = useSyncExternalStore(textSizeChoice.subscribe, textSizeChoice.read, () => 'regular')
  const name = useId()
  return (
    <fieldset className={styles.sizes}>
      <legend>{translate({ id: 'palimpsest.reading.size', message: 'Text size' })}</legend>
      {sizes.map(([size, label]) => (
        <label key={size} data-size={size}>
          <input
            type="radio"
            name={name}
            aria-label={label}
            checked={size === chosen}
            onChange={() => textSizeChoice.choose(size)}
          />
          <span aria-hidden="true">A</span>
        </label>
      ))}
    </fieldset>
  )
}

function TermSwitch(): ReactNode {
  const choice = useSyncExternalStore(termChoice.subscribe, termChoice.read, () => 'shown')
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={choice === 'shown'}
        onChange={({ target }) => termChoice.choose(target.checked ? 'shown' : 'hidden')}
      />
      {translate({ id: 'palimpsest.reading.terms', message: 'Explain technical terms' })}
    </label>
  )
}
