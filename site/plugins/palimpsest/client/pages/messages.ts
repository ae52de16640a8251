import { translate } from '@docusaurus/Translate'
import { usePluralForm } from '@docusaurus/theme-common'

/** The outcome of `clearVersions` in words. */
export function useClearedMessage(): (count: number | undefined) => string {
  const { selectMessage } = usePluralForm()
  return (count) => {
    switch (count) {
      case undefined:
        return translate({
          id: 'palimpsest.profile.clear.nobody',
          message: 'Nothing to clear: no lesson has been personalized on this device.',
        })
      case 0:
        return translate({
          id: 'palimpsest.profile.clear.nothing',
          message: 'Nothing to clear yet. Lessons will be written differently from now on.',
        })
      default: {
        const forms = translate({
          id: 'palimpsest.profile.clear.done',
          message:
            'Cleared {count} version. It will be written differently next time.|Cleared {count} versions. Each will be written differently next time.',
        })
        return selectMessage(count, forms).replace('{count}', String(count))
      }
    }
  }
}
