import type { ClientModule } from '@docusaurus/types'

/** From then on a page has what it needs for itself, also on a phone with a slow network. In milliseconds after its load. */
const restMilliseconds = 3_000

/**
 * Docusaurus fetches the scripts behind each link in view as soon as the link is alive, on a slow network beside what the page
 * itself is still waiting for. Here that begins once the page has rested. Under a pointer or a finger it still begins at once.
 */
export const onRouteDidUpdate: ClientModule['onRouteDidUpdate'] = ({ previousLocation }) => {
  if (previousLocation !== null) return
  const { docusaurus } = window
  const rested = untilLoaded().then(rest)
  window.docusaurus = {
    ...docusaurus,
    prefetch: async (path) => {
      await rested
      return (await docusaurus.prefetch(path)) || []
    },
  }
}

const untilLoaded = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve(undefined)
    else window.addEventListener('load', resolve, { once: true })
  })

const rest = (): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve, restMilliseconds))
