import Translate from '@docusaurus/Translate'
import { useId, type ReactNode } from 'react'
import '../../../plugins/palimpsest/client/controls/controls.css'
import '../../../plugins/palimpsest/client/controls/buttons.css'
import styles from './styles.module.css'

interface KeyFormProps {
  /** Why the last key was rejected. */
  readonly error: string | undefined
  readonly onKey: (key: string) => void
}

/** Asks for the operator's key. */
export default function KeyForm({ error, onKey }: KeyFormProps): ReactNode {
  const [field, hint] = [useId(), useId()]
  return (
    <form
      className={styles.key}
      onSubmit={(event) => {
        event.preventDefault()
        const key = new FormData(event.currentTarget).get('key')
        if (typeof key === 'string' && key.trim() !== '') onKey(key.trim())
      }}
    >
      <label htmlFor={field}>
        <Translate id="palimpsest.insights.key">Operator key</Translate>
      </label>
      <div>
        <input
          id={field}
          name="key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          required
          aria-describedby={hint}
          aria-invalid={error !== undefined}
        />
        <button type="submit" className="button-primary">
          <Translate id="palimpsest.insights.key.show">Show</Translate>
        </button>
      </div>
      <p
        id={hint}
        role={error === undefined ? undefined : 'alert'}
        data-tone={error === undefined ? undefined : 'problem'}
      >
        {error ?? (
          <Translate
            id="palimpsest.insights.key.hint"
            values={{ command: <code dir="ltr">npm run keys -- add NAME --scopes insights</code> }}
          >
            {'Created with {command}. It stays in this tab until you close it.'}
          </Translate>
        )}
      </p>
    </form>
  )
}
