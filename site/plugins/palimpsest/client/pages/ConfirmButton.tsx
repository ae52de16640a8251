import { useEffect, useState, type ReactNode } from 'react'

/** Milliseconds in which the second press counts. */
const patience = 6000

/** A button that acts on its second press, and says so on its first. */
export default function ConfirmButton(props: {
  label: string
  confirmation: string
  onConfirm: () => void
}): ReactNode {
  const { label, confirmation, onConfirm } = props
  const [pressed, setPressed] = useState(false)
  useEffect(() => {
    if (!pressed) {
      return undefined
    }
    const timer = setTimeout(() => setPressed(false), patience)
    return () => clearTimeout(timer)
  }, [pressed])
  return (
    <button
      type="button"
      className="button-quiet"
      aria-live="polite"
      onClick={() => {
        setPressed(!pressed)
        if (pressed) {
          onConfirm()
        }
      }}
    >
      {pressed ? confirmation : label}
    </button>
  )
}
