import { normaliseTransferCode, transferCodePattern } from '../../../../../lib/profile/index.ts'

/** The address that a camera opens on the other device. What stands behind `#` is never sent to a server. */
export const buildCodeAddress = ({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>, code: string): string =>
  `${origin}${pathname}#code=${code}`

/** The code in an address's hash; undefined where there is none. */
export function findCodeInHash(hash: string): string | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('code')
  return code !== null && transferCodePattern.test(code) ? normaliseTransferCode(code) : undefined
}
