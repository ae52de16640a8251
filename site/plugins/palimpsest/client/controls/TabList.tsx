import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import './controls.css'
import { nextTab } from './next-tab.ts'
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
