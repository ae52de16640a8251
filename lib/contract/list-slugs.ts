import { isLanguage } from '../profile/index.ts'
import { visibleName } from '../text/index.ts'

/**
 * The slugs that a client may mean by this text, the likeliest first; at least one. The text may be a slug or the
 * address of a page (`/docs/intro/`, `/ur/docs/intro`, `docs/intro.html`), so the caller tries them against what is
 * published.
 */
export function listSlugs(text: string, lessonPaths: readonly string[]): readonly string[] {
  const plain = trimSlashes(text)
  const address = split(decode(text).replace(/\.(?:html?|mdx?)$/i, ''))
  const [first, ...others] = address
  const roots = isLanguage(first) ? [address, others] : [address]
  const docs = lessonPaths.map(split).filter((path) => path.length > 0)
  const belowDocs = roots.flatMap((root) => docs.flatMap((path) => below(path, root) ?? []))
  const isAddress = belowDocs.length > 0 || roots.length > 1 || text !== address.join('/')
  const meant = isAddress ? [...roots, ...belowDocs].flatMap((parts) => [parts, [...parts, 'index']]) : []
  const slugs = [plain, ...meant.map((parts) => parts.join('/'))].filter((slug) => visibleName.test(slug))
  return slugs.length === 0 ? [text] : [...new Set(slugs)]
}

const split = (path: string): string[] => path.split('/').filter((part) => part !== '')
const trimSlashes = (text: string): string => split(text).join('/')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The rest of a path below another one, in a list of one; undefined if it is not below it. */
const below = (start: readonly string[], path: readonly string[]): [string[]] | undefined =>
  start.every((part, place) => path[place] === part) ? [path.slice(start.length)] : undefined
