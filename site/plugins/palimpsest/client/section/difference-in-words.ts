import { translate } from '@docusaurus/Translate'
import type { Difference } from './find-differences.ts'

/** One difference as a short line; `reader` is the answers behind it in a few words: "new to robotics". */
export function differenceInWords({ kind }: Difference, reader: string): string {
  switch (kind) {
    case 'translated':
      return translate({ id: 'palimpsest.difference.translated', message: 'In the language you chose' })
    case 'explained-more':
      return translate({ id: 'palimpsest.difference.explained-more', message: 'Explained more: {reader}' }, { reader })
    case 'shorter':
      return translate({ id: 'palimpsest.difference.shorter', message: 'Shorter: {reader}' }, { reader })
    case 'simpler-words':
      return translate({ id: 'palimpsest.difference.simpler-words', message: 'Easier to read: {reader}' }, { reader })
    case 'told-for':
      return translate({ id: 'palimpsest.difference.told-for', message: 'Told for: {reader}' }, { reader })
    case 'dial-simpler':
      return translate({ id: 'palimpsest.difference.dial-simpler', message: 'Simpler, as you asked' })
    case 'dial-deeper':
      return translate({ id: 'palimpsest.difference.dial-deeper', message: 'Deeper, as you asked' })
    case 'told-again':
      return translate({ id: 'palimpsest.difference.told-again', message: 'Told differently, as you asked' })
  }
}
