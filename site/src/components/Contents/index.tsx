import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import { parts } from './parts.ts'
import styles from './styles.module.css'

/** What the parts are about, in the page's language; their titles and their lessons' are the author's. */
const about: Readonly<Record<string, string>> = {
  Foundations: translate({
    id: 'palimpsest.home.foundations',
    message: 'What a robot is made of, what it can feel, and where its parts are in space.',
  }),
  Software: translate({
    id: 'palimpsest.home.software',
    message: 'The programs that let the parts of a robot talk to each other, and a world to try them in.',
  }),
  Intelligence: translate({
    id: 'palimpsest.home.intelligence',
    message: 'Knowing where you are, holding still, learning to act, and doing no harm.',
  }),
}

/** The book's table of contents. */
export default function Contents(): ReactNode {
  return (
    <div className={styles.contents}>
      {parts.map((part) => (
        <section key={part.title} className={styles.part}>
          <div>
            <h3>
              <bdi lang="en">{part.title}</bdi>
            </h3>
            <p>{about[part.title]}</p>
          </div>
          <ol>
            {part.lessons.map((lesson) => (
              <li key={lesson.slug}>
                <Link to={`/lessons/${lesson.slug}`}>
                  <bdi lang="en">{lesson.title}</bdi>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
