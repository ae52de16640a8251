import { describe, expect, test } from 'vitest'
import { maskSection } from './mask-section.ts'
import { parseLesson } from './parse-lesson.ts'
import { restoreSection } from './restore-section.ts'

const text = `Use \`pin\` on [the board](./board.md) with $x$.

:::danger[Hot]

Never touch <kbd>A</kbd>, see [why](./why.md).

:::

- Run it:

  \`\`\`sh
  run

  stop
  \`\`\`

The text [[slot:k1]] and \`](link:2)\` are the author's.`

async function onlySection(file: string) {
  const [section] = (await parseLesson({ slug: 'a', file, language: 'en' })).sections
  if (section === undefined) throw new Error('The lesson has no section')
  return section
}

describe('maskSection()', () => {
  test('takes out a danger admonition whole when the language stays', async () => {
    const masked = maskSection(await onlySection(text), { translating: false })
    expect(masked.text).toBe(`Use \`pin\` on [the board](link:1) with [[slot:k1]].

[[slot:k2]]

- Run it:

  [[slot:k4]]

The text [[slot\\:k1]] and \`](link\\:2)\` are the author's.`)
    expect(masked.slots.map(({ id, kind, placement }) => `${id} ${kind} ${placement}`)).toEqual([
      'k1 math inline',
      'k2 admonition block',
      'k4 code block',
    ])
    expect(masked.links).toEqual([{ number: 1, target: './board.md' }])
  })

  test('opens it when translating', async () => {
    const masked = maskSection(await onlySection(text), { translating: true })
    expect(masked.text).toContain(':::danger[Hot]\n\nNever touch [[slot:k3]], see [why](link:2).\n\n:::')
    expect(masked.slots.map(({ id }) => id)).toEqual(['k1', 'k3', 'k4'])
  })

  test('gives the content of a slot without the prefix of the list around it', async () => {
    const { slots } = maskSection(await onlySection(text), { translating: false })
    expect(slots.at(-1)?.content).toBe('```sh\nrun\n\nstop\n```')
  })
})

describe('restoreSection()', () => {
  test.each([true, false])('gives the source back byte for byte (translating: %s)', async (translating) => {
    const section = await onlySection(text)
    expect(restoreSection(section, maskSection(section, { translating }).text)).toBe(text)
  })

  test('keeps the code of a slot that moved to another list or quote', async () => {
    const section = await onlySection(text)
    expect(restoreSection(section, 'Run:\n\n[[slot:k4]]')).toBe('Run:\n\n```sh\nrun\n\nstop\n```')
    expect(restoreSection(section, '> 1. Run:\n>\n>    [[slot:k4]]')).toBe(
      '> 1. Run:\n>\n>    ```sh\n>    run\n>\n>    stop\n>    ```',
    )
  })

  test('leaves a placeholder that the section does not know', async () => {
    const section = await onlySection(text)
    expect(restoreSection(section, '[[slot:k9]] [a](link:7) [[slot:k1]]')).toBe('[[slot:k9]] [a](link:7) $x$')
  })

  test('makes no gaps in a list that has none, however its items are rewritten', async () => {
    const list = '- One\n  ```sh\n  ls\n  ```\n  and more\n- Two\n  {/* why */}\n- Three'
    const section = await onlySection(list)
    const { text: masked } = maskSection(section, { translating: false })
    const rewrite = (source: string) =>
      source.replace('One', 'Changed').replace('and', 'with').replace('Two', 'Also changed')
    expect(restoreSection(section, masked)).toBe(list)
    expect(restoreSection(section, rewrite(masked))).toBe(rewrite(list))
  })

  test('keeps the gaps of a list that has some', async () => {
    const list = '- One\n\n  ```sh\n  ls\n  ```\n\n  and more\n- Two'
    const section = await onlySection(list)
    const { text: masked } = maskSection(section, { translating: false })
    expect(restoreSection(section, masked.replace('One', 'Changed'))).toBe(list.replace('One', 'Changed'))
  })
})
