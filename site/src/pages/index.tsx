import Link from '@docusaurus/Link'
import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Contents from '../components/Contents/index.tsx'
import Retelling from '../components/Retelling/index.tsx'
import { firstLesson } from '../first-lesson.ts'
import styles from './index.module.css'

/** The home page: the idea shown on one paragraph, how it works, and the book's contents. */
export default function Home(): ReactNode {
  return (
    <Layout description="A book on physical AI whose every lesson is told again for the reader it has, in English or Urdu, with the original one press away.">
      <main className={styles.home}>
        <section className={styles.opening}>
          <div className={styles.pitch}>
            <h1>Every lesson, told again for you.</h1>
            <p className={styles.lead}>
              <cite>Physical AI &amp; Humanoid Robotics</cite> is a book that reads differently for a newcomer, for an
              engineer and in Urdu. Code, formulas and figures stay exactly as the author made them, and the original
              always shows through.
            </p>
            <div className={styles.start}>
              <Link className="button-ink" to="/onboarding">
                Answer six questions
              </Link>
              <Link className="button-quiet" to={firstLesson}>
                Open the first lesson
              </Link>
            </div>
            <p className={styles.small}>No account, no name, under two minutes.</p>
          </div>
          <Retelling />
        </section>
        <section className={styles.how}>
          <h2>How it works</h2>
          <ol>
            <li>You answer six questions once, and they stay on this device under an anonymous number.</li>
            <li>
              Open a lesson and press <em>Personalized</em>: each section is written again for what you know, paragraph
              by paragraph.
            </li>
            <li>
              Before you see it, every section is checked against the original; one that fails stays as the author wrote
              it, and the page says so.
            </li>
          </ol>
        </section>
        <section className={styles.book}>
          <h2>The book</h2>
          <Contents />
        </section>
      </main>
    </Layout>
  )
}
