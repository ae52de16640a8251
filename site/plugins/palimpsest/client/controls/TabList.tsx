import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import './controls.css'
import styles from './tab-list.module.css'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: ReactNode
}

interface TabListProps<Id extends string> {
  readonly label: string
  /** Prefix of the tabs' element ids: the panel is `aria-labelledby={`${name}-${selected}`}`. */
  readonly name: string
  /** Element id of the one panel that all tabs fill. */
  readonly panel: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** Where a key leads in a row of `count` tabs, or undefined when the key is not for tabs. */
export function nextTab(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count
    case 'ArrowLeft':
      return (index + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** A row of ARIA tabs with one stop for the Tab key; arrows, Home and End move the focus, Enter or Space selects. */
export default function TabList<Id extends string>(props: TabListProps<Id>): ReactNode {
  const { label, name, panel, tabs, selected, onSelect } = props
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent, index: number) => {
    const next = nextTab(event.key, index, tabs.length)
    if (next !== undefined) {
      event.preventDefault()
      list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
    }
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.list}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          id={`${name}-${tab.id}`}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.id === selected}
          aria-controls={panel}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          onKeyDown={(event) => move(event, index)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
