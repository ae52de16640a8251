import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'

/** The button that ends a sentence about what did not work. */
export default function TryAgain({ onPress }: { readonly onPress: () => void }): ReactNode {
  return (
    <button type="button" className="button-text" onClick={onPress}>
      {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
    </button>
  )
}
