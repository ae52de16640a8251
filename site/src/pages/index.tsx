import Link from '@docusaurus/Link'
import Translate, { translate } from '@docusaurus/Translate'
import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Contents from '../components/Contents/index.tsx'
import ExampleVersions from '../components/ExampleVersions/index.tsx'
import { firstLesson } from '../first-lesson.ts'
import '../../plugins/palimpsest/client/controls/buttons.css'
import styles from './index.module.css'

/** The home page: the idea shown on one paragraph, how it works, and the book's contents. */
export default function Home(): ReactNode {
  return (
    <Layout
      description={translate({
        id: 'palimpsest.home.description',
        message:
          'A book on physical AI whose every lesson is rewritten for its reader, in English or Urdu, with the original one press away.',
      })}
    >
      <main className={styles.home}>
        <section className={styles.opening}>
          <div className={styles.pitch}>
            <h1>
              <Translate id="palimpsest.home.title">Every lesson, rewritten for you.</Translate>
            </h1>
            <p className={styles.lead}>
              <Translate
                id="palimpsest.home.lead"
                values={{
                  book: (
                    <cite lang="en" dir="ltr">
                      Physical AI &amp; Humanoid Robotics
                    </cite>
                  ),
                }}
              >
                {
                  '{book} is a book that reads differently for a newcomer, for an engineer and in Urdu. Code, formulas and figures stay exactly as the author made them, and the original always shows through.'
                }
              </Translate>
            </p>
            <div className={styles.start}>
              <Link className="button-primary" to="/onboarding">
                <Translate id="palimpsest.answerSixQuestions">Answer six questions</Translate>
              </Link>
              <Link className="button-quiet" to={firstLesson}>
                <Translate id="palimpsest.openFirstLesson">Open the first lesson</Translate>
              </Link>
            </div>
            <p className={styles.small}>
              <Translate id="palimpsest.home.small">No account, no name, under two minutes.</Translate>
            </p>
          </div>
          <ExampleVersions />
        </section>
        <How />
        <section className={styles.book}>
          <h2>
            <Translate id="palimpsest.home.book">The book</Translate>
          </h2>
          <Contents />
        </section>
      </main>
    </Layout>
  )
}

function How(): ReactNode {
  const personalized = <em>{translate({ id: 'palimpsest.view.personalized', message: 'Personalized' })}</em>
  return (
    <section className={styles.how}>
      <h2>
        <Translate id="palimpsest.home.how">How it works</Translate>
      </h2>
      <ol>
        <li>
          <Translate id="palimpsest.home.how.answer">
            You answer six questions once. No account, no name. Your answers are kept under a random number that you can
            delete.
          </Translate>
        </li>
        <li>
          <Translate id="palimpsest.home.how.press" values={{ personalized }}>
            {
              'Open a lesson and press {personalized}: each section is rewritten for what you know, paragraph by paragraph.'
            }
          </Translate>
        </li>
        <li>
          <Translate id="palimpsest.home.how.check">
            Every section is checked against the original before you see it. One that fails stays as the author wrote
            it, and the page says so.
          </Translate>
        </li>
      </ol>
    </section>
  )
}
