import Translate from '@docusaurus/Translate'
import { useEffect, useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { useOnDemand } from '../browser/use-on-demand.ts'
import styles from '../questionnaire/questionnaire.module.css'
import { useCodeInAddress } from './use-code-in-address.ts'

interface EnterCodeLinkProps {
  /** Whether there is a profile on this device that would be replaced. */
  readonly replaces: boolean
  readonly onAdopted: (answers: Answers) => void
}

const loadEnterCode = () => import('./EnterCode.tsx')

/** *Enter a code*: a line that becomes the field for it. It stands open where the page was opened with a code. */
export default function EnterCodeLink({ replaces, onAdopted }: EnterCodeLinkProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [given, forget] = useCodeInAddress()
  const [EnterCode, ask] = useOnDemand(loadEnterCode)
  const wanted = open || given !== undefined
  useEffect(() => {
    if (wanted) {
      ask()
    }
  }, [wanted, ask])
  const close = () => {
    setOpen(false)
    forget()
  }
  if (wanted && EnterCode) {
    return (
      <EnterCode
        key={given}
        given={given}
        replaces={replaces}
        onAdopted={(answers) => {
          close()
          onAdopted(answers)
        }}
        onCancel={close}
      />
    )
  }
  return (
    <p className={styles.enterCode}>
      <Translate id="palimpsest.transfer.already">Already set up on another device?</Translate>{' '}
      <button type="button" className="button-text" onClick={() => setOpen(true)}>
        <Translate id="palimpsest.transfer.open">Enter a code</Translate>
      </button>
    </p>
  )
}
