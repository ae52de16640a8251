import { Fragment, type ReactNode } from 'react'

/** A text of the description with its `code` and *emphasis*; an empty line begins a paragraph. */
export function Paragraphs({ text }: { text: string }): ReactNode {
  return text.split('\n\n').map((paragraph) => (
    <p key={paragraph}>
      <Words text={paragraph} />
    </p>
  ))
}

export function Words({ text }: { text: string }): ReactNode {
  return text.split(/(`[^`]+`|\*[^*]+\*)/).map((part, index) => {
    const inner = part.slice(1, -1)
    // Parts of one text never change places.
    const key = `${index} ${part}`
    if (part.startsWith('`')) return <code key={key}>{inner}</code>
    return part.startsWith('*') ? <em key={key}>{inner}</em> : <Fragment key={key}>{part}</Fragment>
  })
}
