import Link from '@docusaurus/Link'
import { type ReactNode } from 'react'
import { parts } from './parts.ts'
import styles from './styles.module.css'

/** The book's table of contents. */
export default function Contents(): ReactNode {
  return (
    <div className={styles.contents}>
      {parts.map((part) => (
        <section key={part.title} className={styles.part}>
          <div>
            <h3>{part.title}</h3>
            <p>{part.about}</p>
          </div>
          <ol>
            {part.lessons.map((lesson) => (
              <li key={lesson.slug}>
                <Link to={`/lessons/${lesson.slug}`}>{lesson.title}</Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
