import { translate } from '@docusaurus/Translate'
import useIsBrowser from '@docusaurus/useIsBrowser'
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import type { InsightsAnswer } from '../../../../lib/contract/index.ts'
import { codeMessage } from '../../../plugins/palimpsest/client/transport/messages.ts'
import { siteApi } from '../../../plugins/palimpsest/client/transport/site-api.ts'
import { usePageLanguage } from '../../../plugins/palimpsest/client/languages/use-page-language.ts'
import { createFormats } from './formats.ts'
import { findKey, storeKey } from './stored-key.ts'
import KeyForm from './KeyForm.tsx'
import { readInsights, type Reading } from './read-insights.ts'
import Report from './Report.tsx'
import styles from './styles.module.css'

const periods = [7, 30, 90]

/** What to show; the key is undefined until the page has looked for one, null when there is none. */
interface Wanted {
  readonly key: string | null | undefined
  readonly days: number
}

/** The figures for whoever has the key; without one, the field for it. */
export default function Insights(): ReactNode {
  const locale = usePageLanguage().code
  const formats = useMemo(() => createFormats(locale), [locale])
  const isBrowser = useIsBrowser()
  const first = useMemo(() => ({ key: isBrowser ? findKey() : undefined, days: 30 }), [isBrowser])
  const [chosen, setChosen] = useState<Wanted>()
  const [reading, setReading] = useState<Reading>()
  const wanted = chosen ?? first
  const { key, days } = wanted

  useReading(wanted, (found) => {
    setReading(found)
    storeKey(isRefusal(found) ? null : (key ?? null))
    if (isRefusal(found)) {
      setChosen({ key: null, days })
    }
  })

  if (key === undefined) {
    return <div className={styles.blank} />
  }
  if (key === null) {
    return <KeyForm error={reading && refusalMessage(reading)} onKey={(given) => setChosen({ key: given, days })} />
  }
  const forget = (): void => {
    storeKey(null)
    setReading(undefined)
    setChosen({ key: null, days })
  }
  return (
    <>
      <div className={styles.choose}>
        <Periods days={days} onDays={(next) => setChosen({ key, days: next })} />
        <button type="button" className="button-text" onClick={forget}>
          {translate({ id: 'palimpsest.insights.key.forget', message: 'Forget the key' })}
        </button>
      </div>
      <output className={styles.state}>{reading === undefined && countingText()}</output>
      {reading && 'insights' in reading && <Found insights={reading.insights} formats={formats} />}
      {reading && 'problem' in reading && (
        <p className={styles.state} role="alert">
          {codeMessage({ code: reading.problem, retryAfterSeconds: reading.retryAfterSeconds }, locale)}{' '}
          <button type="button" className="button-text" onClick={() => setChosen({ ...wanted })}>
            {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
          </button>
        </p>
      )}
    </>
  )
}

/** Reads what is wanted whenever it changes; an answer that comes after the next request is ignored. */
function useReading(wanted: Wanted, receive: (reading: Reading) => void): void {
  const receiveLatest = useEffectEvent(receive)
  useEffect(() => {
    let left = false
    const read = async (key: string): Promise<void> => {
      const reading = await readInsights(siteApi, { key, days: wanted.days })
      if (!left) {
        receiveLatest(reading)
      }
    }
    if (wanted.key) {
      void read(wanted.key)
    }
    return () => {
      left = true
    }
  }, [wanted])
}

const countingText = (): string => translate({ id: 'palimpsest.insights.counting', message: 'Counting…' })

function Periods({ days, onDays }: { readonly days: number; readonly onDays: (days: number) => void }): ReactNode {
  return (
    <fieldset>
      <legend className="visually-hidden">{translate({ id: 'palimpsest.insights.period', message: 'Period' })}</legend>
      {periods.map((period) => (
        <label key={period}>
          <input type="radio" name="days" checked={days === period} onChange={() => onDays(period)} />
          <span>{translate({ id: 'palimpsest.insights.days', message: '{days} days' }, { days: period })}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface FoundProps {
  readonly insights: InsightsAnswer
  readonly formats: ReturnType<typeof createFormats>
}

function Found({ insights, formats }: FoundProps): ReactNode {
  const { lessons, readers, new_learners } = insights.period
  if (lessons.cached + lessons.written + readers + new_learners + insights.sections.length > 0)
    return <Report insights={insights} formats={formats} />
  return (
    <p className={styles.state}>
      {translate({
        id: 'palimpsest.insights.nothing',
        message: 'Nothing was counted in this period. Figures appear with the first personalized lesson.',
      })}
    </p>
  )
}

const refusals: Readonly<Record<string, () => string>> = {
  'invalid-key': () =>
    translate({ id: 'palimpsest.insights.key.invalid', message: 'This key is unknown or has been revoked.' }),
  'missing-scope': () => translate({ id: 'palimpsest.insights.key.scope', message: 'This key cannot read insights.' }),
}

const isRefusal = (reading: Reading): boolean => 'problem' in reading && reading.problem in refusals
const refusalMessage = (reading: Reading): string | undefined =>
  'problem' in reading ? refusals[reading.problem]?.() : undefined
