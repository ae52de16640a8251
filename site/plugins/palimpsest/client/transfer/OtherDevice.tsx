import Translate from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import { useOnDemand } from '../browser/use-on-demand.ts'

const loadShowCode = () => import('./ShowCode.tsx')

/** What a second device means, and the way there, whose code comes with the first request for it. */
export default function OtherDevice(): ReactNode {
  const [ShowCode, ask] = useOnDemand(loadShowCode)
  return (
    <section>
      <h2>
        <Translate id="palimpsest.transfer.title">Read on another device</Translate>
      </h2>
      <p>
        <Translate id="palimpsest.transfer.text">
          A code takes your profile to another browser. From then on, both belong to the same reader: an answer that you
          change in one reaches the other when you open this page there. To be forgotten, press “Forget me” in both.
        </Translate>
      </p>
      {ShowCode ? (
        <ShowCode />
      ) : (
        <button type="button" className="button-quiet" onClick={ask}>
          <Translate id="palimpsest.transfer.show">Show a code</Translate>
        </button>
      )}
    </section>
  )
}
