import { useHistory } from '@docusaurus/router'
import { useCallback, useEffect, useState } from 'react'
import { findCodeInHash } from './code-address.ts'

/** The code with which this page was opened, taken out of the address at once; and what forgets it. */
export function useCodeInAddress(): readonly [code: string | undefined, forget: () => void] {
  const history = useHistory()
  const [code, setCode] = useState<string>()
  useEffect(() => {
    const take = (): void => {
      const found = findCodeInHash(window.location.hash)
      if (found !== undefined) {
        setCode(found)
        history.replace({ ...history.location, hash: '' })
      }
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [history])
  return [code, useCallback(() => setCode(undefined), [])]
}
