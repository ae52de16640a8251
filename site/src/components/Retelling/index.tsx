import Translate, { translate } from '@docusaurus/Translate'
import { clsx } from 'clsx'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { createElement, isValidElement, useState, type ReactNode } from 'react'
import { getLanguage } from '../../../../lib/profile/index.ts'
import TabList from '../../../plugins/palimpsest/client/controls/TabList.tsx'
import { describeProfile } from '../../../plugins/palimpsest/client/profile/describe-profile.ts'
import { facetWordsIn } from '../../../plugins/palimpsest/client/profile/facet-words.ts'
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

/** The words alone: what shines through from below is texture, not text with elements of its own. */
function wordsOf(node: ReactNode): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(wordsOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? wordsOf(node.props.children) : ''
}

/** The name of a telling; a language is named by itself. */
function Label({ id, language, label }: Pick<Telling, 'id' | 'language' | 'label'>): ReactNode {
  const words: Partial<Record<Telling['id'], string>> = {
    original: translate({ id: 'palimpsest.view.original', message: 'Original' }),
    newcomer: translate({ id: 'palimpsest.retelling.newcomer', message: 'Newcomer' }),
    professional: translate({ id: 'palimpsest.retelling.professional', message: 'Professional' }),
  }
  return (
    words[id] ?? (
      <span lang={language} data-native-name>
        {label}
      </span>
    )
  )
}

function Reader({ told }: { readonly told: Telling }): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  return describeProfile(told.reader, facetWordsIn(currentLocale))
}

/** One paragraph of the book, told for three readers; the author's text stays under it, turned as on a real palimpsest. */
export default function Retelling(): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  const spoken = retellings.find((one) => one !== original && one.language === currentLocale)
  const [selected, setSelected] = useState<Telling['id']>(spoken?.id ?? 'newcomer')
  const told = retellings.find((one) => one.id === selected) ?? original
  const mine = told !== original
  return (
    <div className={styles.retelling}>
      <TabList
        label={translate({ id: 'palimpsest.retelling.label', message: 'The same paragraph for different readers' })}
        name="retelling"
        panel={panel}
        tabs={retellings.map(({ id, label, language }) => ({
          id,
          label: <Label id={id} language={language} label={label} />,
        }))}
        selected={selected}
        onSelect={setSelected}
      />
      <div className={clsx(styles.sheet, mine && styles.mine)}>
        <div className={styles.undertext} aria-hidden="true">
          {[1, 2, 3].map((time) => (
            <span key={time}>
              {wordsOf(original.before)} d = v · t, {wordsOf(original.after)}{' '}
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
          dir={getLanguage(told.language).direction}
        >
          <Paragraph telling={told} />
        </div>
      </div>
      <p className={styles.caption}>
        {mine ? (
          <Translate id="palimpsest.retelling.adapted" values={{ reader: <Reader told={told} /> }}>
            {'Adapted for: {reader}. The formula is the author’s own, untouched.'}
          </Translate>
        ) : (
          <Translate id="palimpsest.retelling.original">From the first lesson, as its author wrote it.</Translate>
        )}
      </p>
    </div>
  )
}
