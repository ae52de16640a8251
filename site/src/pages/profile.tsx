import Link from '@docusaurus/Link'
import Translate, { translate } from '@docusaurus/Translate'
import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Profile from '../../plugins/palimpsest/client/pages/Profile.tsx'
import WithoutScripts from '../components/WithoutScripts/index.tsx'
import styles from './plain-page.module.css'

export default function ProfilePage(): ReactNode {
  return (
    <Layout
      title={translate({ id: 'palimpsest.profile.title', message: 'Your profile' })}
      description={translate({
        id: 'palimpsest.profile.description',
        message: 'Your answers, to change, download or delete.',
      })}
    >
      <main className={styles.page}>
        <h1>
          <Translate id="palimpsest.profile.title">Your profile</Translate>
        </h1>
        <p className={styles.intro}>
          <Translate id="palimpsest.profile.intro">
            No account, no name. Your answers are kept under a random number that you can delete.
          </Translate>{' '}
          <Link to="/guide/privacy">
            <Translate id="palimpsest.profile.privacy">What is stored, and for how long</Translate>
          </Link>
        </p>
        <WithoutScripts>
          <Translate id="palimpsest.withoutScripts.profile">
            Your profile needs JavaScript, which is off in this browser.
          </Translate>
        </WithoutScripts>
        <Profile />
      </main>
    </Layout>
  )
}
