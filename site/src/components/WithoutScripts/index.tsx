import Link from '@docusaurus/Link'
import Translate from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import { firstLesson } from '../../first-lesson.ts'
import '../../../plugins/palimpsest/client/controls/buttons.css'
import styles from './styles.module.css'

/** What a page without scripts says in place of what they would bring, and where reading goes on without them. */
export default function WithoutScripts({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <noscript>
      <div className={styles.without}>
        <p>
          {children}{' '}
          <Translate id="palimpsest.withoutScripts.lessons">
            The original lessons work without it, with their code, formulas and figures.
          </Translate>
        </p>
        <Link className="button-primary" to={firstLesson}>
          <Translate id="palimpsest.openFirstLesson">Open the first lesson</Translate>
        </Link>
      </div>
    </noscript>
  )
}
