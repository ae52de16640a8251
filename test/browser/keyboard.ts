import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const mostStops = 120

/** Presses Tab until `target` has the focus; every stop on the way must be a good one. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = target.page()
  const passed: string[] = []
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press(key)
    passed.push(await expectGoodStop(page, passed))
    if (await hasFocus(target)) return
  }
  throw new Error(`${key} does not lead to ${String(target)}, but to:\n${passed.join('\n')}`)
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.some((element) => element === document.activeElement))

/**
 * The focus is somewhere, can be seen, and is not covered by anything that stays on the screen (WCAG 2.4.7, 2.4.11), as soon
 * as the page has scrolled to it.
 */
export async function expectGoodStop(page: Page, passed: readonly string[] = []): Promise<string> {
  const name = await page.evaluate(nameFocus)
  await expect
    .poll(() => page.evaluate(judgeFocus), { message: [...passed, name].join('\n') })
    .toEqual({ somewhere: true, marked: true, uncovered: true })
  return name
}

/** Runs in the page, so it stands alone. */
function nameFocus(): string {
  const { localName, ariaLabel, textContent } = document.activeElement ?? document.body
  return `<${localName}> ${ariaLabel ?? textContent?.trim().slice(0, 60) ?? ''}`
}

/** Runs in the page, so it stands alone. */
function judgeFocus() {
  const element = document.activeElement ?? document.body
  const isMarked = (one: Element | null): boolean => {
    if (one === null) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
  }
  const isUncovered = (box: DOMRect): boolean => {
    const across = [0.1, 0.5, 0.9].map((part) => box.left + box.width * part)
    const down = [0.2, 0.5, 0.8].map((part) => box.top + box.height * part)
    return across.some((x) =>
      down.some((y) => {
        const top = document.elementFromPoint(x, y)
        return top !== null && (element.contains(top) || top.closest('label')?.contains(element) === true)
      }),
    )
  }
  return {
    somewhere: element !== document.body,
    marked: isMarked(element) || (element.localName === 'input' && isMarked(element.closest('label'))),
    uncovered: [...element.getClientRects()].some(isUncovered),
  }
}
