import InitHeading from '@theme-init/Heading'
import type { Props } from '@theme/Heading'
import type { ComponentProps, ReactNode } from 'react'

/**
 * A heading that is called by its words alone: Docusaurus puts a link to it into it, which would be read out with them. Not into
 * one without an anchor, and a heading of nothing but emoji has an empty one.
 */
export default function Heading({ as, ...props }: Props): ReactNode {
  return <InitHeading {...props} as={props.id && as !== 'h1' ? headings[as] : as} />
}

type Level = Exclude<Props['as'], 'h1'>

const headings = {
  h2: calledByWords('h2'),
  h3: calledByWords('h3'),
  h4: calledByWords('h4'),
  h5: calledByWords('h5'),
  h6: calledByWords('h6'),
}

/** Docusaurus gives it the words and the link. */
function calledByWords(Level: Level) {
  return function NamedHeading({ id, children, ...props }: ComponentProps<Level>): ReactNode {
    const [words, link] = children as readonly [ReactNode, ReactNode]
    const name = `${id}.words`
    return (
      <Level {...props} id={id} aria-labelledby={name}>
        <span id={name}>{words}</span>
        {link}
      </Level>
    )
  }
}
