import registry from '@generated/registry'
import routesChunkNames from '@generated/routesChunkNames'
import type { PageLesson } from '../../lesson/page-lesson.ts'

/** Where Docusaurus puts the link to the next page. */
const nextLink = 'a.pagination-nav__link--next'

const withoutSlash = (path: string): string => path.replace(/(?<=.)\/$/, '')

/**
 * The lesson that the page's link *Next* leads to, as its own page knows it; undefined when it leads to no lesson. The module is
 * found as Docusaurus finds it, and is the one that the next page is made of, so that nothing is loaded for this alone.
 */
export async function findNextLesson(): Promise<PageLesson | undefined> {
  const link = document.querySelector<HTMLAnchorElement>(nextLink)
  const path = link && withoutSlash(link.pathname)
  // The name of a route is its path and a hash: "/lessons/one-cf6".
  const [, chunks] =
    Object.entries(routesChunkNames).find(([name]) => withoutSlash(name.replace(/-[^-]+$/, '')) === path) ?? []
  const chunk = chunks?.['content']
  const load = typeof chunk === 'string' ? registry[chunk]?.[0] : undefined
  const content = (await load?.()) as { readonly palimpsest?: PageLesson } | undefined
  return content?.palimpsest
}

/** Calls back when the pointer or the focus comes to the link to the next page; returns how to stop. */
export function onTurnToNext(run: () => void): () => void {
  const listen = ({ target }: Event): void => {
    if (target instanceof Element && target.closest(nextLink)) {
      run()
    }
  }
  const events = ['pointerover', 'focusin'] as const
  events.forEach((event) => document.addEventListener(event, listen))
  return () => events.forEach((event) => document.removeEventListener(event, listen))
}
