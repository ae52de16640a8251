/** Speech as a test hears it: what was said, each sentence ended by hand. */
export interface FakeSpeech {
  readonly said: { text: string; lang: string; end: () => void }[]
  /** The device finds another voice. */
  find(lang: string): void
}

/**
 * Runs in the page, so it stands alone: gives it voices that say nothing, as the browser under test has none, and end each
 * sentence when the test says so.
 */
export function giveVoices(languages: readonly string[]): void {
  const said: FakeSpeech['said'] = []
  const synthesis = new EventTarget()
  let voices = languages.map((lang) => ({ lang }))
  Object.assign(synthesis, {
    said,
    getVoices: () => voices,
    cancel: () => undefined,
    speak: (utterance: SpeechSynthesisUtterance) =>
      said.push({
        text: utterance.text,
        lang: utterance.lang,
        end: () => utterance.dispatchEvent(new Event('end')),
      }),
    find(lang: string) {
      voices = [...voices, { lang }]
      synthesis.dispatchEvent(new Event('voiceschanged'))
    },
  })
  class Utterance extends EventTarget {
    readonly text: string
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  Object.assign(window, { SpeechSynthesisUtterance: Utterance })
}
