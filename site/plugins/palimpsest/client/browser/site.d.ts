/** What the plugin knows when it builds, in this locale; by an alias that it sets. */
declare module 'palimpsest-site' {
  import type { Language } from '../../../../../lib/profile/index.ts'

  const site: {
    /** What stands before `/api`. */
    readonly apiBase: string
    /** Where this locale's pages begin; ends with a slash. */
    readonly baseUrl: string
    /** The lessons' language. */
    readonly language: string
    /** Whether shortcodes such as `:tada:` are shown as emoji. */
    readonly emoji: boolean
    /** Each language of ours by its code: what every page may need of it. */
    readonly languages: Readonly<Record<string, Pick<Language, 'native' | 'direction'>>>
  }
  export default site
}
