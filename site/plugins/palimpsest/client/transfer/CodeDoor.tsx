import Translate from '@docusaurus/Translate'
import { useState, type ComponentProps, type ReactNode } from 'react'
import EnterCode from './EnterCode.tsx'
import { useCodeInAddress } from './use-code-in-address.ts'
import styles from './transfer.module.css'

type CodeDoorProps = Pick<ComponentProps<typeof EnterCode>, 'replaces' | 'onTaken'>

/** *I have a code*: a line that becomes the field for it. It stands open where the page was opened with a code. */
export default function CodeDoor({ replaces, onTaken }: CodeDoorProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [given, forget] = useCodeInAddress()
  const close = () => {
    setOpen(false)
    forget()
  }
  if (open || given !== undefined) {
    return (
      <EnterCode
        key={given}
        given={given}
        replaces={replaces}
        onTaken={(answers) => {
          close()
          onTaken(answers)
        }}
        onCancel={close}
      />
    )
  }
  return (
    <p className={styles.door}>
      <Translate id="palimpsest.transfer.door">You have answered on another device?</Translate>{' '}
      <button type="button" className="button-text" onClick={() => setOpen(true)}>
        <Translate id="palimpsest.transfer.open">I have a code</Translate>
      </button>
    </p>
  )
}
