import Translate, { translate } from '@docusaurus/Translate'
import { clsx } from 'clsx'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { createElement, isValidElement, useState, type ReactNode } from 'react'
import { getLanguage } from '../../../../lib/profile/index.ts'
import TabList from '../../../plugins/palimpsest/client/controls/TabList.tsx'
import { describeProfile } from '../../../plugins/palimpsest/client/profile/describe-profile.ts'
import { facetWordsIn } from '../../../plugins/palimpsest/client/profile/facet-words.ts'
import { exampleVersions, type ExampleVersion } from './example-versions.tsx'
import styles from './styles.module.css'

const panel = 'example-text'
const original = exampleVersions[0] as ExampleVersion

/** `mathvariant` keeps the plain letters, so that the book font can set them. React's types know no MathML. */
function Formula(): ReactNode {
  const letter = (name: string) => createElement('mi', { mathvariant: 'normal' }, name)
  const sign = (name: string) => createElement('mo', {}, name)
  const attributes = { className: styles.formula, dir: 'ltr', display: 'block' }
  return createElement('math', attributes, letter('d'), sign('='), letter('v'), sign('·'), letter('t'))
}

function Paragraph({ version }: { version: ExampleVersion }): ReactNode {
  return (
    <>
      <p>{version.before}</p>
      <Formula />
      <p>{version.after}</p>
    </>
  )
}

/** The words alone: what shines through from below is texture, not text with elements of its own. */
function wordsOf(node: ReactNode): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(wordsOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? wordsOf(node.props.children) : ''
}

/** The name of a version; a language is named by itself. */
function Label({ id, language, label }: Pick<ExampleVersion, 'id' | 'language' | 'label'>): ReactNode {
  const words: Partial<Record<ExampleVersion['id'], string>> = {
    original: translate({ id: 'palimpsest.view.original', message: 'Original' }),
    newcomer: translate({ id: 'palimpsest.example.newcomer', message: 'Newcomer' }),
    professional: translate({ id: 'palimpsest.example.professional', message: 'Professional' }),
  }
  return (
    words[id] ?? (
      <span lang={language} data-native-name>
        {label}
      </span>
    )
  )
}

function Reader({ version }: { readonly version: ExampleVersion }): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  return describeProfile(version.reader, facetWordsIn(currentLocale))
}

/** One paragraph of the book, rewritten for three readers; the author's text stays under it, turned as on a real palimpsest. */
export default function ExampleVersions(): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  const spoken = exampleVersions.find((one) => one !== original && one.language === currentLocale)
  const [selected, setSelected] = useState<ExampleVersion['id']>(spoken?.id ?? 'newcomer')
  const shown = exampleVersions.find((one) => one.id === selected) ?? original
  const mine = shown !== original
  return (
    <div className={styles.example}>
      <TabList
        label={translate({ id: 'palimpsest.example.label', message: 'The same paragraph for different readers' })}
        name="example"
        panel={panel}
        tabs={exampleVersions.map(({ id, label, language }) => ({
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
          key={shown.id}
          id={panel}
          role="tabpanel"
          aria-labelledby={`example-${shown.id}`}
          tabIndex={0}
          className={styles.text}
          lang={shown.language}
          dir={getLanguage(shown.language).direction}
        >
          <Paragraph version={shown} />
        </div>
      </div>
      <p className={styles.caption}>
        {mine ? (
          <Translate id="palimpsest.example.adapted" values={{ reader: <Reader version={shown} /> }}>
            {'Adapted for: {reader}. The formula is the author’s own, untouched.'}
          </Translate>
        ) : (
          <Translate id="palimpsest.example.original">From the first lesson, as its author wrote it.</Translate>
        )}
      </p>
    </div>
  )
}
