import Layout from '@theme/Layout'
import { type ReactNode } from 'react'
import Profile from '../../plugins/palimpsest/client/learner/Profile.tsx'
import styles from './plain-page.module.css'

export default function ProfilePage(): ReactNode {
  return (
    <Layout title="Your profile" description="What you said about yourself, to change, clear or forget.">
      <main className={styles.page}>
        <h1>Your profile</h1>
        <p className={styles.intro}>
          What lessons are adapted to. It is kept under an anonymous number made on this device.
        </p>
        <Profile />
      </main>
    </Layout>
  )
}
