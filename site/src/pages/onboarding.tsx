import Translate, { translate } from '@docusaurus/Translate'
import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Onboarding from '../../plugins/palimpsest/client/pages/Onboarding.tsx'
import WithoutScripts from '../components/WithoutScripts/index.tsx'
import { firstLesson } from '../first-lesson.ts'
import styles from './plain-page.module.css'

export default function OnboardingPage(): ReactNode {
  const title = translate({ id: 'palimpsest.questions.title', message: 'Six questions' })
  return (
    <Layout
      title={title}
      description={translate({
        id: 'palimpsest.questions.description',
        message: 'Six questions, so that each lesson can be written for what you already know.',
      })}
    >
      <main className={styles.page}>
        <h1 className="visually-hidden">{title}</h1>
        <WithoutScripts>
          <Translate id="palimpsest.withoutScripts.questions">
            The six questions need JavaScript, which is off in this browser.
          </Translate>
        </WithoutScripts>
        <Onboarding firstLesson={firstLesson} />
      </main>
    </Layout>
  )
}
