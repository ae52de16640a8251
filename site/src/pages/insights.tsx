import Head from '@docusaurus/Head'
import Translate, { translate } from '@docusaurus/Translate'
import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Insights from '../components/Insights/index.tsx'
import WithoutScripts from '../components/WithoutScripts/index.tsx'
import styles from './plain-page.module.css'

/** For the operator: everything on it comes with their key. */
export default function InsightsPage(): ReactNode {
  return (
    <Layout
      title={translate({ id: 'palimpsest.insights.title', message: 'Insights' })}
      description={translate({ id: 'palimpsest.insights.description', message: 'For the operator of this site.' })}
    >
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className={styles.page}>
        <h1>
          <Translate id="palimpsest.insights.title">Insights</Translate>
        </h1>
        <p className={styles.intro}>
          <Translate id="palimpsest.insights.intro">
            What readers got, what it cost, how long they waited, and which passages they wanted simpler.
          </Translate>
        </p>
        <WithoutScripts>
          <Translate id="palimpsest.withoutScripts.insights">
            The figures are loaded and drawn by JavaScript, which is off in this browser.
          </Translate>
        </WithoutScripts>
        <Insights />
      </main>
    </Layout>
  )
}
