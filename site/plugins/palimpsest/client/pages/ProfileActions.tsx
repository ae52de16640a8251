import Translate, { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import styles from '../questionnaire/questionnaire.module.css'
import OtherDevice from '../transfer/OtherDevice.tsx'
import Confirmation, { type Notice } from './Confirmation.tsx'
import ConfirmButton from './ConfirmButton.tsx'

export type ProfileAction = 'clear' | 'export' | 'forget'

interface ProfileActionsProps {
  readonly notice: Notice<string> | undefined
  readonly onAct: (action: ProfileAction) => void
}

/** What can be done with a profile as a whole. */
export default function ProfileActions({ notice, onAct }: ProfileActionsProps): ReactNode {
  return (
    <div className={styles.profileActions}>
      <OtherDevice />
      <section>
        <h2>
          <Translate id="palimpsest.profile.clear.title">Clear my personalized versions</Translate>
        </h2>
        <p>
          <Translate id="palimpsest.profile.clear.text">
            The next time you open a lesson, it will be written differently. Other readers are not affected.
          </Translate>
        </p>
        <ConfirmButton
          label={translate({ id: 'palimpsest.profile.clear.button', message: 'Clear my versions' })}
          confirmation={translate({ id: 'palimpsest.profile.clear.confirm', message: 'Press again to clear them' })}
          onConfirm={() => onAct('clear')}
        />
        <Confirmation at="clear" notice={notice} />
      </section>
      <section>
        <h2>
          <Translate id="palimpsest.profile.export.title">My data</Translate>
        </h2>
        <p>
          <Translate id="palimpsest.profile.export.text">
            A file with everything that the server stores about you: your answers, the lessons you were given, and your
            ratings.
          </Translate>
        </p>
        <button type="button" className="button-quiet" onClick={() => onAct('export')}>
          <Translate id="palimpsest.profile.export.button">Download my data</Translate>
        </button>
        <Confirmation at="export" notice={notice} />
      </section>
      <section>
        <h2>
          <Translate id="palimpsest.profile.forget.title">Forget me</Translate>
        </h2>
        <p>
          <Translate id="palimpsest.profile.forget.text">
            Deletes your answers, your lessons and your random number from this browser and from the server. The
            original lessons stay.
          </Translate>
        </p>
        <ConfirmButton
          label={translate({ id: 'palimpsest.profile.forget.button', message: 'Forget me' })}
          confirmation={translate({
            id: 'palimpsest.profile.forget.confirm',
            message: 'Press again to forget everything',
          })}
          onConfirm={() => onAct('forget')}
        />
        <Confirmation at="forget" notice={notice} />
      </section>
    </div>
  )
}
