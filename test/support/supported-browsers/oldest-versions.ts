import type { BrowserName } from '@mdn/browser-compat-data'
import browserslist from 'browserslist'

/** The oldest supported version of each browser, as MDN's data has its name. */
export type OldestVersions = ReadonlyMap<BrowserName, string>

/** MDN's names for those of browserslist. */
const names: Readonly<Record<string, BrowserName>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
  and_chr: 'chrome_android',
  and_ff: 'firefox_android',
  samsung: 'samsunginternet_android',
  opera: 'opera',
}

/** The `browserslist` of the project at `root`. Throws for a browser that MDN's data does not have. */
export function readOldestVersions(root: string): OldestVersions {
  const oldest = new Map<BrowserName, string>()
  for (const entry of browserslist(null, { path: root })) {
    const [name = '', range = ''] = entry.split(' ')
    const [version = ''] = range.split('-')
    const known = names[name]
    if (known === undefined) throw new Error(`Cannot look up ${name}: MDN's data has no such browser`)
    const before = oldest.get(known)
    if (before === undefined || compareVersions(version, before) < 0) oldest.set(known, version)
  }
  return oldest
}

/** Negative where `left` is older: "16.4" than "17". */
export function compareVersions(left: string, right: string): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [left, right].map((version) =>
    version.split('.').map(Number),
  ) as [number[], number[]]
  return major - otherMajor || minor - otherMinor
}
