import { translate } from '@docusaurus/Translate'
import { useId, useSyncExternalStore, type ReactNode } from 'react'
import { storageKeys } from '../storage/storage-keys.ts'
import { termChoice, createReadingChoice } from './reading-choice.ts'
import styles from './reading-panel.module.css'
import { useClosing, type Closing } from './use-closing.ts'

const sizes = [
  ['smaller', translate({ id: 'palimpsest.reading.smaller', message: 'Smaller' })],
  ['regular', translate({ id: 'palimpsest.reading.regular', message: 'Regular' })],
  ['larger', translate({ id: 'palimpsest.reading.larger', message: 'Larger' })],
] as const

interface ReadingPanelProps extends Closing {
  readonly id: string
}

/** What the button of the reading aids opens. */
export default function ReadingPanel({ id, ...closing }: ReadingPanelProps): ReactNode {
  const panel = useClosing(closing)
  return (
    <div ref={panel} id={id} className={styles.panel} hidden={!closing.open}>
      <TextSize />
      <TermSwitch />
      <button type="button" className="button-text" onClick={() => window.print()}>
        {translate({ id: 'palimpsest.reading.print', message: 'Print this lesson' })}
      </button>
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

/** How large lessons are set. The size stands at the root element, where the style sheets look for it. */
const textSizeChoice = createReadingChoice(storageKeys.textSize, ['regular', 'smaller', 'larger'], (size) => {
  document.documentElement.dataset['textSize'] = size
})
