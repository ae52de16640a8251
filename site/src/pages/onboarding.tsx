import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Onboarding from '../../plugins/palimpsest/client/questionnaire/Onboarding.tsx'
import { firstLesson } from '../first-lesson.ts'
import styles from './plain-page.module.css'

export default function OnboardingPage(): ReactNode {
  return (
    <Layout
      title="Six questions"
      description="Six questions, so that each lesson can be told for what you already know."
    >
      <main className={styles.page}>
        <h1 className="visually-hidden">Six questions</h1>
        <Onboarding firstLesson={firstLesson} />
      </main>
    </Layout>
  )
}
