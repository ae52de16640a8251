import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { maskSection } from '../../../../../lib/lesson/mask-section.ts'
import { parseLesson } from '../../../../../lib/lesson/parse-lesson.ts'
import { buildPageLesson } from '../../remark/build-page-lesson.ts'
import { parseRewrite } from './parse-rewrite.ts'
import { showTree } from './show-tree.tsx'
import { noGaps, tightenLists } from './tighten-lists.ts'

/** The author's own text, masked and shown. */
async function show(markdown: string): Promise<string> {
  const lesson = await parseLesson({ slug: 'a', file: markdown, language: 'en' })
  const [section] = lesson.sections
  if (!section) throw new Error('The lesson has no section')
  const tree = parseRewrite(maskSection(section, { translating: false }).text)
  tightenLists(tree, buildPageLesson(lesson).sections[0]?.gaps ?? noGaps)
  return renderToStaticMarkup(showTree(tree))
}

const code = '```sh\n  ls\n  ```'

test.each([
  ['code', `- one\n  ${code}\n- two`],
  ['code before more text', `- one\n  ${code}\n  and more\n- two`],
  ['code at once', `- ${code}\n  and more\n- two`],
  ['a comment', '- one\n  {/* why */}\n- two'],
  ['an HTML comment', '- one\n  <!-- why -->\n- two'],
  ['a formula', '- one\n  $$\n  x\n  $$\n- two'],
  ['code, in a quotation', `> - one\n>   ${code.replaceAll('\n', '\n> ')}\n> - two`],
  ['code, in an item of an item', `1. one\n   - in it\n     \`\`\`sh\n     ls\n     \`\`\`\n2. two`],
])('a list without gaps stays one with %s in it', async (_, markdown) => {
  expect(await show(`Some words before.\n\n${markdown}\n\nSome words after.`)).not.toMatch(/<li>\s*<p>|<\/p>\s*<\/li>/)
})

test.each([
  ['before its code', `- one\n\n  ${code}\n- two`],
  ['after its code', `- one\n  ${code}\n\n  and more\n- two`],
  ['between its items', `- one\n  ${code}\n\n- two`],
  ['before its comment', '- one\n\n  {/* why */}\n- two'],
])('a list with a gap %s stays one', async (_, markdown) => {
  expect(await show(`Some words before.\n\n${markdown}\n\nSome words after.`)).toMatch(/<li>\s*<p>one/)
})
