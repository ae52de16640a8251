import { useHistory, useLocation } from '@docusaurus/router'

const prefix = '#question-'

/** Which question is shown: kept in the address, so that the browser's own Back goes one question back. */
export function useStep(count: number, firstUnanswered: number): { step: number; goTo: (step: number) => void } {
  const history = useHistory()
  const location = useLocation()
  const named = location.hash.startsWith(prefix) ? Number(location.hash.slice(prefix.length)) - 1 : 0
  const step = Number.isInteger(named) ? Math.max(0, Math.min(named, count - 1, firstUnanswered)) : 0
  return { step, goTo: (next) => history.push({ ...location, hash: `${prefix}${next + 1}` }) }
}
