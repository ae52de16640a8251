import type { BrowserContext } from 'playwright-core'

/** Describes each harm that a hostile text did in a browser so far; empty when none. */
export type HarmWatch = () => readonly string[]

/**
 * Watches every page of a browser for what no text may achieve: a script that runs (all of the hostile texts' scripts
 * open a dialog), an attempt that only the page's policy stopped, a request to anywhere but the site, a script error.
 */
export async function watchHarm(context: BrowserContext, origin: string): Promise<HarmWatch> {
  const harm: string[] = []
  await context.exposeBinding('noteViolation', (_source, what: string) => void harm.push(`stopped by policy: ${what}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { noteViolation } = window as unknown as { noteViolation: (what: string) => void }
      noteViolation(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  context.on('dialog', (dialog) => {
    harm.push(`ran: ${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('weberror', (error) => harm.push(`script error: ${error.error().message}`))
  context.on('request', (request) => {
    const { origin: target, protocol } = new URL(request.url())
    if (target !== origin && protocol !== 'data:' && protocol !== 'blob:') harm.push(`asked for: ${request.url()}`)
  })
  return () => harm
}
