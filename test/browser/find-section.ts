import type { Locator, Page } from 'playwright-core'

/** A section of the first lesson that has prose, code and a table beside it. */
export const sectionId = 'the-sense-think-act-loop'
const heading = 'The sense-think-act loop'

/** Wide enough for a margin beside the text. */
export const desktop = { viewport: { width: 1440, height: 900 } }

/** One section as its reader has it: its text, what stands in its margin, and the mark that opens the margin. */
export interface Section {
  readonly text: Locator
  readonly controls: Locator
  readonly mark: Locator
  prose(): Promise<string>
}

export function findSection(page: Page): Section {
  const text = page.locator(`[data-section="${sectionId}"]`)
  const controls = page.getByRole('group', { name: `About this section: ${heading}` })
  return {
    text,
    controls,
    mark: controls.getByRole('button', { name: 'Adjust this section' }),
    prose: () => text.locator('.markdown').first().innerText(),
  }
}
