import { translate } from '@docusaurus/Translate'
import { useId, useState, type ReactNode } from 'react'
import { useOnDemand } from '../browser/use-on-demand.ts'
import styles from './reading-menu.module.css'

const loadPanel = () => import('./ReadingPanel.tsx')

/** How the lesson is read, whatever its version: behind one small button beside the tabs, fetched with the first press. */
export default function ReadingMenu(): ReactNode {
  const [open, setOpen] = useState(false)
  const [Panel, askForPanel] = useOnDemand(loadPanel)
  const id = useId()
  return (
    <div className={styles.menu}>
      <button
        type="button"
        className={styles.button}
        aria-label={translate({ id: 'palimpsest.reading.label', message: 'Reading aids' })}
        aria-expanded={open && Panel !== undefined}
        aria-controls={Panel && id}
        onClick={() => {
          askForPanel()
          setOpen(!Panel || !open)
        }}
      >
        A<span>a</span>
      </button>
      {Panel && <Panel id={id} open={open} onClose={() => setOpen(false)} />}
    </div>
  )
}
