import { useCodeBlockContext } from '@docusaurus/theme-common/internal'
import styles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Content/styles.module.css'
import lineStyles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Line/styles.module.css'
import { clsx } from 'clsx'
import { use, useMemo, type ReactNode } from 'react'
import { HighlightingContext } from '../../../../plugins/code-blocks/client/highlighting-context.ts'
import { type NumberedLine, writeLines } from '../../../../plugins/code-blocks/client/write-lines.ts'

interface Props {
  readonly className?: string
}

const numberedLine: NumberedLine = {
  line: lineStyles['codeLine'] ?? '',
  number: lineStyles['codeLineNumber'] ?? '',
  content: lineStyles['codeLineContent'] ?? '',
}

/** Code that is wider than the page scrolls by itself, by the keyboard, too. */
const scroller = {
  tabIndex: 0,
  style: { color: 'var(--prism-color)', backgroundColor: 'var(--prism-background-color)' },
}

/** The code itself. Its lines are one piece of HTML: React has no work with the hundreds of elements in it. */
export default function CodeBlockContent({ className }: Props): ReactNode {
  const {
    metadata,
    wordWrap: { codeBlockRef },
  } = useCodeBlockContext()
  const runsByLine = use(HighlightingContext)
  const { language, lineNumbersStart: start } = metadata
  const html = writeLines(metadata, runsByLine, start === undefined ? undefined : numberedLine)
  // React writes the lines anew for each new object, and a selection in them would be gone.
  const lines = useMemo(() => ({ __html: html }), [html])
  return (
    <pre
      {...scroller}
      ref={codeBlockRef}
      className={clsx(className, `prism-code language-${language}`, styles['codeBlock'], 'thin-scrollbar')}
    >
      <code
        className={clsx(styles['codeBlockLines'], start !== undefined && styles['codeBlockLinesWithNumbering'])}
        style={start === undefined ? undefined : { counterReset: `line-count ${start - 1}` }}
        dangerouslySetInnerHTML={lines}
      />
    </pre>
  )
}
