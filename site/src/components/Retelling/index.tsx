import { clsx } from 'clsx'
import { createElement, useState, type ReactNode } from 'react'
import TabList from '../../../plugins/palimpsest/client/controls/TabList.tsx'
import { retellings, type Retelling as Telling } from './retellings.tsx'
import styles from './styles.module.css'

const panel = 'retelling-text'
const original = retellings[0] as Telling

/** `mathvariant` keeps the plain letters, so that the book face can set them. React's types know no MathML. */
function Formula(): ReactNode {
  const letter = (name: string) => createElement('mi', { mathvariant: 'normal' }, name)
  const sign = (name: string) => createElement('mo', {}, name)
  const attributes = { className: styles.formula, dir: 'ltr', display: 'block' }
  return createElement('math', attributes, letter('d'), sign('='), letter('v'), sign('·'), letter('t'))
}

function Paragraph({ telling }: { telling: Telling }): ReactNode {
  return (
    <>
      <p>{telling.before}</p>
      <Formula />
      <p>{telling.after}</p>
    </>
  )
}

/** One paragraph of the book, told for three readers; the author's text stays under it, turned as on a real palimpsest. */
export default function Retelling(): ReactNode {
  const [selected, setSelected] = useState<Telling['id']>('newcomer')
  const told = retellings.find((one) => one.id === selected) ?? original
  const mine = told !== original
  return (
    <div className={styles.retelling}>
      <TabList
        label="The same paragraph for different readers"
        name="retelling"
        panel={panel}
        tabs={retellings.map(({ id, label, language }) => ({ id, label: <span lang={language}>{label}</span> }))}
        selected={selected}
        onSelect={setSelected}
      />
      <div className={clsx(styles.sheet, mine && styles.mine)}>
        <div className={styles.undertext} aria-hidden="true">
          {[1, 2, 3].map((time) => (
            <span key={time}>
              {original.before} d = v · t, {original.after}{' '}
            </span>
          ))}
        </div>
        <div
          key={told.id}
          id={panel}
          role="tabpanel"
          aria-labelledby={`retelling-${told.id}`}
          tabIndex={0}
          className={styles.text}
          lang={told.language}
          dir={told.language === 'ur' ? 'rtl' : 'ltr'}
        >
          <Paragraph telling={told} />
        </div>
      </div>
      <p className={styles.caption}>
        {mine ? (
          <>
            Adapted for: <span lang={told.language}>{told.reader}</span>. The formula is the author’s own, untouched.
          </>
        ) : (
          <>From the first lesson, as its author wrote it.</>
        )}
      </p>
    </div>
  )
}
